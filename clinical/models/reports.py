"""What report readers see of the chart: a read-only model for each view of sql/clinical/views."""

from django.db import models


class ClinicalRecordSummary(models.Model):
    record_id = models.BigIntegerField(primary_key=True)
    patient_name = models.CharField(max_length=201)
    visit_date = models.DateField()
    symptoms = models.TextField(null=True)
    diagnosis = models.TextField(null=True)
    patient_id = models.BigIntegerField()

    class Meta:
        managed = False
        db_table = "View_ClinicalRecord_Summary"
        default_permissions = ("view",)


class PatientsByRoom(models.Model):
    record_id = models.BigIntegerField(primary_key=True)
    room_id = models.BigIntegerField()
    room_number = models.IntegerField()
    patient_id = models.BigIntegerField()
    patient_name = models.CharField(max_length=201)
    visit_date = models.DateField()

    class Meta:
        managed = False
        db_table = "Report_Patients_By_Room"
        default_permissions = ("view",)


class PatientsByDepartment(models.Model):
    record_id = models.BigIntegerField(primary_key=True)
    room_id = models.BigIntegerField()
    managing_department = models.CharField(max_length=50)
    room_number = models.IntegerField()
    patient_id = models.BigIntegerField()
    patient_name = models.CharField(max_length=201)
    visit_date = models.DateField()

    class Meta:
        managed = False
        db_table = "Report_Patients_By_Department"
        default_permissions = ("view",)
