"""Vilka enheter är med: one more, or one less."""

from typing import Any
from uuid import UUID

from django import forms

from discharge.forms.act_form import ActForm
from discharge.forms.offered import offer
from discharge.forms.unit_choice import unit_choices
from sip.queries.plan_page import PlanPage


class AddSipUnitForm(ActForm):
    """Lägg till enhet."""

    unit_id = forms.ChoiceField(label="Enhet")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        there = {unit.unit_id for unit in self.context.page.facts.active_units}
        offer(self, "unit_id", unit_choices(without=there))

    def arguments(self) -> dict[str, Any]:
        return {"unit_id": UUID(self.cleaned_data["unit_id"])}


class RemoveSipUnitForm(ActForm):
    """Ta bort enhet: which of those that do not lead, and why."""

    unit_id = forms.ChoiceField(label="Enhet")
    reason = forms.CharField(label="Orsak", max_length=300, widget=forms.Textarea({"rows": 2}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        page = self.context.page
        assert isinstance(page, PlanPage)
        left = [unit.unit_id for unit in page.facts.active_units if unit.unit_id != str(page.plan.led_by_id)]
        offer(self, "unit_id", [("", "Välj enhet"), *((one, page.units[one].name) for one in left)])

    def arguments(self) -> dict[str, Any]:
        return {"unit_id": UUID(self.cleaned_data["unit_id"]), "reason": self.cleaned_data["reason"]}
