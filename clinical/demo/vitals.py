"""What the nurse measures before the doctor comes: of grown people, at most of their visits."""

from clinical.demo.allergies import GROWN

CHANCE = 0.75


def take(practice, dice, visit, measures, moment):
    """One set of measurements; the text of the record and the numbers agree, for both come from `measures`."""
    if not visit.person.born or visit.person.age(visit.date) < GROWN or dice.random() > CHANCE:
        return
    upper, lower = measures["bp"].split("/")
    height = round(practice.dice("height", visit.person.id).uniform(152, 192))
    temperature = f"{dice.uniform(36.2, 37.4):.1f}"
    practice.writer.add(
        "VitalSigns", vital_signs_id=practice.new_id("VitalSigns"), patient_id=visit.person.id, visit_id=visit.id,
        taken_at=moment, recorded_at=moment,
        systolic_mmhg=int(upper), diastolic_mmhg=int(lower), blood_pressure_typed=f"{upper}/{lower}",
        blood_pressure_unit="mmHg", pulse_per_min=int(measures["pulse"]), respirations_per_min=dice.randint(12, 20),
        temperature_c=temperature, temperature_typed=temperature, temperature_unit="°C",
        spo2_percent=int(measures["spo2"]), weight_kg=measures["weight"], weight_typed=measures["weight"],
        weight_unit="kg", height_cm=height, height_typed=str(height), height_unit="cm",
    )  # fmt: skip
