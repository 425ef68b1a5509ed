"""Which of our rows stands for a record of another system."""

from django.db import models


class ExternalIdentifier(models.Model):
    id = models.BigAutoField(primary_key=True, db_column="external_identifier_id")
    identifier_system = models.CharField(max_length=100)
    identifier_value = models.CharField(max_length=150)
    table_name = models.CharField(max_length=64)
    record_id = models.BigIntegerField()
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        managed = False
        db_table = "ExternalIdentifier"
        ordering = ["-id"]
        default_permissions = ("view",)

    def __str__(self):
        return f"{self.table_name} {self.record_id}"
