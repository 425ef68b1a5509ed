"""What the clinical room contributes to a demonstration: records, prescriptions, tests and problems."""

from clinical.demo import bulk, favourites, problems, records, signed
from emr_site.demo.contributions import Contribution, contribute
from emr_site.demo.first_system import sample_rows


def prepare(practice):
    """The first system's clinical records; what the list of codes calls the demonstration's problems; and stars."""
    problems.prepare(practice)
    favourites.star(practice)
    days = {row["visit_id"]: row["date_of_appointment"] for row in sample_rows("visit")}
    for row in sample_rows("clinicalcare"):
        practice.writer.add("ClinicalCare", **row, recorded_at=f"{days[row['visit_id']]} 17:00:00")


contribute(
    Contribution(
        room="clinical",
        order=30,
        tables=(
            "ClinicalCare",
            "Prescription",
            "Test",
            "Problem",
            "Allergy",
            "AllergyStatement",
            "FamilyHistory",
            "SurgicalHistory",
            "SocialHistory",
            "SmokingStatus",
            "VitalSigns",
            "Note",
            "NoteSection",
            "Favourite",
        ),
        prepare=prepare,
        fill=records.fill,
        finish=signed.sign,
        bulk=bulk.fill,
    )
)
