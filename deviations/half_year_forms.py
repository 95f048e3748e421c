"""Frys rapporten: up to three system faults with owner and last day, and the guard's questions."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from django import forms

from deviations.rules.finding import KINDS
from deviations.rules.half_year.faults import LONGEST_OWNER, LONGEST_TEXT, MOST
from deviations.rules.half_year.reported import Fault
from discharge.forms.act_form import TimedForm
from discharge.forms.expected_date import TypedDateField

NUMBERS = range(1, MOST + 1)
TEXT, OWNER, DUE = "text", "owner", "due"


class FreezeForm(TimedForm):
    """A row is empty, or has text, owner and day."""

    idempotency_key = forms.CharField(label="Sidan", required=False, max_length=80, widget=forms.HiddenInput)

    def __init__(self, *args: Any, at: datetime, **kwargs: Any) -> None:
        super().__init__(*args, at=at, **kwargs)
        for number in NUMBERS:
            self.fields[f"{TEXT}_{number}"] = forms.CharField(
                label=f"Systemfel {number}", required=False, max_length=LONGEST_TEXT
            )
            self.fields[f"{OWNER}_{number}"] = forms.CharField(
                label=f"Ansvarig funktion {number}", required=False, max_length=LONGEST_OWNER
            )
            self.fields[f"{DUE}_{number}"] = TypedDateField(label=f"Klart senast {number}", required=False)
        posted = self.data.getlist("not_personal") if hasattr(self.data, "getlist") else []
        self.answered = [kind for kind in posted if kind in KINDS]
        self.asked_kinds = list(self.answered)

    def clean(self) -> dict[str, Any]:
        """Say what is missing in a row that was begun."""
        typed: dict[str, Any] = super().clean() or {}
        for number in NUMBERS:
            names = [f"{part}_{number}" for part in (TEXT, OWNER, DUE)]
            if not any(typed.get(name) for name in names):
                continue
            for name in names:
                if not typed.get(name) and name not in self.errors:
                    self.add_error(name, "Uppgiften saknas. Fyll i den, eller töm raden.")
        return typed

    @property
    def rows(self) -> Iterator[tuple[forms.BoundField, ...]]:
        """Yield text, owner and day of each row."""
        for number in NUMBERS:
            yield tuple(self[f"{part}_{number}"] for part in (TEXT, OWNER, DUE))

    def ask(self, kinds: Iterable[str]) -> None:
        """Show a box for each kind that the guard is not sure of."""
        self.asked_kinds = list(dict.fromkeys([*self.asked_kinds, *kinds]))

    @property
    def boxes(self) -> Iterator[dict[str, Any]]:
        """Yield ``{kind, label, checked}`` for each question of the guard."""
        for kind in self.asked_kinds:
            words = KINDS[kind][1]
            yield {"kind": kind, "label": words[0].upper() + words[1:], "checked": kind in self.answered}

    def arguments(self) -> dict[str, Any]:
        """Return the act's own arguments. Called only when the form is valid."""
        typed = self.cleaned_data
        faults = [
            Fault(typed[f"{TEXT}_{number}"], typed[f"{OWNER}_{number}"], typed[f"{DUE}_{number}"])
            for number in NUMBERS
            if typed[f"{TEXT}_{number}"]
        ]
        return {"faults": faults, "not_personal": self.answered}
