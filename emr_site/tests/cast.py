"""The people of the tests, by name; each comes on stage when first called.

Rosa is at the desk, Ned is a nurse, Dr Okafor is Ann's physician, Dr Lund is not, Sam is in the back office, Rita
reads reports, Ada administers, Ann is a patient, Bo another. `cast.ann` is who signs in, `cast.ann_record` her row of
Patient; what is Ann's has Ann's name: cast.ann_visit, cast.ann_appointment …
"""

from functools import cached_property

import pytest
from django.test import Client

from accounts.tests.factories import UserFactory
from billing.tests.factories import BillingFactory
from clinical.tests.factories import (
    AllergyFactory,
    ClinicalRecordFactory,
    FamilyHistoryFactory,
    FavouriteFactory,
    NoteSectionFactory,
    PrescriptionFactory,
    ProblemFactory,
    SmokingStatusFactory,
    SocialHistoryFactory,
    SurgicalHistoryFactory,
    TestFactory,
    VisitDiagnosisFactory,
    VitalSignsFactory,
)
from emr_site.tests.factories import signed
from reception.merging import merge_patients
from reception.models import PatientMerge
from reception.tests.factories import AppointmentFactory, PatientFactory, ProviderFactory, VisitFactory
from reception.tests.message_factories import (
    AppointmentAnswerFactory,
    MessageFactory,
    PortalRequestFactory,
    SelfCheckInFactory,
)
from reception.tests.record_factories import (
    ConsentFactory,
    ConsentFormFactory,
    InsuranceFactory,
    PatientContactFactory,
    PatientPhoneFactory,
    PatientPhotoFactory,
    PossibleDuplicateFactory,
)
from reception.tests.waiting_factories import FreedSlotFactory, SlotOfferFactory, WaitingRequestFactory


def actor(username, given_name, family_name, role, **fields):
    """A member of the cast who has no password: tests sign them in by force_login."""

    def come_on_stage(cast):
        return UserFactory(username=username, given_name=given_name, family_name=family_name, role=role, **fields)

    return cached_property(come_on_stage)


def row(factory, **of):
    """A row of the factory's; each argument says whose or of what it is, by the name in the cast."""
    return cached_property(lambda cast: factory(**{name: getattr(cast, whose) for name, whose in of.items()}))


