-- One row: the average age of all patients whose birth date is known, in completed years today or, for the dead, at death.
-- Subtracting the years would make everybody a year too old until their birthday.
CREATE SQL SECURITY DEFINER VIEW Report_Average_Age AS
SELECT COUNT(*) AS patients,
       COUNT(p.date_of_birth) AS patients_with_birth_date,
       ROUND(AVG(TIMESTAMPDIFF(YEAR, p.date_of_birth, COALESCE(p.deceased_on, CURRENT_DATE))), 1) AS average_age_years
  FROM Patient AS p
