-- One row per patient, with 0 for those who never came; two patients of one name are two rows.
-- Counted row by row over the index of a patient's visits, so that a page counts only the patients it shows.
CREATE ALGORITHM = MERGE SQL SECURITY DEFINER VIEW Report_Visits_Per_Patient AS
SELECT p.patient_id,
       p.name,
       (SELECT COUNT(*) FROM Visit AS v WHERE v.patient_id = p.patient_id) AS visits
  FROM Patient AS p
