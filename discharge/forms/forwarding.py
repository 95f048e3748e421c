"""Vidaresänd: which unit of the own organisation takes over, and what it should know."""

from typing import Any
from uuid import UUID

from django import forms

from lus.organisations.queries import forward_targets
from lus.web.hinted_label import HintedLabel

from .act_form import ActForm


class ForwardForm(ActForm):
    """The open units of the own organisation that are not in the case already."""

    unit_id = forms.ChoiceField(label="Till enhet", widget=forms.RadioSelect)
    note = forms.CharField(
        label="Till enheten",
        required=False,
        max_length=300,
        widget=forms.Textarea({"rows": 2}),
        help_text="Ses av er enhet och den som får ärendet, inte av andra.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        facts, actor = self.context.page.facts, self.context.actor
        taken = {unit.unit_id for unit in facts.units if unit.takes_part}
        found = (
            [unit for unit in forward_targets(actor.unit_id) if str(unit.pk) not in taken]
            if actor.unit_id
            else []
        )
        self.targets = found
        self.fields["unit_id"].choices = [  # type: ignore[attr-defined]
            (str(unit.pk), HintedLabel(unit.name, unit.get_kind_display())) for unit in found
        ]

    def arguments(self) -> dict[str, Any]:
        return {"unit_id": UUID(self.cleaned_data["unit_id"]), "note": self.cleaned_data["note"]}
