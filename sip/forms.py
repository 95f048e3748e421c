"""The form about the need of a joint plan."""

from typing import Any

from django import forms

from discharge.forms.act_form import ActForm


class SipNeedForm(ActForm):
    """Bedöm behov av SIP; "behövs inte" takes a reason."""

    needed = forms.ChoiceField(
        label="Behövs en SIP?",
        choices=(("yes", "Ja, behövs"), ("no", "Nej, behövs inte")),
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label="Orsak",
        required=False,
        max_length=300,
        help_text="Behövs när SIP inte behövs.",
        widget=forms.Textarea({"rows": 2}),
    )

    def arguments(self) -> dict[str, Any]:
        return {"needed": self.cleaned_data["needed"] == "yes", "reason": self.cleaned_data["reason"]}
