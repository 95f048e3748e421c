"""Forms of heads and the county's analyst: another category, and words that shall not stand."""

from typing import Any

from django import forms

from deviations.flow_forms import FlowForm, text_field
from deviations.forms import code_choices
from deviations.models.report import WRITTEN
from deviations.rules.choices import ENTRY_KINDS, MASK_REASONS
from discharge.forms.offered import offer
from lus.web.words import moment

FIELDS = {
    "description": "Beskrivning",
    "code_words": "Kategori i egna ord",
    "immediate_action": "Omedelbar åtgärd",
    "suggestion": "Förslag till förbättring",
    "own_ref": "Referens i eget system",
    "routine_words": "Rutinen",
}
assert FIELDS.keys() == set(WRITTEN)


class RecodeForm(FlowForm):
    """Ändra kategori: the reporter's own stays beside it."""

    code = forms.ChoiceField(label="Kategori")
    text = text_field("Varför ändras den?", "Läses av båda enheterna.", rows=2)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "code", code_choices(self.at))


class RedactForm(FlowForm):
    """Maska: in which text, and the words just as they stand there; every place where they stand is masked."""

    where = forms.ChoiceField(label="I vilken text?")
    words = forms.CharField(
        label="Vilka ord?",
        max_length=200,
        strip=False,
        help_text="Skriv av dem precis som de står. De skrivs över och går inte att få tillbaka.",
        widget=forms.TextInput({"autocomplete": "off"}),
    )
    reason = forms.ChoiceField(label="Varför?", choices=list(MASK_REASONS.items()), widget=forms.RadioSelect)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        row = self.page.row
        texts = [(name, label) for name, label in FIELDS.items() if getattr(row, name)]
        texts += [
            (str(one.pk), f"{ENTRY_KINDS[one.kind]}, {moment(one.at, self.at)}") for one in self.page.entries
        ]
        offer(self, "where", texts if self.page.sight.text else [])

    def arguments(self) -> dict[str, Any]:
        typed = self.cleaned_data
        return {"where": typed["where"], "reason": typed["reason"], "ranges": self._places(typed["words"])}

    def _places(self, words: str) -> list[tuple[int, int]]:
        text, found, place = self._text(), [], -1
        while words and (place := text.find(words, place + 1)) >= 0:
            found.append((place, place + len(words)))
        return found

    def _text(self) -> str:
        where = self.cleaned_data["where"]
        if where in FIELDS:
            return str(getattr(self.page.row, where))
        return next((one.text for one in self.page.entries if str(one.pk) == where), "")
