"""manage.py load_icd10: the diagnoses of ICD-10-CM, from the list that a pinned package carries."""

from django.core.management.base import BaseCommand

from clinical.icd10_list import Listed, write_list
from clinical.models import Icd10Code


class Command(BaseCommand):
    help = "Make the tables of ICD-10-CM equal to the list of this release; a second run changes nothing."
    requires_migrations_checks = True

    def add_arguments(self, parser):
        parser.add_argument("--if-empty", action="store_true", help="do nothing when codes are there already")

    def handle(self, *, if_empty, verbosity, **options):
        if if_empty and Icd10Code.objects.exists():
            return
        written, gone = write_list(listed())
        if verbosity:
            self.stdout.write(f"ICD-10-CM: {written:,} codes written, {gone:,} no longer listed.")


def listed():
    # Reading the list takes three seconds and 200 MB: nobody but this command waits for it.
    import simple_icd_10_cm as icd10

    for code in icd10.get_all_codes(True):
        if icd10.is_category_or_subcategory(code):
            also = (*icd10.get_includes(code), *icd10.get_inclusion_term(code))
            yield Listed(code, icd10.get_description(code), icd10.is_leaf(code), also)
