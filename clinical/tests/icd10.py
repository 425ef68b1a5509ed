"""A small list of ICD-10-CM for the tests: the whole takes half a minute to load."""

import pytest

from clinical.icd10_list import Listed, write_list

HEADINGS = {"E11": "Type 2 diabetes mellitus", "J45": "Asthma"}
TITLES = {
    "E10.9": "Type 1 diabetes mellitus without complications",
    "E11.9": "Type 2 diabetes mellitus without complications",
    "E11.65": "Type 2 diabetes mellitus with hyperglycemia",
    "E11.21": "Type 2 diabetes mellitus with diabetic nephropathy",
    "O24.111": "Pre-existing type 2 diabetes mellitus, in pregnancy, first trimester",
    "I10": "Essential (primary) hypertension",
    "I15.0": "Renovascular hypertension",
    "I21.9": "Acute myocardial infarction, unspecified",
    "J45.20": "Mild intermittent asthma, uncomplicated",
    "J45.901": "Unspecified asthma with (acute) exacerbation",
    "J45.909": "Unspecified asthma, uncomplicated",
    "J45.991": "Cough variant asthma",
    "H81.01": "Ménière's disease, right ear",
}
ALSO = {"I10": ("high blood pressure",)}
SMALL_LIST = [Listed(code, title, is_billable=False) for code, title in HEADINGS.items()] + [
    Listed(code, title, is_billable=True, also=ALSO.get(code, ())) for code, title in TITLES.items()
]


@pytest.fixture
def icd10(db):
    write_list(SMALL_LIST)
