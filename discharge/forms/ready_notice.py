"""Utskrivningsklar: the notice, taking it back, and striking it out."""

from typing import Any

from django import forms

from discharge.actions.mark_ready_for_discharge import LEGAL_GROUNDS
from discharge.actions.withdraw_ready_notice import REASONS
from discharge.queries.agreements import payment_start_for
from discharge.queries.weekend import planned_day

from .act_form import ActForm, ReasonForm
from .local_moment import LocalMomentField, typed
from .typed_over import type_over
from .weekend import ask_about_weekend


class ReadyNoticeForm(ActForm):
    """Utskrivningsklar. ``shown_day_zero`` is what the page promised; a passed limit is refused once."""

    physician = forms.CharField(label="Behandlande läkare", max_length=120)
    assessed_at = LocalMomentField(label="Bedömd kl.")
    legal_ground = forms.ChoiceField(
        label="Rättsligt stöd",
        choices=list(LEGAL_GROUNDS.items()),
        widget=forms.RadioSelect,
    )
    shown_day_zero = forms.CharField(label="Sidan", required=False, max_length=10, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["assessed_at"].initial = typed(self.at)
        self.fields["shown_day_zero"].initial = self.day_zero_now()
        ask_about_weekend(self, planned_day(self.context.page.facts, self.at))

    def day_zero_now(self) -> str:
        """Return day zero (ISO date) of a notice that is sent now, or "" when nothing is counted."""
        start = payment_start_for(self.context.page.facts, self.at)
        return start.day_zero.isoformat() if start else ""

    def arguments(self) -> dict[str, Any]:
        return {**self.cleaned(), "shown_day_zero": self.cleaned_data["shown_day_zero"]}

    def show_as_current(self) -> None:
        super().show_as_current()
        type_over(self, shown_day_zero=self.day_zero_now())


class WithdrawReadyForm(ActForm):
    """Återta utskrivningsklar: why, explained when it is *Annat*."""

    reason = forms.ChoiceField(label="Orsak", choices=list(REASONS.items()), widget=forms.RadioSelect)
    text = forms.CharField(label="Förklaring", required=False, max_length=300, help_text="Behövs för Annat.")
    changed_at = LocalMomentField(
        label="Läget ändrades kl.", required=False, help_text="Fyll i om det var tidigare än nu."
    )
    late_fields = ("changed_at", "changed_at_pass")


class VoidReadyForm(ReasonForm):
    """Felregistrerad underrättelse: a reason and a second confirmation."""

    confirmed = forms.BooleanField(label="Underrättelsen var aldrig riktig, och dess dagar ska inte räknas")

    def arguments(self) -> dict[str, Any]:
        return {"reason": self.cleaned_data["reason"]}
