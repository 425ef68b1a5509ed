"""What the first system promised to those who call its database: names and order, as its own scripts had them."""

PERSON = "name dob gender contact address"
BOOKED = "patient_id provider_id date time status"
BILL = "patient_id visit_id amount claim_status"
RECORD = "symptoms diagnosis prescriptions notes"
ORDER = "patient_id medication dosage instructions"
TEST = "visit_id type results date"
VISIT = "patient_id provider_id date time facility"
PROVIDER = "name specialty contact"

# Procedure: parameters in order.
PROCEDURES = {
    "CreatePatient": PERSON,
    "UpdatePatient": f"patient_id {PERSON}",
    "DeletePatient": "patient_id",
    "ViewPatient": "patient_id",
    "ViewAllPatients": "",
    "CreateAppointment": BOOKED,
    "UpdateAppointment": f"appointment_id {BOOKED}",
    "DeleteAppointment": "appointment_id",
    "ViewAppointment": "appointment_id",
    "ViewAppointmentByPatient": "patient_id",
    "CreateBilling": BILL,
    "UpdateBilling": f"billing_id {BILL}",
    "DeleteBilling": "billing_id",
    "ViewBilling": "billing_id",
    "ViewAllBillingInfo": "",
    "CreateClinicalRecord": f"visit_id {RECORD}",
    "UpdateClinicalRecord": f"record_id {RECORD}",
    "DeleteClinicalRecord": "record_id",
    "ViewClinicalRecord": "record_id",
    "ViewAllClinicalRecords": "",
    "CreatePrescription": ORDER,
    "UpdatePrescription": f"prescription_id {ORDER}",
    "DeletePrescription": "prescription_id",
    "ViewPrescription": "prescription_id",
    "ViewPrescriptionsByPatient": "patient_id",
    "CreateTest": TEST,
    "UpdateTest": f"test_id {TEST}",
    "DeleteTest": "test_id",
    "ViewTest": "test_id",
    "CreateVisit": VISIT,
    "UpdateVisit": f"visit_id {VISIT}",
    "DeleteVisit": "visit_id",
    "ViewVisit": "visit_id",
    "CreateProvider": PROVIDER,
    "UpdateProvider": f"provider_id {PROVIDER}",
    "DeleteProvider": "provider_id",
    "ViewProvider": "provider_id",
    "CheckLogin": "username role",  # no password: it is compared outside of the database, against a hash
}
# View: its first columns, in order.
VIEWS = {
    "View_Patient_BasicInfo": "patient_id name gender date_of_birth",
    "View_Appointment_Details": "appointment_id patient_name provider_name date time status",
    "View_Billing_Summary": "billing_id patient_name amount insurance_claim_status",
    "View_ClinicalRecord_Summary": "record_id patient_name visit_date symptoms diagnosis",
    "View_Visit_History": "visit_id patient_name provider_name date time facility",
}
# What it audited before UPDATE and DELETE, and the table that it stands in now.
AUDITED = {
    "Patient": "Patient",
    "Provider": "Provider",
    "Visit": "Visit",
    "Appointment": "Appointment",
    "ClinicalRecord": "ClinicalCare",
    "Billing": "Billing",
}
