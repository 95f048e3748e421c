"""Inte en avvikelse: one question, so that a detector that is often wrong can be mended."""

from django import forms

from deviations.rules.candidates.offer_states import REASONS
from discharge.forms.act_form import TimedForm


class DismissForm(TimedForm):
    """Why the offer is no deviation. No free text: nothing about a person can stand here."""

    reason = forms.ChoiceField(
        label="Varför är det inte en avvikelse?",
        choices=list(REASONS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Välj ett skäl i listan.", "invalid_choice": "Välj ett skäl i listan."},
    )
