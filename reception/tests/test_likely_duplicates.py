"""Who may be registered twice: shown beside the form, noted when registered anyway, decided on a worklist."""

from datetime import date
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.db import DatabaseError, IntegrityError, connection

from audit.models import AuditLog
from emr_site.tests.factories import signed
from emr_site.tests.plans import assert_reads, plans_of
from reception.duplicates import Told, likely
from reception.models import Insurance, Patient, PossibleDuplicate
from reception.tests.factories import PatientFactory
from reception.tests.record_factories import InsuranceFactory, PatientPhoneFactory, PossibleDuplicateFactory

pytestmark = pytest.mark.django_db
BORN = date(1980, 8, 14)
REGISTER, LIKELY, LIST = "/patients/new/", "/patients/new/likely/", "/patients/duplicates/"


@pytest.fixture
def known():
    return PatientFactory(
        family_name="Hernandez", given_name="Kathryn", date_of_birth=BORN, phone_number="01632 960 555"
    )


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        (Told("Hernandez", "Kathryn", BORN), "Same date of birth and name"),
        (Told("Hernandes", "Catherine", BORN), "Same date of birth, the name sounds alike"),
        (Told("Kathryn", "Hernandez", BORN), "Same date of birth, names the other way round"),
        (Told("Hernandez", "", BORN), "Same date of birth, the name sounds alike"),
        (Told("Jones", "Mary", date(1970, 1, 1), phones=("+44 1632 960555",)), "Same phone"),
        (Told("Jones", "Mary", None, phones=("020 7946 0018",)), "Same phone"),
        (Told("Jones", "Mary", None, member_keys=("ZX44",)), "Same member number"),
        (Told("Hernandez", "Kathryn", BORN, member_keys=("ZX44",)), "Same date of birth and name · Same member number"),
    ],
)
def test_it_finds_who_may_be_the_same(known, told, reason):
    PatientPhoneFactory(patient=known, number="020-7946-0018")
    InsuranceFactory(patient=known, member_number="ZX 44")
    (found,) = likely(told)
    assert (found.patient, found.reason) == (known, reason)


@pytest.mark.parametrize(
    "told",
    [
        Told("Hernandez", "Kathryn", date(1980, 8, 15)),
        Told("Hernandez", "Robert", BORN),
        Told("", "", BORN),
        Told("Hernandez", "Kathryn", None),
        Told("Jones", "Mary", None, phones=("960 55",)),
        Told(),
    ],
)
def test_it_leaves_others_alone(known, told):
    assert likely(told) == []


def test_it_reads_indexes_alone(known):
    told = Told("Hernandez", "Kathryn", BORN, ("01632 960 555",), ("ZX44",))
    for sql, steps in plans_of(lambda: likely(told), ["Patient"]):
        assert_reads(sql, steps, at_most=30)


def form(**fields):
    fields = {"family_name": "Hernandes", "given_name": "Catherine", "date_of_birth": "14/8/1980"} | fields
    return {"idempotency_key": str(uuid4()), "sex": "female"} | fields


def test_it_shows_them_while_typing(cast, known):
    client = cast.browse_as(cast.rosa)
    page = client.post(LIKELY, form()).content.decode()
    assert "HERNANDEZ, Kathryn" in page
    assert "the name sounds alike" in page
    assert "<html" not in page
    assert client.post(LIKELY, form(date_of_birth="14/8/19")).content.decode().strip() == ""


def test_a_further_phone_and_a_preferred_name_are_told_while_typing(cast, known):
    client = cast.browse_as(cast.rosa)
    page = client.get(REGISTER).content.decode()
    assert 'hx-include="#register"' in page
    assert "hx-params" not in page.partition('hx-include="#register"')[2].partition(">")[0]
    told = form(family_name="Ford", **{"phones-0-number": "+44 1632 960555"})
    assert "Same phone" in client.post(LIKELY, told).content.decode()
    told = form(family_name="Hernandez", given_name="Zed", preferred_name="Kathryn")
    assert "one name is part of the other" in client.post(LIKELY, told).content.decode()


def test_it_asks_before_it_registers_and_keeps_what_was_typed(cast, known):
    client = cast.browse_as(cast.rosa)
    sent = form(preferred_name="Kate")
    answer = client.post(REGISTER, sent)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Somebody like this is registered already" in page
    assert 'value="Kate"' in page
    assert Patient.objects.filter(family_name="Hernandes").count() == 0


