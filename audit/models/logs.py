"""What happened: written by the database, read here."""

from django.db import models


class Who(models.Model):
    """Who did it, when and from where; the columns both logs share."""

    occurred_at = models.DateTimeField("when")
    patient_id = models.BigIntegerField("patient", null=True)
    user_id = models.BigIntegerField(null=True)
    user_name = models.CharField("who", max_length=150)
    role = models.CharField(max_length=255, null=True)
    database_account = models.CharField(max_length=100)
    connection_id = models.BigIntegerField(null=True)
    address = models.CharField("from", max_length=45, null=True)
    request_id = models.CharField("request", max_length=36, null=True)
    purpose_of_use = models.CharField(max_length=20, null=True)

    class Meta:
        abstract = True


class AuditLog(Who):
    class Action(models.TextChoices):
        CREATE = "C", "Created"
        READ = "R", "Read"
        UPDATE = "U", "Changed"
        DELETE = "D", "Removed"
        EXECUTE = "E", "Done"

    class Outcome(models.TextChoices):
        SUCCESS = "0", "Success"
        MINOR_FAILURE = "4", "Refused"
        SERIOUS_FAILURE = "8", "Failed"
        MAJOR_FAILURE = "12", "Failed badly"

    id = models.BigAutoField(primary_key=True, db_column="audit_id")
    event = models.CharField(max_length=20)
    action = models.CharField(max_length=1, choices=Action.choices)
    outcome = models.CharField(max_length=2, choices=Outcome.choices, default=Outcome.SUCCESS)
    operation_type = models.CharField(max_length=6, null=True)
    table_name = models.CharField("table", max_length=64, null=True)
    record_id = models.BigIntegerField("record", null=True)
    old_value = models.JSONField(null=True)
    new_value = models.JSONField(null=True)

    class Meta:
        managed = False
        db_table = "Audit_Log"
        ordering = ["-id"]
        default_permissions = ("view",)
        verbose_name = "audit entry"
        verbose_name_plural = "audit log"

    def __str__(self):
        return f"{self.get_action_display()} {self.table_name or self.event} {self.record_id or ''}".strip()


class Look(Who):
    id = models.BigAutoField(primary_key=True, db_column="look_id")
    patient_id = models.BigIntegerField("patient")
    part = models.CharField(max_length=40)

    class Meta:
        managed = False
        db_table = "Look"
        ordering = ["-id"]
        default_permissions = ("view",)

    def __str__(self):
        return f"{self.user_name} looked at {self.part}"
