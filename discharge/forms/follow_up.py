"""Uppföljningssamtalet: who calls, what was said, or why nobody calls."""

from typing import Any
from uuid import UUID

from django import forms

from discharge.queries.case_page import CasePage
from discharge.rules.facts import MUNICIPAL_ROLES
from discharge.rules.follow_up_call import RESULTS, call_is_open
from discharge.rules.obligations import summoning_unit
from lus.web.hinted_label import HintedLabel

from .act_form import ActContext, ActForm, ReasonForm
from .late_registration import LateForm

NOBODY = HintedLabel("Inget samtal", "Kan planeras senare.")


def offer_callers(field: Any, page: CasePage, nobody: HintedLabel | None = None) -> None:
    """Fill ``field`` with the receivers; the one that would summon to SIP is proposed. ``nobody``: a choice too."""
    units = page.facts.active_units
    choices: list[tuple[str, str]] = [
        (unit.unit_id, HintedLabel(page.units[unit.unit_id].name, _hint(unit.role))) for unit in units
    ]
    if nobody is not None:
        choices.append(("", nobody))
    field.choices = choices
    call, proposed = page.facts.leaving.call, summoning_unit(page.facts)
    if call is not None and call_is_open(page.facts):
        field.initial = call.unit_id
    elif proposed is not None:
        field.initial = proposed.unit_id
    elif units:
        field.initial = units[0].unit_id


def _hint(role: str) -> str:
    return "Kommunen" if role in MUNICIPAL_ROLES else "Öppenvården"


class PlanCallForm(ActForm):
    """Planera samtalet: which of the receivers calls."""

    unit_id = forms.ChoiceField(label="Vem ringer?", widget=forms.RadioSelect)

    def __init__(self, *args: Any, context: ActContext, **kwargs: Any) -> None:
        super().__init__(*args, context=context, **kwargs)
        offer_callers(self.fields["unit_id"], context.page)
        mine = context.page.facts.unit(str(context.actor.unit_id))
        if mine is not None and mine.is_active:
            self.fields["unit_id"].initial = mine.unit_id

    def arguments(self) -> dict[str, Any]:
        return {"unit_id": UUID(self.cleaned_data["unit_id"])}


class CallForm(LateForm):
    """Anteckna samtalet: what it led to."""

    result = forms.ChoiceField(label="Resultat", choices=list(RESULTS.items()), widget=forms.RadioSelect)
    note = forms.CharField(
        label="Anteckning",
        required=False,
        max_length=300,
        widget=forms.Textarea({"rows": 2}),
        help_text="Kort. Behövs när något ska ordnas. Alla i ärendet läser den.",
    )
    field_order = ["result", "note"]


class WaiveCallForm(ReasonForm):
    """Avstå från samtalet: why nobody calls."""
