"""What a phone number is."""

from django.core.exceptions import ValidationError

LEAST_DIGITS = 6


def is_phone(value):
    """A phone number has digits enough to be dialled and nothing but the signs people write between them."""
    return not set(value) - set("0123456789 +-()./") and sum(map(str.isdigit, value)) >= LEAST_DIGITS


def phone(value):
    """Validate a phone number; an empty one passes."""
    if value and not is_phone(value):
        raise ValidationError("This is no phone number. Write its digits, such as 01632 960 100.")
