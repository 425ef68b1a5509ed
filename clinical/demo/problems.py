"""What lasts stands on the list of problems from the first visit for it."""

from clinical.models import Icd10Code

CODES = {
    "Asthma": "J45.909",
    "Atopic eczema": "L20.9",
    "Type 2 diabetes mellitus": "E11.9",
    "Essential hypertension": "I10",
    "Primary hypothyroidism": "E03.9",
    "Depressive episode": "F32.A",
    "Gout": "M10.9",
    "Iron deficiency anaemia": "D50.9",
    "Insomnia": "G47.00",
    "Seasonal allergic rhinitis": "J30.2",
    "Chronic heart failure with reduced ejection fraction, NYHA class II": "I50.20",
    "Atrial fibrillation": "I48.91",
    "Stable angina pectoris": "I20.9",
    "Mild aortic stenosis": "I35.0",
    "Chronic obstructive pulmonary disease, moderate": "J44.9",
    "Acne vulgaris": "L70.0",
    "Chronic plaque psoriasis": "L40.0",
    "Gastro-oesophageal reflux disease": "K21.9",
    "Coeliac disease": "K90.0",
    "Irritable bowel syndrome": "K58.9",
    "Migraine without aura": "G43.009",
    "Alzheimer's disease, early": "G30.9",
    "Focal epilepsy": "G40.109",
    "Osteoarthritis of the knee": "M17.9",
    "Breast cancer, left, treated; no sign of recurrence": "Z85.3",
    "Prostate cancer, treated by radiotherapy; PSA stable": "Z85.46",
}


def titles():
    """The titles of the codes; none where the list is not loaded, and the problems stand in words alone."""
    rows = Icd10Code.objects.filter(pk__in=CODES.values())
    return dict(rows.values_list("code", "title"))


def prepare(practice):
    practice.shelf["icd10 titles"] = titles()
    practice.shelf["problems"] = set()


def list_problem(practice, visit, diagnosis, *, recorded_at):
    """Put a lasting diagnosis on the list, once a person."""
    told = (visit.person.id, diagnosis)
    if diagnosis not in CODES or told in practice.shelf["problems"]:
        return
    practice.shelf["problems"].add(told)
    known = practice.shelf["icd10 titles"]
    code = CODES[diagnosis] if CODES[diagnosis] in known else None
    practice.writer.add(
        "Problem", problem_id=practice.new_id("Problem"), patient_id=visit.person.id, visit_id=visit.id,
        icd10_code=code, description=known.get(code, diagnosis), onset_on=visit.date.replace(day=1).isoformat(),
        onset_as=f"{visit.date:%Y-%m}", recorded_at=recorded_at,
    )  # fmt: skip
