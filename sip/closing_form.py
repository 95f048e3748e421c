"""Avsluta SIP: why, who goes on with what is left, whether it helped, and whether a survey was offered."""

from typing import Any, Final
from uuid import UUID

from django import forms

from discharge.forms.act_form import ActForm
from discharge.forms.error_words import say_what_to_do
from discharge.forms.offered import offer
from discharge.rules.facts_of_sip import PRINCIPALS
from discharge.rules.sip_choices import HELPED
from discharge.rules.sip_closing import DECEASED, asks_measures, asks_survey, close_reasons
from sip.queries.measures_left import measures_left

YES_NO: Final = (("yes", "Ja"), ("no", "Nej"))
MOST_WORDS: Final = 80


def _helped(label: str) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label, choices=list(HELPED.items()), widget=forms.RadioSelect, initial="not_asked"
    )


class SipCloseForm(ActForm):
    """What the plan had is asked about: each measure that is not over, whether it helped, the survey.

    A death takes the reason alone, whatever else stands in the form.
    """

    reason = forms.ChoiceField(label="Orsak", widget=forms.RadioSelect)
    text = forms.CharField(
        label="Kommentar",
        required=False,
        max_length=300,
        widget=forms.Textarea({"rows": 2}),
        help_text="Behövs vid Annat.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        facts = self.context.page.facts
        reasons = close_reasons(facts, str(self.context.actor.unit_id))
        offer(self, "reason", list(reasons.items()))
        self.left = measures_left(self.context.page.case.pk) if asks_measures(facts) else []
        if set(reasons) == {DECEASED}:
            self.left = []
            whose = PRINCIPALS[facts.sip.responsible]
            self.fields["reason"].initial = DECEASED
            self.fields["reason"].help_text = f"{whose} har det övergripande ansvaret, och avslutar annars."
            self.fields["text"].help_text = ""
        else:
            self._ask()
        say_what_to_do(self)

    def _ask(self) -> None:
        facts = self.context.page.facts
        asked: dict[str, forms.ChoiceField] = {}
        if asks_survey(facts):
            asked["survey_offered"] = forms.ChoiceField(
                label="Har personen fått en enkätkod?", choices=YES_NO, widget=forms.RadioSelect
            )
        if asks_measures(facts):
            asked["helped_person"] = _helped("Hjälpte samordningen personen?")
            asked["helped_units"] = _helped("Hjälpte samordningen enheterna?")
        asked |= {f"handed_{number}": self._handed(number) for number in range(1, len(self.left) + 1)}
        has_died = self.data.get("reason") == DECEASED
        for name, field in asked.items():
            field.required = not has_died
            self.fields[name] = field
        if asked:
            self.fields["reason"].help_text = "Har personen avlidit behövs inga fler svar."

    def _handed(self, number: int) -> forms.ChoiceField:
        page, row = self.context.page, self.left[number - 1]
        units = [unit.unit_id for unit in page.facts.active_units]
        known = [page.units[unit_id] for unit_id in units if unit_id in page.units]
        choices = [(str(unit.pk), unit.name) for unit in known if unit.closed_on is None]
        return forms.ChoiceField(
            label=f"Insats {number} fortsätter hos",
            choices=[("", "Välj enhet"), *choices],
            initial=row.get("unit_id"),
            help_text=row.get("what")[:MOST_WORDS],
        )

    def arguments(self) -> dict[str, Any]:
        typed = self.cleaned()
        kept = {"reason": typed["reason"], "text": typed["text"]}
        if typed["reason"] == DECEASED:
            return kept
        for name in ("helped_person", "helped_units"):
            if typed.get(name):
                kept[name] = typed[name]
        survey = typed.get("survey_offered")
        handed = {row.id: UUID(typed[f"handed_{number}"]) for number, row in enumerate(self.left, start=1)}
        return {**kept, "survey_offered": survey == "yes" if survey else None, "handed": handed}
