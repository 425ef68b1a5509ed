-- One row: how many patients there are, and how many of them have an insurance; a patient with two counts once.
CREATE SQL SECURITY DEFINER VIEW Report_Insured_Patients AS
SELECT (SELECT COUNT(*) FROM Patient) AS patients,
       COUNT(DISTINCT i.patient_id) AS insured_patients
  FROM Insurance AS i
