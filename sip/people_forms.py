"""Personen och närstående: an answer that somebody gave staff, and a code to give away."""

from typing import Any

from django import forms

from discharge.rules.sip_choices import PERSON_ANSWERS


class PersonAnswerForm(forms.Form):
    """What one of the called has said. The same choices with a code and without."""

    answer = forms.ChoiceField(
        label="Kommer du?",
        choices=list(PERSON_ANSWERS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Välj ett av svaren.", "invalid_choice": "Välj ett av svaren."},
    )
    text = forms.CharField(
        label="Något vi behöver veta",
        required=False,
        max_length=200,
        error_messages={"max_length": "Skriv högst 200 tecken."},
    )
    use_required_attribute = False


class StaffAnswerForm(PersonAnswerForm):
    """The same, of ``participant_id``; each form of the page has ids of its own."""

    participant_id = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["answer"].label = "Svar"
        self.fields["text"].label = "Anteckning"


class CodeAnswerForm(PersonAnswerForm):
    """The same, from somebody with a code, which goes with the form and stands in no address."""

    code = forms.CharField(max_length=20, widget=forms.HiddenInput)


class GiveCodeForm(forms.Form):
    """To whom, and why when the identity is protected."""

    participant_id = forms.UUIDField(widget=forms.HiddenInput)
    protected_reason = forms.CharField(
        label="Skäl att lämna ut en kod",
        required=False,
        max_length=300,
        help_text="Personen har skyddade personuppgifter.",
    )
    use_required_attribute = False
