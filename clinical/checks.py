"""What a clinic's database must hold before anybody can work."""

from django.conf import settings
from django.core.checks import Tags, Warning, register
from django.db import DatabaseError


@register(Tags.database)
def diagnoses_can_be_found(databases, **kwargs):
    """Without the list every diagnosis would be words alone: nothing to bill, nothing to count."""
    if not settings.PRODUCTION or "default" not in (databases or ()):
        return []
    from clinical.models import Icd10Code

    try:
        if Icd10Code.objects.exists():
            return []
    except DatabaseError:
        return []  # not migrated yet
    hint = "Run script/py manage.py load_icd10."
    return [Warning("The list of ICD-10-CM is empty: no diagnosis can be found.", hint=hint, id="clinical.W001")]
