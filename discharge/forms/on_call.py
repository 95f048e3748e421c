"""Telefon och jour: what was said, in a few choices."""

from typing import Any

from django import forms

from discharge.actions.record_on_call_decision import OUTCOMES as DECISIONS
from discharge.actions.record_phone_contact import OUTCOMES as CALLS
from discharge.queries.on_call import on_call_for
from lus.on_call.rules.mandates import MANDATES

from .act_form import ActForm
from .offered import offer

ITEMS = [
    ("", "Välj vad det gäller"),
    *((key, label[:1].upper() + label[1:]) for key, label in MANDATES.items()),
]


class PhoneContactForm(ActForm):
    """Ringt – logga: which unit, how it went, who answered."""

    unit_id = forms.ChoiceField(label="Enhet ni ringde")
    outcome = forms.ChoiceField(label="Hur gick det?", choices=list(CALLS.items()), widget=forms.RadioSelect)
    answered_by = forms.CharField(
        label="Vem svarade?",
        required=False,
        max_length=80,
        help_text="Funktion, inte namn. Till exempel vakthavande.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        page, own = self.context.page, str(self.context.actor.unit_id)
        ids = [page.facts.ward_id, *(unit.unit_id for unit in page.facts.active_units)]
        others = [page.units[unit_id] for unit_id in ids if unit_id != own and unit_id in page.units]
        offer(
            self,
            "unit_id",
            [(str(unit.pk), f"{unit.name}, {unit.phone}" if unit.phone else unit.name) for unit in others],
        )
        self.fields["unit_id"].initial = str(others[0].pk) if others else ""

    def arguments(self) -> dict[str, Any]:
        typed = self.cleaned()
        unit = self.context.page.units[typed["unit_id"]]
        return {**typed, "function": unit.phone_function}


class OnCallForm(ActForm):
    """Which function, and what the question is about."""

    function_id = forms.ChoiceField(label="Jourfunktion")
    item = forms.ChoiceField(label="Gäller", choices=ITEMS)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = on_call_for(self.context.page.facts, at=self.context.at).functions
        offer(
            self,
            "function_id",
            [(str(one.function.pk), f"{one.function.label}, {one.function.phone}") for one in found],
        )
        self.fields["function_id"].initial = str(found[0].function.pk) if found else ""


class OnCallDecisionForm(OnCallForm):
    """Jourbeslut: yes, no or wait, with the reason when it is not yes."""

    outcome = forms.ChoiceField(label="Svar", choices=list(DECISIONS.items()), widget=forms.RadioSelect)
    text = forms.CharField(
        label="Skäl",
        required=False,
        max_length=300,
        help_text="Behövs vid nej och vänta.",
        widget=forms.Textarea({"rows": 2}),
    )
