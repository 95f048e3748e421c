"""What the ward says after the admission notice: new date, right recipient, one more unit."""

from typing import Any
from uuid import UUID

from django import forms

from discharge.actions.change_expected_discharge import REASONS
from discharge.queries.recipients import role_of_unit
from lus.web.hinted_label import HintedLabel

from .act_form import ActContext, ActForm, ReasonForm
from .expected_date import ExpectedDateMixin, chip_field, date_field
from .offered import offer
from .unit_choice import unit_choices

OTHER = "other"


class ExpectedDischargeForm(ExpectedDateMixin, ActForm):
    """Ändra beräknad utskrivning: the new day and why."""

    expected_choice = chip_field("Nytt datum")
    expected_date = date_field()
    reason = forms.ChoiceField(label="Orsak", choices=list(REASONS.items()), widget=forms.RadioSelect)
    refusal_fields = {"new_date": "expected_choice", "expected_discharge": "expected_choice"}
    from_address = ("expected_choice",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fill_chips()

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        typed["new_date"] = self.clean_expected()
        return typed

    def arguments(self) -> dict[str, Any]:
        return {"new_date": self.cleaned_data["new_date"], "reason": self.cleaned_data["reason"]}


class RedirectForm(ActForm):
    """Välj ny mottagare: which unit was wrong, and who gets the notice instead."""

    wrong_unit_id = forms.ChoiceField(label="Fel mottagare", widget=forms.RadioSelect)
    suggestion = forms.ChoiceField(label="Ny mottagare", widget=forms.RadioSelect)
    new_unit_id = forms.ChoiceField(label="Annan enhet", required=False)
    refusal_fields = {"recipients": "new_unit_id"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        page = self.context.page
        wrong = [
            unit for unit in page.facts.units if unit.state == "wrong_recipient" and not unit.replaced_by
        ]
        names = {unit_id: unit.name for unit_id, unit in page.units.items()}
        self._choices("wrong_unit_id", [(unit.unit_id, names[unit.unit_id]) for unit in wrong])
        hinted = [
            (
                unit.suggested_unit_id,
                HintedLabel(names[unit.suggested_unit_id], f"Föreslagen av {names[unit.unit_id]}"),
            )
            for unit in wrong
            if unit.suggested_unit_id
        ]
        self._choices("suggestion", [*hinted, (OTHER, HintedLabel("Annan enhet", "Välj i listan"))])
        self._choices("new_unit_id", unit_choices({unit.unit_id for unit in page.facts.active_units}))
        if wrong:
            self.fields["wrong_unit_id"].initial = wrong[0].unit_id
            self.fields["suggestion"].initial = wrong[0].suggested_unit_id or OTHER

    def _choices(self, name: str, choices: list[Any]) -> None:
        offer(self, name, choices)

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        if typed.get("suggestion") == OTHER and not typed.get("new_unit_id"):
            self.add_error("new_unit_id", "Välj enheten i listan.")
        return typed

    def arguments(self) -> dict[str, Any]:
        typed = self.cleaned_data
        chosen = typed["new_unit_id"] if typed["suggestion"] == OTHER else typed["suggestion"]
        return {"wrong_unit_id": UUID(typed["wrong_unit_id"]), "new_unit_id": UUID(chosen)}


class AddUnitForm(ActForm):
    """Lägg till enhet: it gets the admission notice now, with its own sent time."""

    unit_id = forms.ChoiceField(label="Enhet")
    why = forms.CharField(label="Varför", required=False, max_length=120)
    refusal_fields = {"recipients": "unit_id"}

    def __init__(self, *args: Any, context: ActContext, **kwargs: Any) -> None:
        super().__init__(*args, context=context, **kwargs)
        active = {unit.unit_id for unit in context.page.facts.active_units}
        offer(self, "unit_id", unit_choices(active))

    def arguments(self) -> dict[str, Any]:
        unit_id = UUID(self.cleaned_data["unit_id"])
        return {"unit_id": unit_id, "role": role_of_unit(unit_id), "why": self.cleaned_data["why"]}


class RemoveUnitForm(ReasonForm):
    """Ta bort enhet: which one is not concerned after all, and why."""

    unit_id = forms.ChoiceField(label="Enhet", widget=forms.RadioSelect)
    field_order = ["unit_id", "reason"]

    def __init__(self, *args: Any, context: ActContext, **kwargs: Any) -> None:
        super().__init__(*args, context=context, **kwargs)
        page = context.page
        choices = [(unit.unit_id, page.units[unit.unit_id].name) for unit in page.facts.active_units]
        offer(self, "unit_id", choices)

    def arguments(self) -> dict[str, Any]:
        return {"unit_id": UUID(self.cleaned_data["unit_id"]), "reason": self.cleaned_data["reason"]}
