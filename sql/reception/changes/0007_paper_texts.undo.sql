DELETE FROM MessageTemplate WHERE code IN ('appointment_letter', 'appointment_booked', 'appointment_moved', 'appointment_cancelled')
