"""The reports of the front desk."""

from emr_site.reports.filters import FirstDay, LastDay, OfPatient, OneOf, ReportFilters
from emr_site.reports.report import Column, Report, register
from reception.models import (
    Appointment,
    AppointmentDetails,
    AppointmentsPerProvider,
    AverageAge,
    InsuredPatients,
    PatientAppointments,
    PatientBasicInfo,
    PatientInsurance,
    Provider,
    VisitHistory,
    VisitsPerPatient,
)

PATIENTS, DAYS = "Patients", "Appointments and visits"
PATIENT_NUMBER = Column("patient_id", "Patient number", "key")


def provider_names():
    names = Provider.objects.order_by("name").values_list("name", flat=True).distinct()
    return [(name, name) for name in names]


class ByPatient(ReportFilters):
    patient_id = OfPatient()


class VisitFilters(ByPatient):
    provider_name = OneOf("Provider", provider_names)
    date_from = FirstDay("From")
    date_to = LastDay("To")


class AppointmentFilters(VisitFilters):
    status = OneOf("Status", Appointment.Status.choices)


register(
    Report(
        slug="patient-basic-info",
        title="Patient basic information",
        group=PATIENTS,
        question="Every patient, with gender and date of birth.",
        model=PatientBasicInfo,
        columns=(
            Column("patient_id", "Patient number", "key", quick=True),
            Column("name", "Name", "name", quick=True),
            Column("gender", "Gender"),
            Column("date_of_birth", "Date of birth", "date"),
        ),
        order="name",
        filters=ByPatient,
    ),
    Report(
        slug="visits-per-patient",
        title="Visits per patient",
        group=PATIENTS,
        question="How often each patient has come; patients who never came are listed with 0.",
        model=VisitsPerPatient,
        columns=(
            Column("patient_id", "Patient number", "key", quick=True),
            Column("name", "Name", "name", quick=True),
            Column("visits", "Visits", "number"),
        ),
        order="name",
        filters=ByPatient,
    ),
    Report(
        slug="average-age",
        title="Average age of patients",
        group=PATIENTS,
        question="The average of all patients' ages in completed years: today's age, or the age at death.",
        model=AverageAge,
        columns=(
            Column("average_age_years", "Average age in years", "number"),
            Column("patients_with_birth_date", "Patients with a date of birth", "number"),
            Column("patients", "All patients", "number", quick=True),
        ),
        order="patients",
        figures=True,
    ),
    Report(
        slug="patient-insurance",
        title="Patients with their insurance",
        group=PATIENTS,
        question="Each insurance that a patient has or had; a patient with two is listed twice.",
        model=PatientInsurance,
        columns=(
            Column("insurance_id", "Insurance number", "key", quick=True),
            PATIENT_NUMBER,
            Column("patient_name", "Patient name", "name"),
            Column("insurance_details", "Insurance"),
            Column("member_number", "Member number"),
            Column("starts_on", "Starts", "date"),
            Column("ends_on", "Ends", "date"),
        ),
        order="insurance_id",
        filters=ByPatient,
    ),
    Report(
        slug="insured-patients",
        title="Number of insured patients",
        group=PATIENTS,
        question="How many patients have or had an insurance; a patient with two is counted once.",
        model=InsuredPatients,
        columns=(
            Column("insured_patients", "Patients with an insurance", "number"),
            Column("patients", "All patients", "number", quick=True),
        ),
        order="patients",
        figures=True,
    ),
    Report(
        slug="appointment-details",
        title="Appointment details",
        group=DAYS,
        question="Every appointment; the newest come first until another heading is chosen.",
        model=AppointmentDetails,
        columns=(
            Column("appointment_id", "Appointment number", "key", quick=True),
            PATIENT_NUMBER,
            Column("patient_name", "Patient name", "name"),
            Column("provider_name", "Provider"),
            Column("date", "Date", "date", sort_by=("time",), quick=True),
            Column("time", "Time", "time"),
            Column("status", "Status"),
        ),
        order="-date",
        filters=AppointmentFilters,
    ),
    Report(
        slug="patient-appointments",
        title="Patients with an appointment",
        group=DAYS,
        question="Who has an appointment between two dates, and where to reach them; one line an appointment.",
        model=PatientAppointments,
        columns=(
            PATIENT_NUMBER,
            Column("patient_name", "Patient name", "name"),
            Column("phone_number", "Phone"),
            Column("date", "Date", "date", sort_by=("time",), quick=True),
            Column("time", "Time", "time"),
            Column("provider_name", "Provider"),
            Column("status", "Status"),
        ),
        order="-date",
        filters=AppointmentFilters,
    ),
    Report(
        slug="appointments-per-provider",
        title="Appointments per provider",
        group=DAYS,
        question="How many appointments each provider has, whatever their status; providers with none show 0.",
        model=AppointmentsPerProvider,
        columns=(
            Column("provider_id", "Provider number", "key"),
            Column("provider_name", "Provider"),
            Column("department", "Department"),
            Column("appointments", "Appointments", "number"),
        ),
        order="provider_name",
    ),
    Report(
        slug="visit-history",
        title="Visit history",
        group=DAYS,
        question="Every visit; the newest come first until another heading is chosen.",
        model=VisitHistory,
        columns=(
            Column("visit_id", "Visit number", "key", quick=True),
            PATIENT_NUMBER,
            Column("patient_name", "Patient name", "name"),
            Column("provider_name", "Provider"),
            Column("date", "Date", "date", sort_by=("time",), quick=True),
            Column("time", "Time", "time"),
            Column("facility", "Facility"),
        ),
        order="-date",
        filters=VisitFilters,
    ),
)
