-- One row per provider, with 0 for those who have none.
CREATE ALGORITHM = MERGE SQL SECURITY DEFINER VIEW Report_Appointments_Per_Provider AS
SELECT d.provider_id,
       d.name AS provider_name,
       d.department,
       (SELECT COUNT(*) FROM Appointment AS a WHERE a.provider_id = d.provider_id) AS appointments
  FROM Provider AS d
