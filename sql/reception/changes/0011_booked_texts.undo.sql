DELETE FROM MessageTemplate WHERE code = 'appointment_booked'
