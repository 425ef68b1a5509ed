"""Stories of child health."""

from clinical.demo.scenarios.scenario import Medicine, Scenario

CHILDREN = {
    "Asthma review": Scenario(
        ("Coughs at night twice a week, plays football. Peak flow {child_peak_flow} L/min. Chest clear.",
         "Blue inhaler less than once a week. Peak flow {child_peak_flow} L/min. Good technique with the spacer."),
        "Asthma",
        (Medicine("salbutamol inhaler", "100 micrograms", "Two puffs through the spacer when needed"),
         Medicine("beclometasone inhaler", "50 micrograms", "Two puffs through the spacer twice a day"),
         Medicine("beclometasone inhaler", "100 micrograms", "One puff through the spacer twice a day")),
        (("Peak flow", "{child_peak_flow} L/min"),),
        ("Asthma action plan renewed; copy for the school. Rinse the mouth after the brown inhaler.",),
    ),
    "Eczema": Scenario(
        ("Dry itchy skin in the elbow and knee creases, scratched at night. No infection.",
         "Flare on the neck and hands since the cold weather. No weeping."),
        "Atopic eczema",
        (Medicine("white soft paraffin with liquid paraffin ointment", "50 % / 50 %",
                  "Apply generously at least three times a day"),
         Medicine("hydrocortisone cream", "1 %", "Apply thinly once a day for up to 7 days in a flare", 7)),
        (),
        ("Shown how much ointment to use. No soap; cotton next to the skin.",),
    ),
    "Fever": Scenario(
        ("Temperature {temp} °C for two days, drinking, wet nappies. Ears and throat a little red, no rash, alert.",),
        "Viral upper respiratory infection",
        (Medicine("paracetamol suspension", "120 mg / 5 mL",
                  "Dose by weight up to four times a day for fever and discomfort", 5),),
        (),
        ("Safety net given: rash that does not fade, drowsiness, fast breathing, no drinking.",),
    ),
    "Ear pain": Scenario(
        ("Crying and pulling at the ear since yesterday, temperature {temp} °C. Right eardrum red and bulging.",),
        "Acute otitis media",
        (Medicine("amoxicillin suspension", "250 mg / 5 mL", "Take 5 mL three times a day for 5 days", 5),
         Medicine("ibuprofen suspension", "100 mg / 5 mL", "Dose by weight up to three times a day with food", 5)),
        (),
        ("To return if there is discharge or swelling behind the ear.",),
    ),
    "Barking cough": Scenario(
        ("Barking cough since the night, hoarse, no stridor at rest. Temperature {temp} °C, SpO2 {spo2} %.",),
        "Croup, mild",
        (Medicine("dexamethasone oral solution", "2 mg / 5 mL", "Single dose by weight, given here", 1),),
        (),
        ("Cool air and calm. To call an ambulance if noisy breathing at rest.",),
    ),
    "Baby check": Scenario(
        ("Feeding well, gaining weight: {baby_weight} kg. Heart sounds normal, hips stable, red reflex present"
         " both sides.",),
        "Healthy baby",
        (Medicine("colecalciferol drops", "400 units", "Give once a day"),),
        (("Hearing screen", "Clear response both sides"),),
        ("Safe sleep and feeding discussed. First vaccinations booked.",),
    ),
    "Development check": Scenario(
        ("Walks, stacks bricks, says several words, points. Weight {toddler_weight} kg. Parents have no worries.",),
        "Development as expected for age",
        (),
        (),
        ("Teeth brushing twice a day, one dentist visit a year. Vaccinations are complete.",),
    ),
    "Tummy ache": Scenario(
        ("Pain around the navel on school mornings, no vomiting, opens bowels every third day. Abdomen soft, stool"
         " palpable.",),
        "Constipation",
        (Medicine("macrogol 3350 paediatric", "6.9 g sachet", "One sachet twice a day in water", 28),),
        (("Urine dipstick", "Negative"),),
        ("Toilet routine after meals, more water. Review in four weeks.",),
    ),
}  # fmt: skip
