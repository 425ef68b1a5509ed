"""A sign-in belongs to one patient and to one provider at most, whoever writes."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from emr_site.db import refusal_code
from emr_site.tests.factories import signed
from reception.models import Patient, Provider
from reception.tests.factories import PatientFactory, ProviderFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("factory", "constraint"), [(PatientFactory, "patient_user_taken"), (ProviderFactory, "provider_user_taken")]
)
def test_it_refuses_a_second_record_of_one_user(cast, factory, constraint):
    first, second = factory(user=cast.ann), factory()
    table, key = first._meta.db_table, first._meta.pk.column
    second.user = cast.ann
    with pytest.raises(IntegrityError) as by_model, signed(), transaction.atomic():
        second.save(update_fields=["user"])
    with pytest.raises(IntegrityError) as by_hand, signed(), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE {table} SET user_id = %s WHERE {key} = %s", [cast.ann.pk, second.pk])
    assert refusal_code(by_model.value) == refusal_code(by_hand.value) == constraint


def test_it_lets_a_doctor_be_a_patient_too(cast):
    PatientFactory(user=cast.okafor)
    ProviderFactory(user=cast.okafor)


def test_an_administrator_ties_a_sign_in_to_a_record(cast):
    patient = PatientFactory(given_name="Ann", family_name="Hale")
    url = reverse("admin:reception_patient_change", args=[patient.pk])
    form = {"given_name": "Ann", "family_name": "Hale", "sex": "female", "user": cast.ann.pk}
    form |= {f"{rows}-{count}_FORMS": 0 for rows in ("phones", "contacts") for count in ("TOTAL", "INITIAL")}
    browser = cast.browse_as(cast.ada)
    assert browser.post(url, form).status_code == 302
    assert Patient.objects.get(pk=patient.pk).user == cast.ann
    assert cast.browse_as(cast.ann).get("/my/").status_code == 200
    second = PatientFactory()
    page = browser.post(reverse("admin:reception_patient_change", args=[second.pk]), form)
    assert "already exists" in page.content.decode()


def test_an_administrator_ties_a_sign_in_to_a_provider(cast):
    provider = ProviderFactory(given_name="Astrid", family_name="Lund")
    form = {"prefix": "Dr.", "given_name": "Astrid", "family_name": "Lund", "user": cast.lund.pk}
    form |= {"hours-TOTAL_FORMS": 0, "hours-INITIAL_FORMS": 0}
    url = reverse("admin:reception_provider_change", args=[provider.pk])
    assert cast.browse_as(cast.ada).post(url, form).status_code == 302
    assert Provider.objects.get(pk=provider.pk).user == cast.lund


def test_staff_tie_no_sign_in_to_a_provider(cast):
    provider = ProviderFactory(given_name="Astrid", family_name="Lund")
    form = {"prefix": "Dr.", "given_name": "Astrid", "family_name": "Lund", "user": cast.sam.pk}
    form |= {"hours-TOTAL_FORMS": 0, "hours-INITIAL_FORMS": 0}
    url, browser = reverse("admin:reception_provider_change", args=[provider.pk]), cast.browse_as(cast.sam)
    assert 'name="user"' not in browser.get(url).content.decode()
    assert browser.post(url, form).status_code == 302
    assert Provider.objects.get(pk=provider.pk).user is None
