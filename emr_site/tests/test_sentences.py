"""The house's sentences stand wherever a field says nothing of its own."""

from types import SimpleNamespace

import pytest
from django import forms

from emr_site.templatetags.emr import in_summary


class Everything(forms.Form):
    text = forms.CharField(max_length=3, min_length=2)
    one = forms.ChoiceField(choices=[("a", "A")])
    some = forms.MultipleChoiceField(choices=[("a", "A")])
    whole = forms.IntegerField(min_value=1, max_value=9)
    amount = forms.DecimalField(max_digits=4, decimal_places=2)
    date = forms.DateField()
    clock = forms.TimeField()
    email = forms.EmailField()


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("text", "", "Fill this in."),
        ("text", "long one", "Shorten this to 3 characters; it has 8."),
        ("text", "l", "This needs at least 2 characters; it has 1."),
        ("text", "a\x00b", "This holds a character that cannot be kept. Type it anew instead of pasting it."),
        ("one", "b", "This is not one of the list. Choose one that is."),
        ("some", ["b"], "This is not one of the list. Choose one that is."),
        ("whole", "x", "Enter a whole number, such as 15."),
        ("whole", "10", "Enter 9 or less."),
        ("whole", "0", "Enter 1 or more."),
        ("amount", "x", "Enter a number, such as 40.00."),
        ("amount", "1.234", "Enter at most 2 decimal places, such as 40.00."),
        ("amount", "12345", "Enter a number of at most 4 digits in all."),
        ("date", "soon", "Write the date as day, month, year, such as 14/8/1980 or 1980-08-14."),
        ("clock", "noon", "Write the time on the 24-hour clock, such as 09:30."),
        ("email", "ann", "Enter the e-mail address in full, as in name@example.org."),
    ],
)
def test_it_says_what_is_wrong_and_what_to_do(name, value, sentence):
    assert sentence in Everything({name: value}).errors[name]


@pytest.mark.parametrize(
    ("label", "error", "shown"),
    [
        ("Provider", "Choose the provider.", "Choose the provider."),
        ("What is it about?", "Choose what it is about.", "Choose what it is about."),
        ("Until", "Write the date.", "Until: Write the date."),
    ],
)
def test_the_summary_says_a_label_once(label, error, shown):
    assert in_summary(error, SimpleNamespace(label=label)) == shown
