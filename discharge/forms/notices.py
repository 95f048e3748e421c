"""Återkallelser: taking back what was sent or said."""

from typing import Any

from django import forms

from .act_form import ReasonForm


class WithdrawNoticeForm(ReasonForm):
    """Återkalla inskrivningsmeddelande: a reason and a second confirmation."""

    confirmed = forms.BooleanField(label="Inskrivningsmeddelandet ska inte gälla")

    def arguments(self) -> dict[str, Any]:
        return {"reason": self.cleaned_data["reason"]}
