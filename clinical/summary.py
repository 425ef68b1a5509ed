"""What the summary of a chart shows beside the timeline."""

from emr_site.rows import rows

CURRENT_MEDICINES = """
SELECT prescription_id AS id, medication, dosage, instructions, prescribed_on, ended_on
  FROM `Prescription`
 WHERE patient_id = %s AND ended_on IS NULL
 ORDER BY prescribed_on DESC, prescription_id DESC LIMIT 30"""
LATEST_TESTS = """
SELECT t.test_id AS id, t.type, t.results, t.date, v.date AS ordered_on
  FROM `Visit` AS v
  JOIN `Test` AS t ON t.visit_id = v.visit_id
 WHERE v.patient_id = %s
 ORDER BY t.date DESC, t.test_id DESC LIMIT 8"""


def current_medicines(patient):
    """The newest of them; the rest stands on the page of prescriptions."""
    return rows(CURRENT_MEDICINES, [patient.pk])


def latest_tests(patient):
    """The newest of them; the rest stands on the page of tests."""
    return rows(LATEST_TESTS, [patient.pk])
