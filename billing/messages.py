"""What the refusals of the database mean to a person: {code: (field or None, sentence)}."""

MESSAGES = {
    "billing_not_found": (None, "This bill no longer exists: someone has deleted it meanwhile."),
    "claim_not_pending": (None, "The claim of this bill is no longer pending, so the bill cannot be deleted."),
    "claim_status_path": (
        "insurance_claim_status",
        "A claim goes from Pending to Processed and then to Approved or Rejected, never back. Choose a later status.",
    ),
    "claim_closed": ("amount", "The claim is decided, so the amount cannot change any more."),
    "patient_cannot_change": ("patient", "A bill stays with its patient. Write a new bill for the other patient."),
    "billing_amount_not_negative": ("amount", "The amount cannot be below zero. Enter 0.00 or more."),
    "billing_payment_type_known_word": ("payment_type", "Choose Debit, Credit or Cash."),
    "billing_claim_status_known_word": ("insurance_claim_status", "Choose one of the claim statuses."),
    "billing_patient": ("patient", "This patient no longer exists. Choose another."),
    "billing_visit": ("visit", "This visit is not one of this patient's. Choose another, or none."),
    "fee_code_taken": ("code", "There is a fee of this code already. Choose another code."),
    "fee_code_not_blank": ("code", "Enter a code."),
    "fee_title_not_blank": ("title", "Enter what is charged."),
    "fee_amount_not_negative": ("amount", "The amount cannot be below zero. Enter 0.00 or more."),
    "fee_of_type_or_test": ("test_type", "A fee belongs to a kind of visit or to a test, not to both."),
    "proposed_charge_once": (None, "Somebody has proposed this charge at the same moment. Look at the list."),
    "proposed_charge_stays": (None, "A proposed charge is dropped and proposed anew, never rewritten."),
}
