"""Föreslå och godkänn aktivering: a day, or the day that the page showed."""

from typing import Any

from django import forms

from .error_words import say_what_to_do
from .expected_date import TypedDateField


class AgreementForm(forms.Form):
    """``idempotency_key``: against double clicks. ``arguments`` gives the act its own arguments."""

    use_required_attribute = False

    idempotency_key = forms.CharField(required=False, max_length=80, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say_what_to_do(self)

    def arguments(self) -> dict[str, Any]:
        return {"payment_active_from": self.cleaned_data["payment_active_from"]}


class ProposeActivationForm(AgreementForm):
    payment_active_from = TypedDateField(
        label="Betalning från och med",
        help_text="Tidigare dagar förblir skuggberäkning. ÅÅÅÅ-MM-DD",
    )


class ApproveActivationForm(AgreementForm):
    """The day travels along, so that nobody approves another day than the one on the page."""

    payment_active_from = forms.DateField(widget=forms.HiddenInput)
