"""What a phone number is."""

from django.core.exceptions import ValidationError

LEAST_DIGITS = 6


def phone(value):
    """A phone number has digits enough to be dialled and nothing but the signs people write between them."""
    if value and (set(value) - set("0123456789 +-()./") or sum(map(str.isdigit, value)) < LEAST_DIGITS):
        raise ValidationError("This is no phone number. Write its digits, such as 01632 960 100.")
