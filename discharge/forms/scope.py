"""Whether the act covers the patient, compulsory care, and a municipality that the product cannot reach."""

from typing import Any

from django import forms

from discharge.actions.change_legal_status import NEXT
from discharge.actions.record_told_outside import CHANNELS
from discharge.rules.facts_of_scope import OUTSIDE_REASONS
from discharge.rules.sip_not_open import LEGAL_WORDS

from .act_form import ActForm
from .chain import NowForm
from .leaving import LATE_REASON
from .local_moment import LocalMomentField
from .offered import offer


class LegalStatusForm(NowForm):
    """Rättslig form: what may follow on the present one, whose decision it is, and when it was made."""

    moment = "decided_at"

    legal_status = forms.ChoiceField(label="Ny rättslig form", widget=forms.RadioSelect)
    physician = forms.CharField(label="Chefsöverläkare eller läkare som beslutat", max_length=120)
    decided_at = LocalMomentField(label="Beslutat kl.")
    late_reason = LATE_REASON
    late_fields = ("late_reason",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        possible = NEXT.get(self.context.page.facts.legal_status, ())
        offer(self, "legal_status", [(key, LEGAL_WORDS[key]) for key in possible])


class CarePlanForm(NowForm):
    """Samordnad vårdplan: whose it is, which units have approved it, and when."""

    moment = "made_at"

    physician = forms.CharField(label="Chefsöverläkare", max_length=120)
    approved_by = forms.MultipleChoiceField(
        label="Enheter som har godkänt planen",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Kryssa för de enheter som har godkänt."},
    )
    made_at = LocalMomentField(label="Upprättad kl.")
    late_reason = LATE_REASON
    late_fields = ("late_reason",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        page = self.context.page
        offer(
            self,
            "approved_by",
            [
                (unit.unit_id, page.units[unit.unit_id].name)
                for unit in page.facts.active_units
                if unit.unit_id in page.units
            ],
        )


class OutsideActForm(ActForm):
    """Omfattas inte av lagen: why."""

    reason = forms.ChoiceField(label="Skäl", choices=list(OUTSIDE_REASONS.items()), widget=forms.RadioSelect)
    text = forms.CharField(label="Förklaring", required=False, max_length=300)


class ToldOutsideForm(NowForm):
    """Meddelat utanför systemet: how, to which function, and when."""

    moment = "told_at"

    channel = forms.ChoiceField(label="Hur", choices=list(CHANNELS.items()), widget=forms.RadioSelect)
    receiver = forms.CharField(
        label="Mottagande funktion", max_length=120, help_text="En funktion, inget namn på en person."
    )
    told_at = LocalMomentField(label="Meddelat kl.")
    text = forms.CharField(label="Anteckning", required=False, max_length=300)
    late_reason = LATE_REASON
    late_fields = ("late_reason",)
