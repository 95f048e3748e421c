"""Tid som någon skriver: Swedish local time typed in one field, with the two nights of the clock change handled."""

from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from lus.swedish_time import AmbiguousLocalTime, LocalTimeRefused, local_time, parse_local

PASSES = (("first", "Sommartid (första gången)"), ("second", "Normaltid (andra gången)"))


def typed(instant: datetime) -> str:
    """``2026-03-02 10.15``: an instant as it is typed."""
    return f"{local_time(instant):%Y-%m-%d %H.%M}"


class LocalMomentField(forms.CharField):
    """Text to a UTC instant. The minute that is running means now, so that "now" is never before what just happened.

    ``at`` and ``which`` (the answer about a doubled hour) are set by the form; ``is_doubled`` afterwards tells
    that the answer is needed.
    """

    at: datetime
    which: str = ""
    is_doubled: bool = False

    def __init__(self, *, label: str, required: bool = True, help_text: str = "", **kwargs: Any) -> None:
        widget = forms.TextInput({"autocomplete": "off", "placeholder": "ÅÅÅÅ-MM-DD TT.MM"})
        super().__init__(
            label=label, required=required, help_text=help_text, widget=widget, max_length=30, **kwargs
        )

    def clean(self, value: Any) -> datetime | None:
        text = super().clean(value)
        if not text:
            return None
        try:
            instant = parse_local(text, which=self.which if self.which in dict(PASSES) else None)  # type: ignore[arg-type]
        except AmbiguousLocalTime as doubled:
            self.is_doubled = True
            raise ValidationError(str(doubled)) from None
        except LocalTimeRefused as refused:
            raise ValidationError(str(refused)) from None
        self.is_doubled = bool(self.which)
        return self.at if typed(self.at) == typed(instant) and _same_minute(self.at, instant) else instant


def pass_name(name: str) -> str:
    """Return the name of the field that answers which of two equal times is meant."""
    return f"{name}_pass"


def pass_field() -> forms.ChoiceField:
    """Return the question that is asked only when a typed time was on the clock twice."""
    return forms.ChoiceField(
        label="Klockan ställdes om. Vilken gång?", required=False, choices=PASSES, widget=forms.RadioSelect
    )


def _same_minute(one: datetime, other: datetime) -> bool:
    return abs((one - other).total_seconds()) < 60
