"""Efterregistrering: when it happened, if not now, and why it is entered afterwards."""

from django import forms

from .act_form import ActForm
from .local_moment import LocalMomentField


class LateForm(ActForm):
    """An act that may have happened earlier. Both fields stand folded under *Hände tidigare*."""

    happened_at = LocalMomentField(
        label="Hände kl.",
        required=False,
        help_text="Lämna tomt om det händer nu. Annars till exempel 2026-11-23 07.55.",
    )
    late_reason = forms.CharField(
        label="Varför registreras det i efterhand?",
        required=False,
        max_length=200,
        help_text="Behövs när tiden ligger mer än 15 minuter bakåt.",
    )
    late_fields = ("happened_at", "happened_at_pass", "late_reason")
