DELETE FROM MessageTemplate WHERE code = 'series_booked'
