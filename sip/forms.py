"""The form about the need of a joint plan."""

from typing import Any

from django import forms

from discharge.forms.act_form import ActForm, Part
from sip.request_fields import REQUEST, requested_by_field, requested_on_field


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
        help_text="Behövs när SIP inte behövs, och när planen öppnas igen.",
        widget=forms.Textarea({"rows": 2}),
    )

    requested_by = requested_by_field()
    requested_on = requested_on_field()

    def first(self) -> list[Part]:
        """What every assessment says."""
        return [part for part in self.inputs() if part.field.name not in REQUEST]

    def request(self) -> list[Part]:
        """Who asked for a plan, if somebody did."""
        return [part for part in self.inputs() if part.field.name in REQUEST]

    @property
    def is_requested(self) -> bool:
        """Whether the folded inputs must be seen."""
        return any(part.field.errors or part.field.data for part in self.request())

    def arguments(self) -> dict[str, Any]:
        said = self.cleaned()
        return {**said, "needed": said["needed"] == "yes"}
