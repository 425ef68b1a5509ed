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
    # Notes
    "note_not_found": (None, "This note no longer exists."),
    "visit_has_note": (None, "The note of this visit is being written. Sign it, and the clinical record is filled."),
    "note_is_signed": (
        None,
        "This visit's note is signed and cannot be changed. Write an addendum to say what is to be added.",
    ),
    "note_is_empty": (None, "The note is empty. Write at least one of its parts before you sign it."),
    "note_has_changed": (
        None,
        "Somebody has written in this note since you last saw it. Read what is new below, then sign.",
    ),
    "carried_text_unread": (
        None,
        "Text was carried forward and nobody has read it yet. Read it, press Read, then sign.",
    ),
    "note_section_version_behind": (None, "Somebody has saved this part meanwhile. Load the page again to see both."),
    "signer_unknown": (None, "Only a person who is signed in can sign."),
    "note_not_signed": ("body", "This note is not signed yet: write in the note itself."),
    "note_needs_no_cosignature": (None, "This note needs no second signature."),
    "note_cosigned_by_another": (None, "You have signed this note yourself. Another doctor puts the second signature."),
    "note_signed_once": (None, "This note has that signature already."),
    "addendum_not_blank": ("body", "Write what is to be added."),
    "carried_text_once": (None, "This text was carried forward already."),
    "carried_text_of_patient": (None, "Text is carried forward from a signed note of the same patient only."),
    # Templates and phrases
    "note_template_title_taken": ("title", "There is a template of this title already. Choose another title."),
    "note_template_title_not_blank": ("title", "Enter a title."),
    "note_template_says_something": ("subjective", "Fill at least one of the four parts."),
    "phrase_abbreviation_taken": ("abbreviation", "This word stands for a phrase already. Choose another word."),
    "phrase_abbreviation_one_word": (
        "abbreviation",
        "A word of 2 to 20 small letters and digits, without the full stop: htn.",
    ),
    "phrase_body_not_blank": ("body", "Enter what the word stands for."),
    # Words for diagnoses
    "icd10_term_once": ("term", "This is among the words already. Change what it means there."),
    "icd10_term_not_blank": ("term", "Enter how it is typed."),
    "icd10_term_means_something": ("means", "Enter the words of ICD-10-CM."),
    # Problems
    "problem_code_once": (None, "This problem is on the list already."),
    "problem_words_once": (None, "This problem is on the list already, in the same words."),
    "problem_described": ("q", "Enter the problem."),
    "problem_icd10_code": ("q", "This code is not on the list of ICD-10-CM. Choose another."),
    "problem_patient": (None, "This patient no longer exists."),
    "problem_visit": (None, "This visit is not one of this patient's. Open the visit again."),
    "problem_patient_cannot_change": (None, "A problem stays with its patient. Void it here and record it there."),
    "problem_is_voided": (None, "This problem was voided as entered in error, and stays so."),
    "problem_is_what_was_recorded": (None, "What was recorded stays. Void this problem and record it anew."),
    "problem_resolved_already": (None, "Someone has resolved this problem meanwhile."),
    "problem_not_resolved": (None, "Someone has reopened this problem meanwhile."),
    "problem_onset_in_future": ("onset", "A problem does not begin in the future. Change the day."),
    "problem_onset_before_birth": ("onset", "This is before the patient was born. Change the day."),
    "problem_onset_after_death": ("onset", "This is after the patient's death. Change the day."),
    "problem_resolved_in_future": ("resolved_on", "A problem is resolved today or earlier. Change the day."),
    "problem_resolved_before_birth": ("resolved_on", "This is before the patient was born. Change the day."),
    "problem_resolved_after_death": ("resolved_on", "This is after the patient's death. Change the day."),
    "problem_resolved_after_onset": (
        ("resolved_on", "onset"),
        "The problem would end before it began. Change the day.",
    ),
    "problem_void_reason_not_blank": ("reason", "Say why it is voided."),
    # The diagnoses of a visit
    "visit_diagnosis_once": (None, "This is among the diagnoses of the visit already."),
    "visit_diagnosis_rank_once": (None, "Someone has added a diagnosis at the same moment. Add yours again."),
    "visit_diagnosis_visit": (None, "This visit is not one of this patient's. Open the visit again."),
    "visit_diagnosis_of_no_problem": (None, "This problem is no longer on the patient's list. Add it anew."),
    "visit_diagnosis_is_history": (None, "This diagnosis was removed from the visit meanwhile."),
}
