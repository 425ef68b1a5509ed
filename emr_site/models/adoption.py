"""What could not be placed as it was when a database was adopted."""

from django.db import models


class AdoptionFinding(models.Model):
    id = models.BigAutoField(primary_key=True, db_column="adoption_finding_id")
    source_table = models.CharField(max_length=64)
    source_id = models.CharField("number there", max_length=64, null=True, blank=True)
    reason = models.CharField(max_length=64)
    explanation = models.CharField(max_length=255)
    original_row = models.JSONField()
    placed_table = models.CharField("placed in", max_length=64, null=True, blank=True)
    placed_id = models.BigIntegerField("as number", null=True, blank=True)
    found_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        managed = False
        db_table = "Adoption_Finding"
        ordering = ["-id"]
        default_permissions = ("view",)

    def __str__(self):
        return f"{self.source_table} {self.source_id}: {self.reason}"
