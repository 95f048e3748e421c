"""Personnummer som fält: one number of any kind that a person may have."""

from django import forms


def number_field() -> forms.CharField:
    """Return an input for a personnummer, samordningsnummer or reservnummer; what is read of it, the act decides."""
    return forms.CharField(
        label="Personnummer",
        max_length=30,
        help_text="Även samordnings- eller reservnummer",
        widget=forms.TextInput({"autocomplete": "off"}),
        error_messages={"required": "Skriv personnummer, samordningsnummer eller reservnummer."},
    )
