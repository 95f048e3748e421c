"""When the patient leaves, and what was entered by mistake."""

from typing import Any

from django import forms

from discharge.actions.close_case import REASONS as CLOSE_REASONS
from discharge.actions.discharge_patient import DESTINATIONS
from discharge.actions.send_handover import PARTS, REQUIRED
from lus.web.hinted_label import HintedLabel

from .act_form import ActForm, ReasonForm
from .late_registration import LateForm
from .local_moment import LocalMomentField, typed

LATE_REASON = forms.CharField(
    label="Varför registreras det i efterhand?",
    required=False,
    max_length=200,
    help_text="Behövs när tiden ligger mer än 15 minuter bakåt.",
)


class HandoverForm(LateForm):
    """Överlämning: which parts go along. What is required and missing is named, never hidden."""

    parts = forms.MultipleChoiceField(
        label="Delar som skickas",
        widget=forms.CheckboxSelectMultiple,
        choices=[
            (key, HintedLabel(label, "krävs" if key in REQUIRED else "")) for key, label in PARTS.items()
        ],
        initial=list(REQUIRED),
        error_messages={"required": "Kryssa för minst en del."},
    )
    field_order = ["parts"]

    def arguments(self) -> dict[str, Any]:
        return self.cleaned()


class DischargeForm(ActForm):
    """Registrera utskrivning: when and to where. A missing handover never stops it."""

    left_at = LocalMomentField(label="Lämnade avdelningen kl.")
    destination = forms.ChoiceField(
        label="Till", choices=list(DESTINATIONS.items()), widget=forms.RadioSelect
    )
    missing_reason = forms.CharField(
        label="Om överlämningen inte är skickad: varför?", required=False, max_length=200
    )
    late_reason = LATE_REASON
    late_fields = ("late_reason",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["left_at"].initial = typed(self.at)
        if self.context.page.facts.handover_sent_at and not self.context.page.facts.handover_missing:
            del self.fields["missing_reason"]


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
