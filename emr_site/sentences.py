"""What a form of ours says where Django would say it in its own words: which mistake it was, and what to do."""

from django import forms
from django.core import validators

REQUIRED = "Fill this in."
CHOOSE = "This is not one of the list. Choose one that is."
MESSAGES = {
    forms.Field: {"required": REQUIRED},
    forms.ChoiceField: {"invalid_choice": CHOOSE},
    forms.TypedChoiceField: {"invalid_choice": CHOOSE},
    forms.MultipleChoiceField: {"invalid_choice": CHOOSE},
    forms.ModelChoiceField: {"invalid_choice": CHOOSE},
    forms.IntegerField: {"invalid": "Enter a whole number, such as 15."},
    forms.DecimalField: {"invalid": "Enter a number, such as 40.00."},
    forms.DateField: {"invalid": "Write the date as day, month, year, such as 14/8/1980 or 1980-08-14."},
    forms.TimeField: {"invalid": "Write the time on the 24-hour clock, such as 09:30."},
    forms.EmailField: {"invalid": "Enter the e-mail address in full, as in name@example.org."},
}


def say_it_our_way():
    """Replace Django's defaults, which every field and validator that says nothing of its own uses."""
    for field, messages in MESSAGES.items():
        field.default_error_messages = {**field.default_error_messages, **messages}
    validators.EmailValidator.message = MESSAGES[forms.EmailField]["invalid"]
    validators.MaxLengthValidator.message = "Shorten this to %(limit_value)d characters; it has %(show_value)d."
    validators.MinLengthValidator.message = "This needs at least %(limit_value)d characters; it has %(show_value)d."
    validators.MaxValueValidator.message = "Enter %(limit_value)s or less."
    validators.MinValueValidator.message = "Enter %(limit_value)s or more."
    validators.ProhibitNullCharactersValidator.message = (
        "This holds a character that cannot be kept. Type it anew instead of pasting it."
    )
    validators.DecimalValidator.messages = {
        **validators.DecimalValidator.messages,
        "invalid": MESSAGES[forms.DecimalField]["invalid"],
        "max_digits": "Enter a number of at most %(max)s digits in all.",
        "max_decimal_places": "Enter at most %(max)s decimal places, such as 40.00.",
        "max_whole_digits": "Enter at most %(max)s digits before the point.",
    }
