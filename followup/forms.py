"""Enkäternas formulär: the answer on one page, and the ward's wish for codes."""

from typing import Any

from django import forms

from followup.actions.draw_survey_codes import MOST
from followup.rules.given_answers import AGE_BANDS, SEXES, GivenAnswers, Value
from followup.rules.questionnaire import DONT_KNOW, KINDS, LONGEST_TEXT, Questionnaire

UNKNOWN_CHOICE = {"invalid_choice": "Svaret finns inte. Välj ett av svaren."}
# Mood of each face, an icon of the sprite; its word stands beside it.
FACES = {3: "glad", 2: "sadar", 1: "ledsen"}


class AnswerForm(forms.Form):
    """One field for each item of ``asked``. Nothing is required; the act says if all of it is empty."""

    code = forms.CharField(max_length=20, widget=forms.HiddenInput)
    text = forms.CharField(
        label="Vill du berätta något mer?",
        required=False,
        max_length=LONGEST_TEXT,
        help_text="Skriv inga namn, nummer eller adresser.",
        widget=forms.Textarea({"rows": 4}),
        error_messages={"max_length": f"Texten är längre än {LONGEST_TEXT} tecken. Korta den."},
    )

    def __init__(self, *args: Any, asked: Questionnaire, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asked = asked
        steps = [(str(value), word) for value, word in asked.steps.items()]
        more = [(DONT_KNOW, "Vet ej" if asked.scale == "agree" else "Vet inte")]
        for item in asked.items:
            self.fields[item.id] = _choice(item.text, [*steps, *more])
        if asked.asks_about_you:
            self.fields["sex"] = _choice("Kön", list(SEXES.items()))
            self.fields["age_band"] = _choice("Ålder", list(AGE_BANDS.items()))

    def questions(self) -> list[dict[str, Any]]:
        """Return ``{field, hint, options: [{field, face}]}`` for each item, in the page's order."""
        found = []
        for item in self.asked.items:
            bound = self[item.id]
            options = [{"tag": one, "face": self._face(one.data["value"])} for one in bound.subwidgets]
            found.append({"field": bound, "hint": item.hint, "options": options})
        return found

    def _face(self, value: str) -> str:
        return FACES.get(int(value), "") if self.asked.scale == "smiley" and value.isdigit() else ""

    def given(self) -> GivenAnswers:
        """Return what was answered. Called only when the form is valid."""
        typed = self.cleaned_data
        values: dict[str, Value] = {
            item.id: typed[item.id] if typed[item.id] == DONT_KNOW else int(typed[item.id])
            for item in self.asked.items
            if typed[item.id]
        }
        return GivenAnswers(values, typed.get("sex", ""), typed.get("age_band", ""), typed["text"])


class DrawForm(forms.Form):
    """How many codes, and for whom."""

    idempotency_key = forms.CharField(required=False, max_length=80, widget=forms.HiddenInput)
    kind = forms.ChoiceField(
        label="Vem ska svara?",
        choices=list(KINDS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Välj vem som ska svara.", **UNKNOWN_CHOICE},
    )
    count = forms.IntegerField(
        label="Antal blad",
        min_value=1,
        max_value=MOST,
        initial=1,
        help_text=f"Ett blad till varje person, 1–{MOST}.",
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={
            "required": "Skriv hur många blad du behöver.",
            "invalid": "Skriv ett heltal, till exempel 5.",
            "min_value": f"Ange 1 till {MOST} blad.",
            "max_value": f"Ange 1 till {MOST} blad.",
        },
    )


def _choice(label: str, choices: list[tuple[str, str]]) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        choices=choices,
        required=False,
        widget=forms.RadioSelect,
        error_messages=UNKNOWN_CHOICE,
    )
