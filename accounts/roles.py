"""Which role may do what: one table to read aloud. After every migrate the groups are made equal to it."""

WORKS_HERE = {"accounts.enter_staff_pages"}
SEES_PATIENTS = {
    "reception.find_patient",
    "reception.view_patient",
    "reception.open_any_record",
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
    "clinical.view_note",
    "clinical.view_problem",
    "clinical.view_visitdiagnosis",
    "clinical.view_allergy",
    "clinical.view_history",
    "clinical.view_vitalsigns",
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
    | every("clinical", "note", "change", "sign", "cosign")
    | {"clinical.sign_note_alone", "clinical.add_addendum", "clinical.book_follow_up"}
    | every("billing", "proposedcharge", "view", "add")
    | every("clinical", "allergy", "add", "change", "void")
    | every("clinical", "history", "add", "void")
    | every("clinical", "vitalsigns", "add", "void")
    | every("reception", "appointment", "advance")
    | {"reception.manage_my_calendar"}
    | every("clinical", "problem", "add", "change", "void")
    | every("clinical", "visitdiagnosis", "add", "remove")
    | {"clinical.keep_favourites"}
)
NURSE = (
    WORKS_HERE
    | SEES_PATIENTS
    | SEES_THE_DAY
    | SEES_THE_CHART
    | every("clinical", "test", "add", "change")
    | {"clinical.change_note", "clinical.add_addendum", "clinical.book_follow_up", "clinical.keep_favourites"}
    | every("billing", "proposedcharge", "view", "add")
    | every("clinical", "allergy", "add", "change")
    | every("clinical", "history", "add", "void")
    | every("clinical", "vitalsigns", "add", "void")
    | every("reception", "appointment", "advance")
    | {"reception.manage_my_calendar"}
)
# A doctor in training: another doctor co-signs the notes, so no visit is written up in the old form beside them.
TRAINEE = (
    DOCTOR
    - {"clinical.sign_note_alone", "clinical.cosign_note"}
    - every("clinical", "clinicalrecord", "add", "change", "delete")
)
# A doctor who stands in: the records of today's patients, and another's to a reason that is stated.
LOCUM = DOCTOR - {"reception.open_any_record", "reception.view_waitingrequest"}
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
    | {"reception.record_absence"}
    | every("reception", "selfcheckin", "view", "change")
    | every("reception", "portalrequest", "view", "change")
    | {"billing.view_balance", "billing.view_proposedcharge"}
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
    | every("billing", "fee", "view", "add", "change")
    | {"billing.view_proposedcharge"}
    | every("clinical", "icd10term", "view", "add", "change", "delete")
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
    | every("clinical", "notetemplate", "view", "add", "change")
    | every("clinical", "referencerange", "view", "add", "change", "delete")
    | every("clinical", "phrase", "view", "add", "change", "delete")
)

ROLES = {
    "Patient": PATIENT,
    "Doctor": DOCTOR,
    "Trainee": TRAINEE,
    "Locum": LOCUM,
    "Nurse": NURSE,
    "Receptionist": RECEPTIONIST,
    "Staff": STAFF,
    "Report reader": REPORT_READER,
    "Administrator": ADMINISTRATOR,
}
