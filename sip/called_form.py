"""Vilka som kallas: one question for each unit that can be called, and room for some without an account."""

from typing import Any, Final

from django import forms

from discharge.forms.act_form import ActForm, Part
from discharge.forms.error_words import say_what_to_do
from discharge.rules.callable_units import callable_units
from sip.rules.summons import CalledUnit, Invited
from sip.rules.summons_complete import INVITED_KINDS

HOW_CALLED: Final = (("required", "Krävs"), ("wanted", "Önskas"), ("no", "Kallas inte"))
INVITED: Final = range(1, 4)


class CalledForm(ActForm):
    """``called``: ids of the units that the form asks about. The ward is called when somebody chooses so."""

    refusal_fields = {"invited": "invited_1_name"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        can_come = callable_units(self.context.page.facts, str(self.context.actor.unit_id))
        self.called = [unit_id for unit_id, _ in can_come]
        for unit_id, role in can_come:
            self._ask_about(unit_id, "no" if role == "ward" else "required")
        for number in INVITED:
            self._ask_who(number)
        say_what_to_do(self)  # also in the fields that have just come
        if self.called:
            first = {
                name: f"{name.removesuffix('s')}_{self.called[0]}"
                for name in ("units", "function", "prepare")
            }
            self.refusal_fields = {**self.refusal_fields, **first}

    def _ask_about(self, unit_id: str, usual: str) -> None:
        unit = self.context.page.units.get(unit_id)
        name = unit.name if unit else "En enhet"
        self.fields[f"unit_{unit_id}"] = forms.ChoiceField(
            label=name, choices=HOW_CALLED, widget=forms.RadioSelect, initial=usual, required=False
        )
        self.fields[f"function_{unit_id}"] = forms.CharField(
            label=f"Roll från {name}", max_length=60, required=False
        )
        self.fields[f"prepare_{unit_id}"] = forms.CharField(
            label=f"Att förbereda, {name}",
            max_length=400,
            required=False,
            widget=forms.Textarea({"rows": 2}),
        )

    def _ask_who(self, number: int) -> None:
        kinds = [("", "Välj roll"), *INVITED_KINDS.items()]
        self.fields[f"invited_{number}_kind"] = forms.ChoiceField(
            label=f"Roll, inbjuden {number}", choices=kinds, required=False
        )
        self.fields[f"invited_{number}_name"] = forms.CharField(
            label=f"Namn, inbjuden {number}", max_length=120, required=False
        )
        self.fields[f"invited_{number}_reach"] = forms.CharField(
            label=f"Nås på, inbjuden {number}", max_length=120, required=False
        )

    def parts(self, *starts: str) -> list[Part]:
        """Return the inputs whose names begin with one of ``starts``, in order."""
        return [part for part in self.inputs() if part.field.name.startswith(starts)]

    def units(self) -> list[Part]:
        """Which units are called."""
        return self.parts("unit_")

    def how_called(self, unit_id: str) -> str:
        """Return the answer about a unit; one that was not answered is as the page showed it."""
        name = f"unit_{unit_id}"
        return self.cleaned_data[name] or str(self.fields[name].initial)

    def called_units(self) -> list[CalledUnit]:
        """Return the units that shall be called."""
        said = self.cleaned_data
        return [
            CalledUnit(one, self.how_called(one) != "wanted", said[f"function_{one}"], said[f"prepare_{one}"])
            for one in self.called
            if self.how_called(one) != "no"
        ]

    def invited(self) -> list[Invited]:
        """Return those without an account whom the form names."""
        said = self.cleaned_data
        rows = [
            tuple(said[f"invited_{number}_{part}"] for part in ("kind", "name", "reach"))
            for number in INVITED
        ]
        return [Invited(*row) for row in rows if any(row)]
