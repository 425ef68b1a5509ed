"""What the clinical room contributes to a demonstration: records, prescriptions and tests."""

from clinical.demo import bulk, records
from emr_site.demo.contributions import Contribution, contribute
from emr_site.demo.first_system import sample_rows


def prepare(practice):
    """The first system's clinical records."""
    for row in sample_rows("clinicalcare"):
        practice.writer.add("ClinicalCare", **row)


contribute(
    Contribution(
        room="clinical",
        order=30,
        tables=("ClinicalCare", "Prescription", "Test"),
        prepare=prepare,
        fill=records.fill,
        bulk=bulk.fill,
    )
)
