-- What the reports' account may do: read the views of this room, which run with their definer's rights.
GRANT SELECT ON Report_Appointments_Per_Provider TO reports
GRANT SELECT ON Report_Average_Age TO reports
GRANT SELECT ON Report_Insured_Patients TO reports
GRANT SELECT ON Report_Patient_Appointments TO reports
GRANT SELECT ON Report_Patient_Insurance TO reports
GRANT SELECT ON Report_Visits_Per_Patient TO reports
GRANT SELECT ON View_Appointment_Details TO reports
GRANT SELECT ON View_Patient_BasicInfo TO reports
GRANT SELECT ON View_Visit_History TO reports
