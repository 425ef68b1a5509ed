"""Why people come: the words on an appointment, whom they fit, and which speciality sees them."""

from dataclasses import dataclass
from functools import cache

GENERAL, CHILDREN, HEART, NURSE = "General Practitioner", "Paediatrics", "Cardiology", "Nursing"
SKIN, STOMACH, NERVES, BONES, CANCER = "Dermatology", "Gastroenterology", "Neurology", "Orthopedics", "Oncology"


@dataclass(frozen=True)
class Reason:
    """Ages in whole years; `months` between two reviews for what lasts, None for what passes."""

    words: str
    specialization: str
    minutes: int
    youngest: int
    oldest: int
    months: int | None = None
    sex: str | None = None

    def fits(self, age, sex):
        return self.youngest <= age <= self.oldest and self.sex in (None, sex)


REASONS = (
    Reason("Diabetes follow-up", GENERAL, 30, 35, 110, months=6),
    Reason("High blood pressure review", GENERAL, 15, 40, 110, months=6),
    Reason("Thyroid review", GENERAL, 15, 25, 110, months=12),
    Reason("Low mood", GENERAL, 30, 16, 95, months=3),
    Reason("Medicine review", GENERAL, 15, 70, 110, months=9),
    Reason("Gout", GENERAL, 15, 40, 95, months=12, sex="male"),
    Reason("Sore throat", GENERAL, 15, 5, 60),
    Reason("Cough and fever", GENERAL, 15, 16, 110),
    Reason("Back pain", GENERAL, 15, 18, 90),
    Reason("Headaches", GENERAL, 15, 16, 70),
    Reason("Tiredness", GENERAL, 30, 16, 80, sex="female"),
    Reason("Pain on passing urine", GENERAL, 15, 16, 100, sex="female"),
    Reason("Trouble sleeping", GENERAL, 15, 18, 95),
    Reason("Sprained ankle", GENERAL, 15, 12, 70),
    Reason("Hay fever", GENERAL, 15, 8, 60),
    Reason("Dizzy spells", GENERAL, 30, 30, 100),
    Reason("Annual review", GENERAL, 30, 18, 110),
    Reason("Asthma review", CHILDREN, 30, 5, 16, months=6),
    Reason("Eczema", CHILDREN, 30, 0, 12, months=9),
    Reason("Fever", CHILDREN, 15, 0, 9),
    Reason("Ear pain", CHILDREN, 15, 0, 12),
    Reason("Barking cough", CHILDREN, 15, 0, 5),
    Reason("Baby check", CHILDREN, 30, 0, 0),
    Reason("Development check", CHILDREN, 30, 1, 4),
    Reason("Tummy ache", CHILDREN, 15, 4, 15),
    Reason("Heart failure review", HEART, 30, 60, 110, months=4),
    Reason("Palpitations", HEART, 30, 25, 95, months=9),
    Reason("Chest pain clinic", HEART, 45, 45, 95, months=9),
    Reason("Murmur heard at a check", HEART, 30, 30, 100),
    Reason("Vaccination", NURSE, 15, 1, 110),
    Reason("Bloods", NURSE, 15, 18, 110),
    Reason("Wound check", NURSE, 15, 8, 100),
    Reason("Spirometry", NURSE, 30, 45, 90, months=12),
    Reason("Smear test", NURSE, 30, 25, 64, sex="female"),
    Reason("Ear wax removal", NURSE, 15, 30, 100),
    Reason("Skin rash", SKIN, 15, 18, 90),
    Reason("Mole check", SKIN, 15, 25, 90),
    Reason("Acne", SKIN, 15, 13, 30, months=4),
    Reason("Psoriasis review", SKIN, 15, 20, 80, months=8),
    Reason("Heartburn", STOMACH, 30, 25, 85),
    Reason("Coeliac follow-up", STOMACH, 30, 16, 80, months=12),
    Reason("Cramps and bloating", STOMACH, 30, 18, 60),
    Reason("Migraine", NERVES, 30, 16, 65, months=6),
    Reason("Memory problems", NERVES, 45, 68, 110, months=6),
    Reason("Epilepsy review", NERVES, 30, 16, 80, months=9),
    Reason("Knee pain", BONES, 30, 45, 90, months=9),
    Reason("Broken wrist", BONES, 15, 8, 90),
    Reason("Painful shoulder", BONES, 30, 35, 85),
    Reason("Breast cancer follow-up", CANCER, 30, 40, 90, months=6, sex="female"),
    Reason("Prostate cancer follow-up", CANCER, 30, 60, 95, months=6, sex="male"),
)
LASTING = tuple(reason for reason in REASONS if reason.months)
PASSING = tuple(reason for reason in REASONS if not reason.months)
BY_WORDS = {reason.words: reason for reason in REASONS}


@cache
def passing(age, sex):
    """What passes and fits somebody of that age and sex."""
    return tuple(reason for reason in PASSING if reason.fits(age, sex))
