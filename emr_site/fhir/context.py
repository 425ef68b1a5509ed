"""What one import knows while it runs: what references mean, what was imported before, what was counted."""

from collections import Counter, defaultdict

from emr_site.fhir.registry import Unresolved
from emr_site.models import ExternalIdentifier

SYSTEM = "urn:hl7-org:fhir:r4"


class Context:
    def __init__(self):
        self.mapped, self.known, self.not_mapped, self.skipped = Counter(), Counter(), Counter(), Counter()
        self.names = {}  # what an organisation's reference is called
        self.start_file()

    def start_file(self):
        """Forget what belonged to the last file; a file that failed must leave nothing behind here either."""
        self.rows = {}
        self.gathered = defaultdict(lambda: defaultdict(list))

    def find(self, reference, model):
        """The id of our row for a reference such as "urn:uuid:…" or "Patient/…"; None when never imported."""
        value = str(reference).rsplit("/", 1)[-1].removeprefix("urn:uuid:")
        key = (model._meta.db_table, value)
        if key not in self.rows:
            found = ExternalIdentifier.objects.filter(
                identifier_system=SYSTEM, identifier_value=value, table_name=model._meta.db_table
            ).values_list("record_id", flat=True)
            self.rows[key] = found.first()
        if self.rows[key] is None:
            del self.rows[key]
            return None
        return self.rows[key]

    def need(self, reference, model):
        """As `find`, for a reference that must be there; raises Unresolved."""
        found = self.find(reference, model)
        if found is None:
            raise Unresolved(f"{model._meta.db_table} {reference} is not there")
        return found

    def remember(self, value, row):
        """Note that `row` stands for the resource with this id."""
        table = row._meta.db_table
        ExternalIdentifier.objects.create(
            identifier_system=SYSTEM, identifier_value=value, table_name=table, record_id=row.pk
        )
        self.rows[table, value] = row.pk
