"""import_fhir: files and folders, a second run, the summary, the audit, and little memory."""

import re
import tracemalloc

import pytest

from audit.models import AuditLog
from billing.models import Billing
from billing.tests.fhir_bundles import (
    benefit,
    charted,
    claim,
    encounter,
    entry,
    imported,
    observation,
    order,
    organization,
    patient,
    practitioner,
    run,
    said,
    the_visit,
    write,
)
from clinical.models import ClinicalRecord, Prescription, Problem, Test
from emr_site.fhir.bundles import bundle_files, chunks, resources
from emr_site.fhir.context import Context
from emr_site.fhir.importing import import_file
from emr_site.models import ExternalIdentifier
from emr_site.tests.factories import signed
from reception.models import Insurance, Patient, Provider, Visit

pytestmark = pytest.mark.django_db
TABLES = (Patient, Provider, Insurance, Visit, ClinicalRecord, Prescription, Problem, Test, Billing)


def everything():
    """A bundle with a row for each table."""
    diagnosis = charted("Condition", "c-1", code=said("Asthma (disorder)"))
    return [*the_visit(), diagnosis, observation(), observation("v-1", "vital-signs"), order(), claim(), benefit()]


def row_counts():
    return {model.__name__: model.objects.count() for model in (*TABLES, ExternalIdentifier, AuditLog)}


def test_it_fills_each_table(tmp_path):
    imported(tmp_path, *everything())
    assert {model: model.objects.count() for model in TABLES} == dict.fromkeys(TABLES, 1)


@pytest.mark.parametrize("name", ["ann.json", "ann.json.gz"])
def test_it_reads_a_folder_of_files_plain_or_compressed(tmp_path, name):
    (tmp_path / "deeper").mkdir()
    write(tmp_path / "deeper" / name, *everything())
    (tmp_path / "README.md").write_text("Not a bundle.")
    assert run(tmp_path)[1] is None
    assert Patient.objects.count() == 1


def test_it_reads_a_compressed_file_by_another_name(tmp_path):
    write(tmp_path / "ann.json.gz", *everything()).rename(tmp_path / "ann.json")
    assert run(tmp_path / "ann.json")[1] is None


def test_it_reads_hospitals_and_practitioners_before_patients(tmp_path):
    for name in ("Ann.json", "practitionerInformation1.json", "hospitalInformation1.json"):
        write(tmp_path / name)
    ordered = [file.name for file in bundle_files([tmp_path])]
    assert ordered == ["hospitalInformation1.json", "practitionerInformation1.json", "Ann.json"]


def test_it_comes_back_to_a_file_that_needs_a_later_one(tmp_path):
    write(tmp_path / "a.json", patient(), encounter())
    write(tmp_path / "b.json", practitioner(), organization())
    printed, complaint = run(tmp_path)
    assert complaint is None, printed
    assert Visit.objects.get().facility == "ELM ROW CLINIC"


def test_it_adds_nothing_in_a_second_run(tmp_path):
    imported(tmp_path, *everything())
    before = row_counts()
    printed = imported(tmp_path, *everything())
    assert row_counts() == before
    assert all(line.split()[1] == "0" for line in printed.splitlines()[2:] if "skipped" not in line)


def test_it_adds_nothing_when_a_resource_stands_twice(tmp_path):
    imported(tmp_path, *everything(), *everything())
    assert {model: model.objects.count() for model in TABLES} == dict.fromkeys(TABLES, 1)


def test_it_adds_what_is_new_in_a_later_bundle(tmp_path):
    imported(tmp_path, *everything())
    imported(tmp_path, *everything(), encounter("visit-2"))
    assert (Patient.objects.count(), Visit.objects.count()) == (1, 2)


def test_it_says_what_was_mapped_and_what_was_not(tmp_path):
    printed = imported(tmp_path, *everything(), entry("Goal", "g-1"), entry("Goal", "g-2"), {"request": {}})
    rows = {line[:24].strip(): line[24:].split() for line in printed.splitlines()}
    assert rows["resource"] == ["new", "known", "skipped", "not", "mapped"]
    assert rows["Patient"] == ["1", "0", "0", "0"]
    assert rows["Observation"] == ["2", "0", "0", "0"]
    assert rows["Goal"] == ["0", "0", "0", "2"]
    assert rows["(no resource)"] == ["0", "0", "0", "1"]


def test_it_signs_each_row_in_the_audit(tmp_path):
    imported(tmp_path, *everything())
    written = AuditLog.objects.filter(operation_type="INSERT")
    assert set(written.values_list("table_name", flat=True)) == {model._meta.db_table for model in TABLES}
    assert set(AuditLog.objects.values_list("user_name", "role")) == {("import_fhir", "System")}


def test_it_signs_one_run_with_one_number(tmp_path):
    imported(tmp_path, *everything())
    assert AuditLog.objects.values("request_id").distinct().count() == 1


def test_it_leaves_a_record_as_people_changed_it(tmp_path):
    imported(tmp_path, *everything())
    with signed():
        ClinicalRecord.objects.update(discharge_diagnosis="No asthma after all")
    printed = imported(tmp_path, *everything())
    assert ClinicalRecord.objects.get().discharge_diagnosis == "No asthma after all"
    assert re.search(r"^Condition +0 +1 +0 +0$", printed, re.MULTILINE)  # its problem is known by its id


def test_it_reads_one_resource_at_a_time(tmp_path):
    file = write(tmp_path / "half.json", *(patient(f"p-{number}") for number in range(2000)))
    file.write_text(file.read_text()[:-5000])
    assert next(resources(file))[1]["id"] == "p-0"


def test_it_asks_for_no_more_than_a_chunk():
    asked = iter(range(10))
    assert next(chunks(asked, 3)) == [0, 1, 2]
    assert next(asked) == 3


def test_it_needs_no_more_memory_for_a_larger_file(tmp_path):
    goals = [entry("Goal", f"g-{number}", note=[{"text": "x" * 500}]) for number in range(6000)]
    file = write(tmp_path / "large.json", *goals)
    del goals
    assert file.stat().st_size > 3_500_000
    tracemalloc.start()
    import_file(file, Context())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 3_000_000


def test_it_asks_the_database_in_chunks(tmp_path, django_assert_max_num_queries):
    imported(tmp_path, *the_visit(), *(observation(f"o-{number}") for number in range(50)))
    with django_assert_max_num_queries(12):
        imported(tmp_path, *the_visit(), *(observation(f"o-{number}") for number in range(50)))


def test_it_asks_nothing_of_its_own_for_a_new_resource(tmp_path, django_assert_max_num_queries):
    with django_assert_max_num_queries(80):
        imported(tmp_path, *the_visit(), *(observation(f"o-{number}") for number in range(50)))
