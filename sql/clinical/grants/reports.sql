-- What the reports' account may do: read the views of this room, which run with their definer's rights.
GRANT SELECT ON Report_Patients_By_Department TO reports
GRANT SELECT ON Report_Patients_By_Room TO reports
GRANT SELECT ON View_ClinicalRecord_Summary TO reports