class Cast:
    rosa = actor("rosa", "Rosa", "Marsh", "Receptionist")
    ned = actor("ned", "Ned", "Flood", "Nurse")
    okafor = actor("okafor", "Chidi", "Okafor", "Doctor")
    lund = actor("lund", "Astrid", "Lund", "Doctor")
    trainee = actor("tove", "Tove", "Berg", "Trainee")
    locum = actor("lina", "Lina", "Frost", "Locum")
    sam = actor("sam", "Sam", "Pike", "Staff", is_staff=True)
    rita = actor("rita", "Rita", "Bloom", "Report reader")
    ada = actor("ada", "Ada", "Stone", "Administrator", is_staff=True)
    ann = actor("ann", "Ann", "Hale", "Patient")
    bo = actor("bo", "Bo", "Winter", "Patient")

    @cached_property
    def ann_record(self):
        return PatientFactory(
            given_name="Ann",
            family_name="Hale",
            phone_number="01632 960 201",
            address="3 Elm Row",
            user=self.ann,
        )

    @cached_property
    def bo_record(self):
        return PatientFactory(given_name="Bo", family_name="Winter", sex="male", user=self.bo)

    @cached_property
    def okafor_provider(self):
        return ProviderFactory(given_name="Chidi", family_name="Okafor", user=self.okafor)

    @cached_property
    def lund_provider(self):
        return ProviderFactory(given_name="Astrid", family_name="Lund", user=self.lund)

    ann_appointment = row(AppointmentFactory, patient="ann_record", provider="okafor_provider")
    bo_appointment = row(AppointmentFactory, patient="bo_record", provider="lund_provider")
    ann_phone = row(PatientPhoneFactory, patient="ann_record")
    ann_contact = row(PatientContactFactory, patient="ann_record")
    ann_photo = row(PatientPhotoFactory, patient="ann_record")
    ann_insurance = row(InsuranceFactory, patient="ann_record")
    ann_visit = row(VisitFactory, patient="ann_record", provider="okafor_provider")
    bo_visit = row(VisitFactory, patient="bo_record", provider="lund_provider")
    ann_clinical_record = row(ClinicalRecordFactory, visit="ann_visit")
    ann_vital_signs = row(VitalSignsFactory, patient="ann_record")

    @cached_property
    def ann_favourite(self):
        """Dr Okafor's, of what is ordered at Ann's visit."""
        return FavouriteFactory(user=self.okafor, test_type=self.ann_test.type)

    ann_note_visit = row(VisitFactory, patient="ann_record", provider="okafor_provider")

    @cached_property
    def ann_note(self):
        return NoteSectionFactory(note__visit=self.ann_note_visit).note

    ann_prescription = row(PrescriptionFactory, patient="ann_record", visit="ann_visit", provider="okafor_provider")
    bo_prescription = row(PrescriptionFactory, patient="bo_record", provider="lund_provider")
    ann_test = row(TestFactory, visit="ann_visit")
    ann_problem = row(ProblemFactory, patient="ann_record")  # in words alone: that needs no list of codes
    ann_diagnosis = row(VisitDiagnosisFactory, visit="ann_visit", problem="ann_problem")
    ann_allergy = row(AllergyFactory, patient="ann_record")
    ann_family = row(FamilyHistoryFactory, patient="ann_record")
    ann_surgical = row(SurgicalHistoryFactory, patient="ann_record")
    ann_social = row(SocialHistoryFactory, patient="ann_record")
    ann_smoking = row(SmokingStatusFactory, patient="ann_record")
    ann_billing = row(BillingFactory, patient="ann_record", visit="ann_visit")
    ann_message = row(MessageFactory, patient="ann_record")
    ann_consent_form = row(ConsentFormFactory)  # one that Ann has not answered
    ann_consent = row(ConsentFactory, patient="ann_record")

    @cached_property
    def ann_twin(self):
        """A second record that may be Ann's too."""
        return PatientFactory(given_name="Anne", family_name="Hale")

    ann_pair = row(PossibleDuplicateFactory, patient="ann_twin", other_patient="ann_record")

    @cached_property
    def ann_merge(self):
        """A third record that was Ann's too."""
        merged = PatientFactory(given_name="An", family_name="Hale")
        with signed():
            merge_id = merge_patients(self.ann_record.pk, merged.pk, reason="Same passport")
        return PatientMerge.objects.get(pk=merge_id)

    ann_wish = row(WaitingRequestFactory, patient="ann_record")
    ann_freed_slot = row(FreedSlotFactory, provider="okafor_provider")
    ann_offer = row(SlotOfferFactory, waiting_request="ann_wish")
    ann_check_in = row(SelfCheckInFactory, appointment="ann_appointment")
    ann_request = row(PortalRequestFactory, patient="ann_record")
    ann_answer = row(AppointmentAnswerFactory, appointment="ann_appointment")

    @cached_property
    def everyone(self):
        """One person of each role, by the role's name."""
        return {
            "Patient": self.ann,
            "Doctor": self.okafor,
            "Nurse": self.ned,
            "Receptionist": self.rosa,
            "Staff": self.sam,
            "Report reader": self.rita,
            "Administrator": self.ada,
        }

    def of_role(self, role):
        return ({"Trainee": self.trainee, "Locum": self.locum} | self.everyone)[role]

    def call_everyone(self):
        """Bring all of the people and all of Ann's and Bo's rows on stage."""
        for name, value in vars(type(self)).items():
            if isinstance(value, cached_property):
                getattr(self, name)

    def browse_as(self, user):
        """A test client with the user signed in; None: nobody."""
        client = Client()
        if user is not None:
            with signed():
                client.force_login(user)
        return client


@pytest.fixture
def cast(db):
    return Cast()
