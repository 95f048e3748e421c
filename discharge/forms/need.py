"""Behovsbedömningen by itself: for a stay that is registered without a notice, or when the need has changed."""

from typing import Any

from django import forms

from discharge.actions.assess_need import Needs

from .act_form import ActForm
from .admission_notice import NEEDS
from .local_moment import LocalMomentField


class AssessNeedForm(ActForm):
    """Nothing ticked means that the need is judged absent, and asks for the reason."""

    needs = forms.MultipleChoiceField(
        label="Kan behöva",
        choices=NEEDS,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="Lämna tomt om läkaren bedömer att inget behövs efter utskrivningen.",
    )
    physician = forms.CharField(label="Behandlande läkare", max_length=120)
    assessed_at = LocalMomentField(label="Bedömt kl.", required=False, help_text="Tomt betyder nu.")
    reason = forms.CharField(
        label="Varför inget behövs", max_length=300, required=False, help_text="Bara när inget är förkryssat."
    )

    def arguments(self) -> dict[str, Any]:
        ticked = self.cleaned_data["needs"]
        health = "municipal_health" in ticked
        return {
            "needs": Needs(
                municipal_health=health,
                social_services="social_services" in ticked,
                outpatient=health or "outpatient" in ticked,
                physician=self.cleaned_data["physician"],
                assessed_at=self.cleaned_data["assessed_at"],
            ),
            "reason": self.cleaned_data["reason"],
        }
