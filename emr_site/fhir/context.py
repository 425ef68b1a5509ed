"""What one import knows while it runs: what references mean, what was imported before, what was counted."""

from collections import defaultdict

from emr_site.fhir.bundles import identity
from emr_site.fhir.registry import Skip, Unresolved
from emr_site.fhir.tally import Tally
from emr_site.models import ExternalIdentifier

SYSTEM = "urn:hl7-org:fhir:r4"


class Context:
    def __init__(self):
        self.names = {}  # what an organisation's or a medicine's reference is called
        self.start_file()

    def start_file(self):
        """Forget what belonged to the last file; a file that failed must leave nothing behind here either."""
        self.tally = Tally()
        self.rows, self.looked_up, self.unwritten, self.left_out = {}, set(), [], set()
        self.gathered = defaultdict(list)
        self.kept = defaultdict(list)  # what a room keeps for the end of the file, by keys of its own
        self.births = {}  # of visits on the day of birth by the sender's clock, the day before by ours

    def look_up(self, values):
        """Learn in one query which of these resources have rows, so that `find` need not ask for each."""
        found = ExternalIdentifier.objects.filter(identifier_system=SYSTEM, identifier_value__in=values)
        for value, table, record_id in found.values_list("identifier_value", "table_name", "record_id"):
            self.rows[table, value] = record_id
        self.looked_up.update(values)

    def find(self, reference, model):
        """The id of our row for a reference such as "urn:uuid:…" or "Patient/…"; None when never imported."""
        value, table = identity(reference), model._meta.db_table
        if (table, value) not in self.rows and value not in self.looked_up:
            self.look_up([value])
        return self.rows.get((table, value))

    def need(self, reference, model):
        """As `find`, for a reference that must be there; raises Unresolved, or Skip for none or a skipped one."""
        name = model._meta.verbose_name
        if not reference:
            raise Skip(f"it names no {name}")
        found = self.find(reference, model)
        if found is None and identity(reference) in self.left_out:
            raise Skip(f"its {name} was skipped")
        if found is None:
            raise Unresolved(f"the {name} it refers to is not there")
        return found

    def name_of(self, reference):
        """What the resource is called that has no row of its own, such as an organisation; None when not read."""
        return self.names.get(identity(reference))

    def remember(self, value, row):
        """Note that `row` stands for the resource with this id; `write_identifiers` writes it down."""
        table = row._meta.db_table
        self.unwritten.append(
            ExternalIdentifier(identifier_system=SYSTEM, identifier_value=value, table_name=table, record_id=row.pk)
        )
        self.rows[table, value] = row.pk

    def write_identifiers(self):
        ExternalIdentifier.objects.bulk_create(self.unwritten)
        self.unwritten = []

    def skip(self, resource, reason):
        self.tally.skipped[resource["resourceType"], reason] += 1
        self.left_out.add(resource.get("id"))

    def note(self, resource, what):
        """Say in the summary what of a resource had no place, though the rest went in."""
        self.tally.noted[resource["resourceType"], what] += 1
