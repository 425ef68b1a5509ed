"""What the refusals of the database mean to a person: {code: (field or None, sentence)}."""

MESSAGES = {
    # The record of a visit
    "visit_not_found": (None, "This visit no longer exists. Go back to the chart and choose another."),
    "record_exists": (None, "This visit has its clinical record already. Open that record and change it there."),
    "clinical_record_once_a_visit": (
        None,
        "This visit has its clinical record already. Open that record and change it there.",
    ),
    "record_not_found": (None, "This clinical record no longer exists: someone has deleted it meanwhile."),
    "record_historic": (
        None,
        "This clinical record is more than a day old and is part of the patient's history. Correct it instead of"
        " deleting it.",
    ),
    "record_visit_cannot_change": (None, "A clinical record stays with its visit."),
    "clinical_record_visit": (None, "This visit no longer exists. Go back to the chart and choose another."),
    "clinical_record_room": ("room", "This room no longer exists. Choose another room, or none."),
    # Prescriptions
    "patient_cannot_change": (None, "A prescription stays with its patient. End it here and prescribe anew there."),
    "prescription_not_found": (None, "This prescription no longer exists: someone has deleted it meanwhile."),
    "prescription_historic": (
        None,
        "This prescription is more than a day old and is part of the patient's history. End it instead of deleting it.",
    ),
    "prescription_ended": (None, "This prescription has ended and is history. Write a new prescription instead."),
    "prescription_in_future": ("prescribed_on", "A prescription cannot be dated in the future. Change the date."),
    "prescription_before_birth": (
        "prescribed_on",
        "This is before the patient's birth. Check the date, or the date of birth.",
    ),
    "prescription_end_in_future": ("ended_on", "A prescription ends today or earlier. Change the date."),
    "prescription_ends_after_start": (
        "ended_on",
        "This is before the day it was prescribed. Choose that day or a later one.",
    ),
    "prescription_medication_not_blank": ("medication", "Enter the name of the medicine."),
    "prescription_patient": (None, "This patient no longer exists."),
    "prescription_visit": ("visit", "This visit is not one of this patient's. Choose another, or none."),
    "prescription_provider": (None, "The prescriber is no longer among the providers."),
    # Tests
    "test_not_found": (None, "This test no longer exists: someone has deleted it meanwhile."),
    "test_has_results": (None, "This test has results, so it is part of the patient's history and cannot be deleted."),
    "test_visit_cannot_change": (None, "A test stays with the visit at which it was ordered."),
    "test_in_future": ("date", "A test cannot be dated in the future. Change the date."),
    "test_before_birth": ("date", "This is before the patient was born. Change the date."),
    "test_type_not_blank": ("type", "Enter what is tested."),
    "test_visit": (None, "This visit no longer exists. Go back to the chart and choose another."),
    # Allergies
    "allergies_are_recorded": (
        None,
        "An allergy of this patient is recorded, so it cannot be said that none is known. End it first if it is no"
        " longer true.",
    ),
    "allergy_recorded_once": (
        "substance",
        "This allergy is on the list already. Change that entry, or write another substance.",
    ),
    "allergy_is_history": (None, "This entry has ended or was marked as an error meanwhile. Nothing was changed."),
    "allergy_not_found": (None, "This allergy no longer exists."),
    "allergy_substance_not_blank": ("substance", "Enter the substance, or the class of substances."),
    "allergy_visit": (None, "This visit is not one of this patient's."),
    "allergy_statement_visit": (None, "This visit is not one of this patient's."),
    "allergy_statement_is_history": (None, "An answer stays as it was given. Record a new one."),
    "allergy_void_reason_not_blank": ("reason", "Say why it is an error."),
    # What a patient has told of family, operations, habits
    "history_is_kept": (None, "This was replaced or marked as an error meanwhile. Nothing was changed."),
    "social_history_one_live": (None, "Someone has written this meanwhile. Look at the list first."),
    "smoking_status_one_live": (None, "Someone has written this meanwhile. Look at the list first."),
    "family_history_illness_not_blank": ("illness", "Enter the illness."),
    "family_history_age_sensible": ("age_at_onset", "An age is from 0 to 130 years."),
    "surgical_history_operation_not_blank": ("operation", "Enter the operation."),
    "surgical_history_date_whole": ("done_on", "Enter the day, and how exactly it is known, or neither."),
    "social_history_words_not_blank": ("words", "Enter what is to be known."),
    "smoking_status_packs_sensible": ("packs_per_day", "Packs a day are from 0 to 10."),
    "smoking_status_quit_by_former": ("quit_on", "Only a former smoker has stopped. Change the status or the date."),
}
