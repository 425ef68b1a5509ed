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
from reception.tests.factories import (
    AppointmentAnswerFactory,
    AppointmentFactory,
    ConsentFactory,
    ConsentFormFactory,
    FreedSlotFactory,
    InsuranceFactory,
    MessageFactory,
    PatientContactFactory,
    PatientFactory,
    PatientPhoneFactory,
    PatientPhotoFactory,
    PortalRequestFactory,
    PossibleDuplicateFactory,
    ProviderFactory,
    SelfCheckInFactory,
    SlotOfferFactory,
    VisitFactory,
    WaitingRequestFactory,
)


def actor(username, given_name, family_name, role, **fields):
    """A member of the cast who has no password: tests sign them in by force_login."""

    def come_on_stage(cast):
        return UserFactory(username=username, given_name=given_name, family_name=family_name, role=role, **fields)

    return cached_property(come_on_stage)


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

    @cached_property
    def ann_appointment(self):
        return AppointmentFactory(patient=self.ann_record, provider=self.okafor_provider)

    @cached_property
    def bo_appointment(self):
        return AppointmentFactory(patient=self.bo_record, provider=self.lund_provider)

    @cached_property
    def ann_phone(self):
        return PatientPhoneFactory(patient=self.ann_record)

    @cached_property
    def ann_contact(self):
        return PatientContactFactory(patient=self.ann_record)

    @cached_property
    def ann_photo(self):
        return PatientPhotoFactory(patient=self.ann_record)

    @cached_property
    def ann_insurance(self):
        return InsuranceFactory(patient=self.ann_record)

    @cached_property
    def ann_visit(self):
        return VisitFactory(patient=self.ann_record, provider=self.okafor_provider)

    @cached_property
    def bo_visit(self):
        return VisitFactory(patient=self.bo_record, provider=self.lund_provider)

    @cached_property
    def ann_clinical_record(self):
        return ClinicalRecordFactory(visit=self.ann_visit)

    @cached_property
    def ann_vital_signs(self):
        return VitalSignsFactory(patient=self.ann_record)

    @cached_property
    def ann_favourite(self):
        """Dr Okafor's, of what is ordered at Ann's visit."""
        return FavouriteFactory(user=self.okafor, test_type=self.ann_test.type)

    @cached_property
    def ann_note_visit(self):
        return VisitFactory(patient=self.ann_record, provider=self.okafor_provider)

    @cached_property
    def ann_note(self):
        return NoteSectionFactory(note__visit=self.ann_note_visit).note

    @cached_property
    def ann_prescription(self):
        return PrescriptionFactory(patient=self.ann_record, visit=self.ann_visit, provider=self.okafor_provider)

    @cached_property
    def bo_prescription(self):
        return PrescriptionFactory(patient=self.bo_record, provider=self.lund_provider)

    @cached_property
    def ann_test(self):
        return TestFactory(visit=self.ann_visit)

    @cached_property
    def ann_problem(self):
        """In words alone: that needs no list of codes."""
        return ProblemFactory(patient=self.ann_record)

    @cached_property
    def ann_diagnosis(self):
        return VisitDiagnosisFactory(visit=self.ann_visit, problem=self.ann_problem)

    @cached_property
    def ann_allergy(self):
        return AllergyFactory(patient=self.ann_record)

    @cached_property
    def ann_family(self):
        return FamilyHistoryFactory(patient=self.ann_record)

    @cached_property
    def ann_surgical(self):
        return SurgicalHistoryFactory(patient=self.ann_record)

    @cached_property
    def ann_social(self):
        return SocialHistoryFactory(patient=self.ann_record)

    @cached_property
    def ann_smoking(self):
        return SmokingStatusFactory(patient=self.ann_record)

    @cached_property
    def ann_billing(self):
        return BillingFactory(patient=self.ann_record, visit=self.ann_visit)

    @cached_property
    def ann_message(self):
        return MessageFactory(patient=self.ann_record)

    @cached_property
    def ann_consent_form(self):
        """One that Ann has not answered."""
        return ConsentFormFactory()

    @cached_property
    def ann_consent(self):
        return ConsentFactory(patient=self.ann_record)

    @cached_property
    def ann_twin(self):
        """A second record that may be Ann's too."""
        return PatientFactory(given_name="Anne", family_name="Hale")

    @cached_property
    def ann_pair(self):
        return PossibleDuplicateFactory(patient=self.ann_twin, other_patient=self.ann_record)

    @cached_property
    def ann_merge(self):
        """A third record that was Ann's too."""
        merged = PatientFactory(given_name="An", family_name="Hale")
        with signed():
            merge_id = merge_patients(self.ann_record.pk, merged.pk, reason="Same passport")
        return PatientMerge.objects.get(pk=merge_id)

    @cached_property
    def ann_wish(self):
        return WaitingRequestFactory(patient=self.ann_record)

    @cached_property
    def ann_freed_slot(self):
        return FreedSlotFactory(provider=self.okafor_provider)

    @cached_property
    def ann_offer(self):
        return SlotOfferFactory(waiting_request=self.ann_wish)

    @cached_property
    def ann_check_in(self):
        return SelfCheckInFactory(appointment=self.ann_appointment)

    @cached_property
    def ann_request(self):
        return PortalRequestFactory(patient=self.ann_record)

    @cached_property
    def ann_answer(self):
        return AppointmentAnswerFactory(appointment=self.ann_appointment)

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
