"""The receivers' answers: ej känd, avvisa, fel mottagare, planering, klar att ta emot."""

from typing import Any
from uuid import UUID

from django import forms
from django.urls import reverse

from discharge.actions.decline_case import REASONS as DECLINE_REASONS
from discharge.actions.report_wrong_recipient import REASONS as WRONG_REASONS
from discharge.queries.suggested_units import suggested_units
from lus.swedish_time import local_date
from lus.web.hinted_label import HintedLabel

from .act_form import ActForm
from .local_moment import LocalMomentField
from .offered import offer
from .prefilled import earlier_plan
from .unit_choice import unit_choices

ELSEWHERE = "elsewhere"
NO_SUGGESTION = ""


class DeclineForm(ActForm):
    """Avvisa: a reason, explained when it is *Annat*."""

    reason = forms.ChoiceField(label="Orsak", choices=list(DECLINE_REASONS.items()), widget=forms.RadioSelect)
    text = forms.CharField(label="Förklaring", required=False, max_length=300, help_text="Behövs för Annat.")


class WrongRecipientForm(ActForm):
    """Fel mottagare: a reason, and at most three proposed units or any other."""

    reason = forms.ChoiceField(label="Orsak", choices=list(WRONG_REASONS.items()), widget=forms.RadioSelect)
    suggestion = forms.ChoiceField(label="Rätt enhet, förslag", required=False, widget=forms.RadioSelect)
    suggested_unit_id = forms.ChoiceField(label="Annan enhet", required=False)
    refusal_fields = {"recipients": "suggested_unit_id"}
    from_address = ("reason", "suggestion")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reason = self.data.get("reason") or self.initial.get("reason") or ""
        found = suggested_units(self.context.page, self.context.actor, reason, on=local_date(self.context.at))
        self.fields["reason"].widget.attrs = self._asks_again()
        choices = [(unit.unit_id, HintedLabel(unit.name, unit.why)) for unit in found]
        offer(
            self,
            "suggestion",
            [
                *choices,
                (ELSEWHERE, HintedLabel("Annan enhet", "Välj i listan")),
                (NO_SUGGESTION, HintedLabel("Vet inte", "Avdelningen får välja")),
            ],
        )
        offer(self, "suggested_unit_id", unit_choices())

    def _asks_again(self) -> dict[str, str]:
        """The proposals follow from the reason: another reason fetches others, and a unit in both stays ticked."""
        address = reverse("report_wrong_recipient", args=[self.context.page.case.pk])
        part = "#id_suggestion"
        return {
            "hx-get": address,
            "hx-trigger": "change",
            "hx-include": part,
            "hx-target": part,
            "hx-select": part,
            "hx-swap": "outerHTML",
        }

    def arguments(self) -> dict[str, Any]:
        typed = self.cleaned_data
        chosen = typed["suggested_unit_id"] if typed["suggestion"] == ELSEWHERE else typed["suggestion"]
        return {"reason": typed["reason"], "suggested_unit_id": UUID(chosen) if chosen else None}

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        if typed.get("suggestion") == ELSEWHERE and not typed.get("suggested_unit_id"):
            self.add_error("suggested_unit_id", "Välj enheten i listan, eller svara Vet inte.")
        return typed


class ReadyToReceiveForm(ActForm):
    """Klar att ta emot: what begins at home, and the first contact."""

    what = forms.CharField(
        label="Vad startar",
        max_length=200,
        help_text="Till exempel: hemtjänst tre gånger om dagen, sjuksköterska samma kväll.",
    )
    first_contact_at = LocalMomentField(
        label="Första kontakt", required=False, help_text="Till exempel 2026-11-25 15.00."
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["what"].initial = earlier_plan(self.context.page, str(self.context.actor.unit_id))


class NotReadyAnyMoreForm(ActForm):
    """Inte längre klar att ta emot."""

    reason = forms.CharField(label="Orsak", max_length=200, widget=forms.Textarea({"rows": 2}))
