"""Skriv ut: which paper, how large, headings in which language, and for whom."""

from typing import Any

from django import forms

from discharge.forms.error_words import say_what_to_do
from discharge.forms.offered import offer
from sip.actions.print_note import PAPERS
from sip.rules.document.choices import GUARDIANS


class PrintForm(forms.Form):
    """``languages``: names by key. A protected person's paper takes a reason, and never has the number."""

    use_required_attribute = False
    paper = forms.ChoiceField(
        label="Utskrift", choices=list(PAPERS.items()), widget=forms.RadioSelect, initial="person"
    )
    size = forms.ChoiceField(
        label="Storlek",
        choices=(("normal", "Stor text"), ("large", "Extra stor text")),
        widget=forms.RadioSelect,
        initial="normal",
    )
    language = forms.ChoiceField(label="Rubriker på", initial="sv")
    for_guardian = forms.ChoiceField(
        label="Till", required=False, choices=[("", "Barnet"), *GUARDIANS.items()], widget=forms.RadioSelect
    )
    identifier = forms.BooleanField(label="Personen vill ha personnumret på utskriften", required=False)
    reason = forms.CharField(label="Skäl", max_length=300, widget=forms.Textarea({"rows": 2}))

    def __init__(
        self, *args: Any, languages: dict[str, str], is_protected: bool, is_child: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "language", languages.items())
        del self.fields["identifier" if is_protected else "reason"]
        if not is_child:
            del self.fields["for_guardian"]
        say_what_to_do(self)
