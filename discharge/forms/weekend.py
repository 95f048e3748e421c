"""Helgvarning: how the closed door is handled; asked only where a receiver has closed."""

from datetime import date, datetime

from django import forms

from discharge.queries.weekend import closed_in
from discharge.rules.weekend_guard import CHOICES

from .act_form import ActForm


def choice_field(*, required: bool) -> forms.ChoiceField:
    """Return the three ways to answer."""
    return forms.ChoiceField(
        label="Stängt hos mottagaren: hur är det löst?",
        choices=list(CHOICES.items()),
        widget=forms.RadioSelect,
        required=required,
    )


def with_field() -> forms.CharField:
    """Return the question with whom, by function."""
    return forms.CharField(
        label="Överenskommet med",
        required=False,
        max_length=120,
        help_text="Funktion och tid. Till exempel mottagningen, fre 14.20.",
    )


def ask_about_weekend(form: ActForm, when: date | datetime) -> None:
    """Let the form ask too when a receiver is closed then. Nobody has to answer to send."""
    if closed_in(form.context.page.facts, when):
        form.fields["weekend_choice"] = choice_field(required=False)
        form.fields["weekend_with"] = with_field()


class WeekendAnswerForm(ActForm):
    weekend_choice = choice_field(required=True)
    weekend_with = with_field()
