"""Stories of the treatment room."""

from clinical.demo.scenarios.scenario import Medicine, Scenario

NURSING = {
    "Vaccination": Scenario(
        ("Well today, temperature 36.6 °C. No reaction to earlier vaccines.",),
        "Influenza vaccination",
        (),
        (),
        ("Given into the left deltoid, consent recorded. Waited ten minutes, no reaction.",
         "Given into the right deltoid. Leaflet on what to expect."),
    ),
    "Bloods": Scenario(
        ("Attends for blood test, fasting. Left arm, first attempt.",),
        "Blood sample taken",
        (),
        (("Full blood count", "Haemoglobin {hb} g/L, white cells 6.8 ×10⁹/L, platelets 246 ×10⁹/L"),
         ("Liver function", "ALT {alt} U/L (below 40), bilirubin 9 micromol/L"),
         ("Urea and electrolytes", "eGFR {egfr} mL/min, sodium {sodium} mmol/L")),
        ("Results by post or telephone in three days.",),
    ),
    "Wound check": Scenario(
        ("Wound on the shin 2 × 1 cm, clean edges, granulating. No redness around it.",),
        "Healing wound of the lower leg",
        (Medicine("soft silicone dressing", "10 × 10 cm", "Change every three days", 14),),
        (("Wound swab", "Mixed skin flora, no pathogens"),),
        ("Dressed. Pulses present. To come again in a week.",),
    ),
    "Spirometry": Scenario(
        ("Short of breath on hills, morning cough. SpO2 {spo2} %. 30 pack-years.",),
        "Chronic obstructive pulmonary disease, moderate",
        (Medicine("tiotropium inhaler", "2.5 micrograms", "Two puffs once a day"),
         Medicine("salbutamol inhaler", "100 micrograms", "Two puffs when needed")),
        (("Spirometry", "FEV1 {fev} % predicted, FEV1/FVC 0.62 after bronchodilator"),),
        ("Inhaler technique good. Pulmonary rehabilitation offered. Smoking advice given.",),
    ),
    "Smear test": Scenario(
        ("Routine recall. Cervix seen, normal appearance.",),
        "Cervical screening",
        (),
        (("Cervical screening sample", "HPV not detected; return to routine recall"),),
        ("Chaperone offered. Result by letter within three weeks.",),
    ),
    "Ear wax removal": Scenario(
        ("Dull hearing on the left for {days} days. Impacted wax left, right ear clear.",),
        "Impacted ear wax",
        (Medicine("olive oil ear drops", "2 to 3 drops",
                  "Into the ear twice a day for 3 days before the next visit", 3),),
        (),
        ("Microsuction done, eardrum intact, hearing better at once.",),
    ),
}  # fmt: skip