def test_registering_anyway_is_recorded(cast, known):
    answer = cast.browse_as(cast.rosa).post(REGISTER, form(register_anyway="on"))
    assert answer.status_code == 302
    made = Patient.objects.get(family_name="Hernandes")
    pair = PossibleDuplicate.objects.get(patient=made, other_patient=known)
    assert (pair.state, pair.registered_by) == ("open", cast.rosa)
    assert AuditLog.objects.filter(table_name="PossibleDuplicate", record_id=pair.pk, user_name="rosa").exists()


def test_a_first_insurance_is_registered_with_the_patient(cast):
    client = cast.browse_as(cast.rosa)
    answer = client.post(REGISTER, form(member_number="AB 12 34"))
    assert "that this member number is of" in answer.content.decode()
    client.post(REGISTER, form(member_number="AB 12 34", insurance_details="Northern Mutual"))
    insurance = Insurance.objects.get(patient__family_name="Hernandes")
    assert (insurance.insurance_details, insurance.member_number) == ("Northern Mutual", "AB 12 34")


def test_a_corrected_birth_date_brings_a_record_on_the_worklist(cast, known):
    client = cast.browse_as(cast.rosa)
    other = PatientFactory(family_name="Hernandez", given_name="Katrin", date_of_birth=date(1908, 8, 14))
    page = client.get(f"/patients/{other.pk}/edit/")
    fields = {name: field.value() or "" for name, field in ((f.name, f) for f in page.context["form"])}
    fields |= {"date_of_birth": "14-Aug-1980"}
    assert client.post(f"/patients/{other.pk}/edit/", fields).status_code == 302
    assert PossibleDuplicate.objects.filter(patient=other, other_patient=known).count() == 1


def test_the_worklist_compares_and_takes_a_decision_once(cast, django_assert_max_num_queries):
    pairs = [PossibleDuplicateFactory() for _ in range(12)]
    client = cast.browse_as(cast.rosa)
    with django_assert_max_num_queries(8):
        page = client.get(LIST)
    assert len(page.context["shown"]) == 10
    assert "Same phone" in page.content.decode()
    url = f"{LIST}{pairs[-1].pk}/different/"
    assert "two people" in client.post(url, {"note": "Twins"}, follow=True).content.decode()
    assert "Somebody else has decided" in client.post(url, {"note": "x"}, follow=True).content.decode()
    pair = PossibleDuplicate.objects.get(pk=pairs[-1].pk)
    assert (pair.state, pair.note, pair.decided_by) == ("different", "Twins", cast.rosa)
    assert (
        "too long" in client.post(f"{LIST}{pairs[0].pk}/different/", {"note": "x" * 300}, follow=True).content.decode()
    )


def test_the_database_takes_a_pair_once_and_the_later_record_first(known):
    other = PatientFactory()
    PossibleDuplicateFactory(patient=other, other_patient=known)
    for one, two in ((other.pk, known.pk), (known.pk, other.pk)):
        with pytest.raises(DatabaseError), signed(), connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO PossibleDuplicate (patient_id, other_patient_id, reason) VALUES (%s, %s, 'x')", [one, two]
            )
    with pytest.raises((DatabaseError, IntegrityError)), signed():
        PossibleDuplicate.objects.update(state="different")


def test_a_mistaken_registration_can_still_be_deleted(cast, known):
    cast.browse_as(cast.rosa).post(REGISTER, form(register_anyway="on"))
    made = Patient.objects.get(family_name="Hernandes")
    answer = cast.browse_as(cast.rosa).post(f"/patients/{made.pk}/delete/", {"patient_id": made.pk})
    assert answer.status_code == 302
    assert not Patient.objects.filter(pk=made.pk).exists()


def test_the_whole_practice_is_searched_and_a_second_run_adds_nothing(known, capsys):
    twin = PatientFactory(family_name="Kathryn", given_name="Hernandes", date_of_birth=BORN)
    same_phone = PatientFactory(date_of_birth=date(1950, 1, 1), phone_number="(01632) 960555")
    member = PatientFactory(date_of_birth=date(1951, 1, 1))
    InsuranceFactory(patient=member, member_number="ZX-44")
    InsuranceFactory(patient=twin, member_number="ZX 44")
    PatientFactory(family_name="Okonkwo", given_name="Olu", date_of_birth=BORN)
    for _ in range(2):
        call_command("find_duplicates", verbosity=0)
        assert "3 pairs" in capsys.readouterr().out
    found = {(each.patient_id, each.other_patient_id): each.reason for each in PossibleDuplicate.objects.all()}
    assert found == {
        (twin.pk, known.pk): "Same date of birth, names the other way round",
        (same_phone.pk, known.pk): "Same phone",
        (member.pk, twin.pk): "Same member number",
    }
