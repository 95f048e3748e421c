"""When the patient leaves, and what was entered by mistake."""

from typing import Any
from uuid import UUID

from django import forms

from discharge.actions.close_case import REASONS as CLOSE_REASONS
from discharge.rules.destinations import PLACES
from discharge.rules.handover_parts import missing_parts
from discharge.rules.home_ready.standing import home_ready
from lus.web.hinted_label import HintedLabel

from .act_form import ActForm, ReasonForm
from .follow_up import NOBODY, offer_callers
from .local_moment import LocalMomentField, typed
from .weekend import ask_about_weekend

LATE_REASON = forms.CharField(
    label="Varför registreras det i efterhand?",
    required=False,
    max_length=200,
    help_text="Behövs när tiden ligger mer än 15 minuter bakåt.",
)


class DischargeForm(ActForm):
    """Registrera utskrivning: when and to where. A missing handover never stops it."""

    left_at = LocalMomentField(label="Lämnade avdelningen kl.")
    destination = forms.ChoiceField(
        label="Till",
        choices=[(key, HintedLabel(place.label, place.means)) for key, place in PLACES.items()],
        widget=forms.RadioSelect,
    )
    destination_text = forms.CharField(
        label="Vart, om Annat", required=False, max_length=80, help_text="Till exempel: hos sin dotter."
    )
    missing_reason = forms.CharField(
        label="Om delar saknas i överlämningen: varför?", required=False, max_length=200
    )
    follow_up_unit_id = forms.ChoiceField(
        label="Vem ringer efter 48–72 timmar?", required=False, widget=forms.RadioSelect
    )
    open_points_reason = forms.CharField(
        label="Punkter är öppna: varför skrivs patienten ut ändå?", required=False, max_length=200
    )
    late_reason = LATE_REASON
    late_fields = ("late_reason",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not home_ready(self.context.page.facts, self.context.page.checklist).open:
            del self.fields["open_points_reason"]
        self.fields["left_at"].initial = typed(self.at)
        ask_about_weekend(self, self.at)
        offer_callers(self.fields["follow_up_unit_id"], self.context.page, NOBODY)
        if not missing_parts(self.context.page.facts):
            del self.fields["missing_reason"]

    def arguments(self) -> dict[str, Any]:
        chosen = self.cleaned_data["follow_up_unit_id"]
        return {**self.cleaned(), "follow_up_unit_id": UUID(chosen) if chosen else None}


class DeathForm(ActForm):
    """Registrera avliden: the time, and a confirmation that is its second step."""

    died_at = LocalMomentField(label="Tidpunkt")
    confirmed = forms.BooleanField(label="Uppgiften stämmer, och gäller den här patienten", required=False)
    late_reason = LATE_REASON
    late_fields = ("late_reason",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["died_at"].initial = typed(self.at)


class VoidCaseForm(ReasonForm):
    """Felregistrerat ärende: a reason and a second confirmation."""

    confirmed = forms.BooleanField(label="Vårdtillfället har aldrig funnits, eller gällde fel person")

    def arguments(self) -> dict[str, Any]:
        return {"reason": self.cleaned_data["reason"]}


class CloseCaseForm(ActForm):
    """Avsluta ärendet: why nothing more is waited for."""

    reason = forms.ChoiceField(label="Orsak", choices=list(CLOSE_REASONS.items()), widget=forms.RadioSelect)
