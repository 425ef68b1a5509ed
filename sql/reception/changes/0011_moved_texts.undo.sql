DELETE FROM MessageTemplate WHERE code = 'appointment_moved'
