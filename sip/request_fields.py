"""Vem bad om SIP?: two inputs that may stay empty, in the need's form and in the one that begins a plan."""

from typing import Final

from django import forms

from discharge.forms.expected_date import TypedDateField
from discharge.rules.sip_choices import REQUESTED_BY

REQUEST: Final = ("requested_by", "requested_on")


def requested_by_field() -> forms.ChoiceField:
    """Return the choice of who asked."""
    return forms.ChoiceField(
        label="Vem bad om SIP?",
        choices=[("", "Ingen bad"), *REQUESTED_BY.items()],
        required=False,
        widget=forms.RadioSelect,
    )


def requested_on_field() -> forms.Field:
    """Return the day when."""
    return TypedDateField(label="När?", required=False, help_text="Tomt: i dag.")
