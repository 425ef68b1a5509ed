"""Stories of the heart clinic."""

from clinical.demo.scenarios.scenario import Medicine, Scenario

HEART = {
    "Heart failure review": Scenario(
        ("One pillow, walks on the level without stopping. BP {bp}, pulse {pulse}, weight {weight} kg. Slight"
         " ankle oedema.",
         "Breathless on stairs, two pillows. BP {bp}, weight {weight} kg, up 2 kg. Crackles at both bases."),
        "Chronic heart failure with reduced ejection fraction, NYHA class II",
        (Medicine("bisoprolol", "2.5 mg", "Take one tablet in the morning"),
         Medicine("bisoprolol", "5 mg", "Take one tablet in the morning"),
         Medicine("ramipril", "5 mg", "Take one capsule once a day"),
         Medicine("furosemide", "40 mg", "Take one tablet in the morning"),
         Medicine("eplerenone", "25 mg", "Take one tablet once a day")),
        (("NT-proBNP", "{bnp} ng/L"), ("Urea and electrolytes", "Potassium {potassium} mmol/L, eGFR {egfr} mL/min")),
        ("Daily weight; to call at 2 kg more in three days. Flu vaccination given.",),
        first_tests=(("Echocardiogram", "Ejection fraction {ef} %, mildly dilated left ventricle"),),
    ),
    "Palpitations": Scenario(
        ("Irregular heartbeat on and off for weeks, no chest pain, no collapse. Pulse {fast_pulse} irregular, BP {bp}.",
         "Feels well, palpitations rare. Pulse {pulse} irregular, BP {bp}. No bleeding."),
        "Atrial fibrillation",
        (Medicine("apixaban", "5 mg", "Take one tablet twice a day"),
         Medicine("bisoprolol", "2.5 mg", "Take one tablet in the morning"),
         Medicine("bisoprolol", "3.75 mg", "Take in the morning")),
        (("Full blood count", "Haemoglobin {hb} g/L"), ("Urea and electrolytes", "eGFR {egfr} mL/min")),
        ("CHA2DS2-VASc counted, anticoagulation explained. Alert card given.",),
        first_tests=(
            ("ECG", "Atrial fibrillation, rate {fast_pulse} a minute"),
            ("24-hour ECG", "Atrial fibrillation throughout, mean rate {pulse} a minute, no pauses"),
        ),
    ),
    "Chest pain clinic": Scenario(
        ("Tight chest on hills, gone within minutes of rest. BP {bp}, pulse {pulse}. Heart sounds normal.",
         "No pain since treatment began, walks two miles. BP {bp}, pulse {pulse}."),
        "Stable angina pectoris",
        (Medicine("aspirin", "75 mg", "Take one tablet once a day after food"),
         Medicine("atorvastatin", "80 mg", "Take one tablet at night"),
         Medicine("bisoprolol", "2.5 mg", "Take one tablet in the morning"),
         Medicine("bisoprolol", "5 mg", "Take one tablet in the morning"),
         Medicine("glyceryl trinitrate spray", "400 micrograms", "One or two sprays under the tongue for chest pain")),
        (("ECG", "Sinus rhythm {pulse} a minute, no acute changes"),
         ("Lipid profile", "Total cholesterol {chol} mmol/L, LDL {ldl} mmol/L")),
        ("Shown how to use the spray; to call 999 if pain lasts over 15 minutes. Smoking stopped.",),
        first_tests=(("Exercise ECG", "1 mm ST depression at stage 3, no arrhythmia"),),
    ),
    "Murmur heard at a check": Scenario(
        ("No symptoms. Soft ejection systolic murmur at the right upper edge of the sternum. BP {bp}.",),
        "Mild aortic stenosis",
        (),
        (("Echocardiogram", "Aortic valve peak velocity 2.4 m/s, ejection fraction 60 %"),),
        ("Explained; no treatment needed. Echocardiogram again in three years.",),
    ),
}  # fmt: skip
