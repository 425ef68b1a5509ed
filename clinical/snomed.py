"""What conditions that senders name by SNOMED CT are in ICD-10-CM.

Our own work from the names of both, and no official map: a code stands here only where both mean exactly the same. What
one of them tells more exactly than the other, as the side of an injury, stays in the sender's words.
"""

SYSTEM = "http://snomed.info/sct"
ICD10_CM = {
    "10509002": "J20.9",  # acute bronchitis
    "15777000": "R73.03",  # prediabetes
    "271737000": "D64.9",  # anemia
    "38341003": "I10",  # hypertension
    "59621000": "I10",  # essential hypertension
    "40055000": "J32.9",  # chronic sinusitis
    "43878008": "J02.0",  # streptococcal sore throat
    "55822004": "E78.5",  # hyperlipidemia
    "68496003": "K63.5",  # polyp of colon
    "44054006": "E11.9",  # diabetes mellitus type 2
    "237602007": "E88.810",  # metabolic syndrome X
    "239873007": "M17.9",  # osteoarthritis of knee
    "239872002": "M16.9",  # osteoarthritis of hip
    "74400008": "K37",  # appendicitis
    "65363002": "H66.90",  # otitis media
    "26929004": "G30.9",  # Alzheimer's disease
    "49436004": "I48.91",  # atrial fibrillation
    "399211009": "I25.2",  # history of myocardial infarction
    "80394007": "R73.9",  # hyperglycemia
    "410429000": "I46.9",  # cardiac arrest
    "368581000119106": "E11.40",  # neuropathy due to type 2 diabetes mellitus
    "87433001": "J43.9",  # pulmonary emphysema
    "92691004": "D07.5",  # carcinoma in situ of prostate
    "109838007": "C18.8",  # overlapping malignant neoplasm of colon
    "398254007": "O14.90",  # preeclampsia
    "431855005": "N18.1",  # chronic kidney disease stage 1
    "233604007": "J18.9",  # pneumonia
    "24079001": "L20.9",  # atopic dermatitis
    "90560007": "M10.9",  # gout
}
# Called findings, and as lasting as any disorder: obesity by the body mass index.
LASTING_FINDINGS = {"162864005", "408512008"}
NO_KNOWN_ALLERGY = "716186003"
