"""Granskningens former: approve, dispute and answer one line; approve many; close a month."""

from typing import Any
from uuid import UUID

from django import forms

from discharge.actions.answer_payment_dispute import ANSWERS
from discharge.rules.settlement_line import DISPUTE_REASONS

from .error_words import say_what_to_do
from .offered import offer


class SettlementForm(forms.Form):
    """``idempotency_key``: against double clicks; ``month``: which line it is about."""

    use_required_attribute = False

    idempotency_key = forms.CharField(required=False, max_length=80, widget=forms.HiddenInput)
    month = forms.CharField(max_length=7, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say_what_to_do(self)

    def arguments(self) -> dict[str, Any]:
        """Return what the act takes, by name."""
        return {name: value for name, value in self.cleaned_data.items() if name != "idempotency_key"}


class ApproveLineForm(SettlementForm):
    """The days travel along as a fingerprint, so that nobody approves other days than those on the page."""

    fingerprint = forms.CharField(max_length=16, widget=forms.HiddenInput)


class DisputeLineForm(SettlementForm):
    reason = forms.ChoiceField(
        label="Orsak", choices=list(DISPUTE_REASONS.items()), widget=forms.RadioSelect, initial=None
    )
    text = forms.CharField(
        label="Text", required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )
    evidence = forms.TypedChoiceField(
        label="Händelse som bevis", required=False, choices=(), empty_value=None, coerce=UUID
    )

    def offer_evidence(self, choices: list[tuple[str, str]]) -> None:
        """Let the dispute point at one of these events (id, words)."""
        offer(self, "evidence", choices)


class AnswerDisputeForm(SettlementForm):
    fingerprint = forms.CharField(max_length=16, widget=forms.HiddenInput)
    answer = forms.ChoiceField(label="Svar", choices=list(ANSWERS.items()), widget=forms.RadioSelect)
    text = forms.CharField(label="Skäl", max_length=500, widget=forms.Textarea(attrs={"rows": 3}))


class ApproveAllForm(SettlementForm):
    counterpart = forms.CharField(max_length=4, widget=forms.HiddenInput)
    seen = forms.CharField(max_length=16, widget=forms.HiddenInput)


class CloseMonthForm(SettlementForm):
    counterpart = forms.CharField(max_length=4, widget=forms.HiddenInput)
