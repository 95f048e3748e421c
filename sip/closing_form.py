"""Avsluta SIP: why, who goes on with what is left, whether it helped, and whether a survey was offered."""

from typing import Any, Final
from uuid import UUID

from django import forms

from discharge.forms.act_form import ActForm
from discharge.forms.error_words import say_what_to_do
from discharge.forms.offered import offer
from discharge.rules.sip_choices import CLOSE_REASONS, HELPED
from sip.queries.measures_left import measures_left

YES_NO: Final = (("yes", "Ja"), ("no", "Nej"))
MOST_WORDS: Final = 80


def _helped(label: str) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label, choices=list(HELPED.items()), widget=forms.RadioSelect, initial="not_asked"
    )


class SipCloseForm(ActForm):
    """Each measure that is not over is asked about; the unit that has it is proposed to go on."""

    reason = forms.ChoiceField(label="Orsak", choices=list(CLOSE_REASONS.items()), widget=forms.RadioSelect)
    text = forms.CharField(
        label="Kommentar",
        required=False,
        max_length=300,
        widget=forms.Textarea({"rows": 2}),
        help_text="Behövs vid Annat.",
    )
    survey_offered = forms.ChoiceField(
        label="Har personen fått en enkätkod?", choices=YES_NO, widget=forms.RadioSelect
    )
    helped_person = _helped("Hjälpte samordningen personen?")
    helped_units = _helped("Hjälpte samordningen enheterna?")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        page = self.context.page
        self.left = measures_left(page.case.pk)
        units = [unit.unit_id for unit in page.facts.active_units]
        known = [page.units[unit_id] for unit_id in units if unit_id in page.units]
        choices = [(str(unit.pk), unit.name) for unit in known if unit.closed_on is None]
        for number, row in enumerate(self.left, start=1):
            name = f"handed_{number}"
            self.fields[name] = forms.ChoiceField(
                label=f"Insats {number} fortsätter hos",
                initial=row.get("unit_id"),
                help_text=row.get("what")[:MOST_WORDS],
            )
            offer(self, name, [("", "Välj enhet"), *choices])
        say_what_to_do(self)

    def arguments(self) -> dict[str, Any]:
        typed = self.cleaned()
        handed = {
            row.id: UUID(typed.pop(f"handed_{number}")) for number, row in enumerate(self.left, start=1)
        }
        return {**typed, "survey_offered": typed["survey_offered"] == "yes", "handed": handed}
