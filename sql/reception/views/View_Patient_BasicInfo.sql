-- One row per patient. The gender is the patient's own word; where none is recorded, the sex in words; else nothing.
CREATE ALGORITHM = MERGE SQL SECURITY DEFINER VIEW View_Patient_BasicInfo AS
SELECT p.patient_id,
       p.name,
       COALESCE(p.gender, CASE p.sex WHEN 'female' THEN 'Female' WHEN 'male' THEN 'Male' WHEN 'other' THEN 'Other' END) AS gender,
       p.date_of_birth
  FROM Patient AS p
