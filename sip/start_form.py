"""Påbörja SIP utanför sjukhus: who, why, which units, and what the person says."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms

from discharge.forms.act_form import Part, TimedForm
from discharge.forms.error_words import say_what_to_do
from discharge.forms.offered import offer
from discharge.forms.person_number import number_field
from discharge.forms.unit_choice import unit_choices
from discharge.rules.facts_of_consents import CONSENT_GIVEN_BY
from discharge.rules.sip_choices import OFFERED_HOW
from sip.actions.open_plan import WHY_LIMIT, Asked
from sip.request_fields import REQUEST, requested_by_field, requested_on_field
from sip.rules.opening import ORIGINS

PLACES = 4
UNITS = tuple(f"unit_{number}" for number in range(1, PLACES + 1))


class StartPlanForm(TimedForm):
    """Ny SIP. Units are chosen one by one: at least one from the other principal."""

    idempotency_key = forms.CharField(label="Sidan", required=False, max_length=80, widget=forms.HiddenInput)
    number = number_field()
    why = forms.CharField(
        label="Varför SIP nu",
        max_length=WHY_LIMIT,
        help_text="Formulera med personen. Enheterna som är med läser det.",
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": "Skriv varför en SIP behövs nu."},
    )
    origin = forms.ChoiceField(
        label="Var", choices=list(ORIGINS.items()), widget=forms.RadioSelect, initial="outpatient"
    )
    accepted = forms.ChoiceField(
        label="Vill personen ha en SIP?",
        choices=(("yes", "Ja, och samtycker till kallelse"), ("no", "Nej")),
        widget=forms.RadioSelect,
        error_messages={"required": "Fråga personen. En SIP görs bara med samtycke."},
    )
    given_by = forms.ChoiceField(
        label="Svarade", choices=list(CONSENT_GIVEN_BY.items()), widget=forms.RadioSelect, initial="self"
    )
    how = forms.ChoiceField(
        label="Hur?", choices=list(OFFERED_HOW.items()), widget=forms.RadioSelect, initial="oral"
    )
    words = forms.CharField(
        label="Personens ord",
        required=False,
        max_length=300,
        widget=forms.Textarea({"rows": 2}),
        help_text="Om personen säger varför vid nej.",
    )
    requested_by = requested_by_field()
    requested_on = requested_on_field()
    replaces_open = forms.BooleanField(label="Påbörja en ny plan ändå", required=False)
    compulsory_ended = forms.BooleanField(label="Tvångsvården har upphört", required=False)
    asks_about_open = False
    asks_about_care = False

    def __init__(self, *args: Any, at: datetime, own_unit_id: UUID | None, **kwargs: Any) -> None:
        super().__init__(*args, at=at, **kwargs)
        choices = unit_choices(without={str(own_unit_id)})
        for number, name in enumerate(UNITS, start=1):
            self.fields[name] = forms.ChoiceField(
                label="Enhet" if number == 1 else f"Enhet {number}", required=False
            )
            offer(self, name, choices)
        say_what_to_do(self)

    def units(self) -> list[UUID]:
        """Return the chosen units, each once, in order."""
        return [UUID(unit_id) for name in UNITS if (unit_id := self.cleaned_data[name])]

    def unit_fields(self) -> list[forms.BoundField]:
        """Return the bound fields of the units."""
        return [self[name] for name in UNITS]

    def request(self) -> list[Part]:
        """Return the inputs of who asked for a plan, if somebody did."""
        return [part for part in self.inputs() if part.field.name in REQUEST]

    @property
    def is_requested(self) -> bool:
        """Whether the folded inputs must be seen."""
        return any(part.field.errors or part.field.data for part in self.request())

    def asked(self) -> Asked:
        """Return what the person said."""
        typed = self.cleaned_data
        return Asked(typed["accepted"] == "yes", typed["given_by"], typed["how"], typed["words"])
