"""En inställning: base of the forms that change a unit's own rules or roster, never a case."""

from datetime import datetime
from typing import Any

from django import forms

from lus.organisations.actor import Actor

from .act_form import TimedForm


class SettingForm(TimedForm):
    """``viewer``: who changes; ``asked``: what the address says beyond its path. ``arguments``: the act's own."""

    # A refusal names the act's argument; here it is called something else.
    refusal_fields: dict[str, str] = {}
    idempotency_key = forms.CharField(label="Sidan", required=False, max_length=80, widget=forms.HiddenInput)

    def __init__(self, *args: Any, at: datetime, viewer: Actor, asked: dict[str, str], **kwargs: Any) -> None:
        self.viewer, self.asked = viewer, asked
        super().__init__(*args, at=at, **kwargs)

    def arguments(self) -> dict[str, Any]:
        return self.cleaned()
