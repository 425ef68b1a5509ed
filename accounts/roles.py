"""Which role may do what: one table to read aloud. After every migrate the groups are made equal to it."""

WORKS_HERE = {"accounts.enter_staff_pages"}
SEES_PATIENTS = {
    "reception.find_patient",
    "reception.view_patient",
    "reception.view_insurance",
    "reception.view_consent",
}
SEES_THE_DAY = {
    "reception.view_board",
    "reception.view_waitingrequest",
    "reception.view_appointment",
    "reception.view_visit",
}
SEES_THE_CHART = {
    "clinical.view_chart",
    "clinical.view_clinicalrecord",
    "clinical.view_prescription",
    "clinical.view_test",
    "clinical.view_allergy",
    "clinical.view_history",
}
REPORTS = {
    "reception.view_patientbasicinfo",
    "reception.view_appointmentdetails",
    "reception.view_visithistory",
    "clinical.view_clinicalrecordsummary",
    "billing.view_billingsummary",
    "reception.view_visitsperpatient",
    "reception.view_averageage",
    "reception.view_appointmentsperprovider",
    "reception.view_patientappointments",
    "reception.view_patientinsurance",
    "reception.view_insuredpatients",
    "clinical.view_patientsbyroom",
    "billing.view_billinganalysis",
    "clinical.view_patientsbydepartment",
}


def every(app, model, *verbs):
    """The rights `app.verb_model` for each verb."""
    return {f"{app}.{verb}_{model}" for verb in verbs}


PATIENT = {
    "reception.view_my_information",
    "reception.view_my_appointments",
    "reception.add_my_request",
    "clinical.view_my_prescriptions",
}
DOCTOR = (
    WORKS_HERE
    | SEES_PATIENTS
    | SEES_THE_DAY
    | SEES_THE_CHART
    | every("clinical", "clinicalrecord", "add", "change", "delete")
    | every("clinical", "prescription", "add", "change", "delete", "end")
    | every("clinical", "test", "add", "change", "delete")
    | every("clinical", "allergy", "add", "change", "void")
    | every("clinical", "history", "add", "void")
    | every("reception", "appointment", "advance")
    | {"reception.manage_my_calendar"}
)
NURSE = (
    WORKS_HERE
    | SEES_PATIENTS
    | SEES_THE_DAY
    | SEES_THE_CHART
    | every("clinical", "test", "add", "change")
    | every("clinical", "allergy", "add", "change")
    | every("clinical", "history", "add", "void")
    | every("reception", "appointment", "advance")
    | {"reception.manage_my_calendar"}
)
RECEPTIONIST = (
    WORKS_HERE
    | SEES_PATIENTS
    | SEES_THE_DAY
    | every("reception", "patient", "add", "change", "delete")
    | {"reception.resolve_duplicates"}
    | every("reception", "appointment", "add", "change", "cancel", "check_in", "advance")
    | every("reception", "insurance", "add", "change")
    | every("reception", "message", "view", "change")
    | every("reception", "consent", "add", "change")
    | every("reception", "waitingrequest", "add", "change")
    | every("reception", "selfcheckin", "view", "change")
    | every("reception", "portalrequest", "view", "change")
    | {"billing.view_balance"}
)
STAFF = (
    WORKS_HERE
    | SEES_PATIENTS
    | {"reception.view_visit", "clinical.view_clinicalrecord", "billing.view_billing"}
    | every("reception", "provider", "view", "add", "change")
    | every("reception", "providerhours", "view", "add", "change", "delete")
    | every("reception", "room", "view", "add", "change", "delete")
    | every("reception", "place", "view", "add", "change")
    | every("reception", "providerexception", "view", "add", "change", "delete")
    | every("reception", "holiday", "view", "add", "change", "delete")
    | every("reception", "appointmenttype", "view", "add", "change")
    | every("reception", "consentform", "view", "add", "change")
    | every("reception", "insurance", "add", "change")
    | every("billing", "billing", "add", "change")
)
REPORT_READER = WORKS_HERE | REPORTS
ADMINISTRATOR = (
    DOCTOR
    | RECEPTIONIST
    | STAFF
    | REPORT_READER
    | every("accounts", "user", "view", "add", "change")
    | every("auth", "group", "view")
    | every("reception", "provider", "delete")
    | every("reception", "appointment", "overbook")
    | every("reception", "insurance", "delete")
    | every("reception", "visit", "add", "change", "delete")
    | every("reception", "patientphone", "view", "add", "change", "delete")
    | every("reception", "patientcontact", "view", "add", "change", "delete")
    | every("billing", "billing", "delete")
    | every("reception", "messagetemplate", "view", "add", "change")
    | every("reception", "outboxdelivery", "view")
    | every("reception", "appointmentevent", "view")
    | every("reception", "appointmentanswer", "view")
    | every("reception", "appointmentseries", "view")
    | every("reception", "messageoptout", "view")
    | every("reception", "roomstay", "view")
    | every("audit", "auditlog", "view")
    | every("audit", "look", "view")
    | every("emr_site", "adoptionfinding", "view")
    | every("emr_site", "externalidentifier", "view")
)

ROLES = {
    "Patient": PATIENT,
    "Doctor": DOCTOR,
    "Nurse": NURSE,
    "Receptionist": RECEPTIONIST,
    "Staff": STAFF,
    "Report reader": REPORT_READER,
    "Administrator": ADMINISTRATOR,
}
