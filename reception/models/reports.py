"""What report readers see of the front desk: a read-only model for each view of sql/reception/views."""

from django.db import models


class PatientBasicInfo(models.Model):
    patient_id = models.BigIntegerField(primary_key=True)
    name = models.CharField(max_length=201)
    gender = models.CharField(max_length=50, null=True)
    date_of_birth = models.DateField(null=True)

    class Meta:
        managed = False
        db_table = "View_Patient_BasicInfo"
        default_permissions = ("view",)


class AppointmentDetails(models.Model):
    appointment_id = models.BigIntegerField(primary_key=True)
    patient_name = models.CharField(max_length=201)
    provider_name = models.CharField(max_length=222)
    date = models.DateField()
    time = models.TimeField()
    status = models.CharField(max_length=20)
    patient_id = models.BigIntegerField()

    class Meta:
        managed = False
        db_table = "View_Appointment_Details"
        default_permissions = ("view",)


class VisitHistory(models.Model):
    visit_id = models.BigIntegerField(primary_key=True)
    patient_name = models.CharField(max_length=201)
    provider_name = models.CharField(max_length=222)
    date = models.DateField()
    time = models.TimeField(null=True)
    facility = models.CharField(max_length=100, null=True)
    patient_id = models.BigIntegerField()

    class Meta:
        managed = False
        db_table = "View_Visit_History"
        default_permissions = ("view",)


class VisitsPerPatient(models.Model):
    patient_id = models.BigIntegerField(primary_key=True)
    name = models.CharField(max_length=201)
    visits = models.BigIntegerField()

    class Meta:
        managed = False
        db_table = "Report_Visits_Per_Patient"
        default_permissions = ("view",)


class AverageAge(models.Model):
    patients = models.BigIntegerField(primary_key=True)  # the view has one row: any column can stand for its key
    patients_with_birth_date = models.BigIntegerField()
    average_age_years = models.DecimalField(max_digits=14, decimal_places=1, null=True)

    class Meta:
        managed = False
        db_table = "Report_Average_Age"
        default_permissions = ("view",)


class AppointmentsPerProvider(models.Model):
    provider_id = models.BigIntegerField(primary_key=True)
    provider_name = models.CharField(max_length=222)
    department = models.CharField(max_length=100, null=True)
    appointments = models.BigIntegerField()

    class Meta:
        managed = False
        db_table = "Report_Appointments_Per_Provider"
        default_permissions = ("view",)


class PatientAppointments(models.Model):
    appointment_id = models.BigIntegerField(primary_key=True)
    patient_id = models.BigIntegerField()
    patient_name = models.CharField(max_length=201)
    phone_number = models.CharField(max_length=30, null=True)
    date = models.DateField()
    time = models.TimeField()
    provider_name = models.CharField(max_length=222)
    status = models.CharField(max_length=20)

    class Meta:
        managed = False
        db_table = "Report_Patient_Appointments"
        default_permissions = ("view",)


class PatientInsurance(models.Model):
    insurance_id = models.BigIntegerField(primary_key=True)
    patient_id = models.BigIntegerField()
    patient_name = models.CharField(max_length=201)
    insurance_details = models.CharField(max_length=255)
    member_number = models.CharField(max_length=50, null=True)
    starts_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)

    class Meta:
        managed = False
        db_table = "Report_Patient_Insurance"
        default_permissions = ("view",)


class InsuredPatients(models.Model):
    patients = models.BigIntegerField(primary_key=True)  # the view has one row: any column can stand for its key
    insured_patients = models.BigIntegerField()

    class Meta:
        managed = False
        db_table = "Report_Insured_Patients"
        default_permissions = ("view",)
