"""Planeringsunderlaget: answer one question, say that it is not known, or move it to another unit."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django import forms

from discharge.actions.mark_planning_field_unknown import CHASED_AFTER
from discharge.actions.mark_ready_for_discharge import LEGAL_GROUNDS
from discharge.rules.planning_basis import AskedField, asked_field, fields_of

from .act_form import ActContext, ActForm
from .local_moment import LocalMomentField, typed
from .offered import offer

WHY_GROUND = "Svaret läses av andra enheter. Det frågas en gång för er enhet."


def ground_field() -> forms.ChoiceField:
    """Return the question on what ground others are told; asked until the unit has answered it once."""
    return forms.ChoiceField(
        label="Rättsligt stöd",
        choices=list(LEGAL_GROUNDS.items()),
        widget=forms.RadioSelect,
        required=False,
        help_text=WHY_GROUND,
    )


def own_unit_ids(context: ActContext) -> list[str]:
    return [str(unit_id) for unit_id in context.actor.unit_ids]


def party_choices(context: ActContext, without: str = "") -> list[tuple[str, str]]:
    """Return the ward and the active units of the case, as choices."""
    facts, units = context.page.facts, context.page.units
    ids = [facts.ward_id, *(unit.unit_id for unit in facts.active_units)]
    return [(unit_id, units[unit_id].name) for unit_id in ids if unit_id != without]


class OwnFieldForm(ActForm):
    """A form about one of the own unit's questions; which one, the address says, or it is asked."""

    field = forms.ChoiceField(label="Fråga")
    from_address = ("field",)

    def __init__(self, *args: Any, context: ActContext, **kwargs: Any) -> None:
        super().__init__(*args, context=context, **kwargs)
        own = [asked for unit_id in own_unit_ids(context) for asked in fields_of(context.page.facts, unit_id)]
        offer(self, "field", [(one.field.key, one.field.label) for one in own])
        key = self.data.get(self.add_prefix("field")) or self.initial.get("field", "")
        self.asked: AskedField | None = asked_field(context.page.facts, key) if key else None


class AnswerFieldForm(OwnFieldForm):
    """Svara: one of the field's choices, or words; or that it is not relevant."""

    value = forms.CharField(label="Svar", required=False, max_length=300, widget=forms.Textarea({"rows": 2}))
    not_applicable = forms.BooleanField(label="Ej aktuellt", required=False)
    legal_ground = ground_field()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.asked is None:
            return
        question, answer = self.asked.field, self.asked.answer
        if question.choices:
            self.fields["value"] = forms.ChoiceField(
                label="Svar", required=False, choices=list(question.choices.items()), widget=forms.RadioSelect
            )
        self.fields["value"].label = question.label
        self.fields["value"].help_text = question.help
        self.fields["value"].initial = answer.value if answer else ""
        self.fields["field"].widget = forms.HiddenInput()
        if self.asked.unit_id in self.context.page.facts.planning.grounds:
            del self.fields["legal_ground"]
        self.order_fields(["field", "value"])


class UnknownFieldForm(OwnFieldForm):
    """Vet ej: when the question comes back."""

    chase_at = LocalMomentField(
        label="Tas upp igen", required=False, help_text="Intern rutin: efter 24 timmar."
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["chase_at"].initial = typed(self.at + CHASED_AFTER + timedelta(minutes=1))


class ReassignFieldForm(OwnFieldForm):
    """Flytta frågan: to another unit of the case."""

    unit_id = forms.ChoiceField(label="Till", widget=forms.RadioSelect)

    def __init__(self, *args: Any, context: ActContext, **kwargs: Any) -> None:
        super().__init__(*args, context=context, **kwargs)
        without = self.asked.unit_id if self.asked else str(context.actor.unit_id)
        offer(self, "unit_id", party_choices(context, without))

    def arguments(self) -> dict[str, Any]:
        return {"field": self.cleaned_data["field"], "unit_id": UUID(self.cleaned_data["unit_id"])}
