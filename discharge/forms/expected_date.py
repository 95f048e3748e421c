"""Beräknad utskrivning: quick choices for the nearest days, and a date that can be typed."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from lus.swedish_time import local_date
from lus.web.hinted_label import HintedLabel
from lus.web.words import day

from .offered import offer

CHIPS = ((1, "I morgon"), (2, "+2 dagar"), (3, "+3 dagar"), (5, "+5 dagar"))
OTHER = "other"


class TypedDateField(forms.DateField):
    """A date typed ``ÅÅÅÅ-MM-DD``."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TextInput({"autocomplete": "off", "inputmode": "numeric", "placeholder": "ÅÅÅÅ-MM-DD"})
        super().__init__(
            input_formats=["%Y-%m-%d"],
            widget=widget,
            **kwargs,
        )


def chip_field(label: str = "Beräknad utskrivning") -> forms.ChoiceField:
    """Return the field of quick choices; ``chip_choices`` gives it the days."""
    return forms.ChoiceField(
        label=label,
        widget=forms.RadioSelect,
        error_messages={"required": "Välj en dag för beräknad utskrivning."},
    )


def date_field() -> TypedDateField:
    """Return the field for any other date."""
    return TypedDateField(label="Annat datum", required=False, help_text="När du valt Välj datum: ÅÅÅÅ-MM-DD")


def chip_choices(today: date) -> list[tuple[str, HintedLabel]]:
    """Return the quick choices from ``today`` on, each with its day written out."""
    days = [(today + timedelta(days=ahead), label) for ahead, label in CHIPS]
    chips = [(chosen.isoformat(), HintedLabel(label, day(chosen, today))) for chosen, label in days]
    return [*chips, (OTHER, HintedLabel("Välj datum", "ÅÅÅÅ-MM-DD"))]


class ExpectedDateMixin:
    """For forms with ``expected_choice`` and ``expected_date``: fills the chips and finds the chosen day."""

    def fill_chips(self: Any) -> None:
        offer(self, "expected_choice", chip_choices(local_date(self.at)))

    def clean_expected(self: Any) -> date | None:
        """Return the chosen day; adds an error when *Välj datum* stands without a date."""
        choice, other = self.cleaned_data.get("expected_choice"), self.cleaned_data.get("expected_date")
        if choice == OTHER and other is None and "expected_date" not in self.errors:
            self.add_error("expected_date", ValidationError("Skriv datumet: ÅÅÅÅ-MM-DD."))
        if not choice:
            return None
        return other if choice == OTHER else date.fromisoformat(choice)
