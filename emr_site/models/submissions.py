"""Creating forms that were sent, so that a second arrival of one finds what the first created."""

from django.db import models


class Submission(models.Model):
    id = models.BigAutoField(primary_key=True, db_column="submission_id")
    user_id = models.BigIntegerField(default=0)
    idempotency_key = models.CharField(max_length=36)
    contents = models.CharField(max_length=64, null=True)
    record_id = models.BigIntegerField(null=True)
    submitted_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        managed = False
        db_table = "Submission"
        default_permissions = ()

    def __str__(self):
        return f"Submission {self.pk}"
