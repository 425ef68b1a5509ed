"""What a phone number is."""

from django.core.exceptions import ValidationError

LEAST_DIGITS = 6


def is_phone(value):
    """Digits enough to be dialled, not all of them the same, and only the signs that people write between them."""
    digits = [sign for sign in value if sign in "0123456789"]
    return not set(value) - set("0123456789 +-()./") and len(digits) >= LEAST_DIGITS and len(set(digits)) > 1


def phone(value):
    """Validate a phone number; an empty one passes."""
    if value and not is_phone(value):
        raise ValidationError("This is no phone number. Write its digits, such as 01632 960 100.")
