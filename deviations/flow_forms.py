"""Forms of the acts on a deviation: few fields, and the guard's questions when it is not sure of a text."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from django import forms

from deviations.queries.deviation_page import DeviationPage
from deviations.queries.lifts import groups
from deviations.queries.receivers import receivers
from deviations.queries.suggested_receiver import suggested_receiver
from deviations.rules.choices import OWNER_ROLES, SEVERITIES
from deviations.rules.finding import KINDS
from deviations.rules.lift import LIFT_LEVELS
from deviations.rules.report import LONGEST
from discharge.forms.act_form import TimedForm
from discharge.forms.expected_date import TypedDateField
from discharge.forms.offered import offer

from .no_files import TakesNoFiles


def text_field(label: str, help_text: str = "", *, required: bool = True, rows: int = 4) -> forms.CharField:
    """Return a field of words that the guard will read."""
    widget = forms.Textarea({"rows": rows})
    return forms.CharField(
        label=label, help_text=help_text, required=required, max_length=LONGEST, widget=widget
    )


class FlowForm(TakesNoFiles, TimedForm):
    """Base of every act. ``page``: the deviation (``DeviationPage``) or the lift as the actor sees it."""

    idempotency_key = forms.CharField(label="Sidan", required=False, max_length=80, widget=forms.HiddenInput)

    def __init__(self, *args: Any, page: Any, at: datetime, **kwargs: Any) -> None:
        super().__init__(*args, at=at, **kwargs)
        self.page = page
        posted = self.data.getlist("not_personal") if hasattr(self.data, "getlist") else []
        self.answered = [kind for kind in posted if kind in KINDS]
        self.asked_kinds = list(self.answered)

    def ask(self, kinds: Iterable[str]) -> None:
        """Show a box for each kind that the guard is not sure of."""
        self.asked_kinds = list(dict.fromkeys([*self.asked_kinds, *kinds]))

    @property
    def boxes(self) -> Iterator[dict[str, Any]]:
        """Yield ``{kind, label, checked}`` for each question of the guard."""
        for kind in self.asked_kinds:
            words = KINDS[kind][1]
            yield {"kind": kind, "label": words[0].upper() + words[1:], "checked": kind in self.answered}

    @property
    def has_text(self) -> bool:
        return "text" in self.fields

    def arguments(self) -> dict[str, Any]:
        """Return the act's own arguments. Called only when the form is valid."""
        more = {"not_personal": self.answered} if self.has_text else {}
        return self.cleaned() | more


class AssessForm(FlowForm):
    """Bedöm: how serious; what is written is read by whoever reported."""

    severity = forms.ChoiceField(
        label="Hur allvarligt är det?", choices=list(SEVERITIES.items()), widget=forms.RadioSelect
    )
    text = text_field("Bedömning", "Läses av den som rapporterade.", required=False, rows=3)

    def arguments(self) -> dict[str, Any]:
        return super().arguments() | {"severity": int(self.cleaned_data["severity"])}


class ActionForm(FlowForm):
    """Besluta åtgärd: what, which function sees to it, and the last day."""

    text = text_field("Vad ska göras?", "Läses av den som rapporterade. Inga namn.")
    owner_role = forms.ChoiceField(
        label="Vem ansvarar?",
        choices=[("", "Välj"), *OWNER_ROLES.items()],
        help_text="En funktion, inget namn.",
    )
    due = TypedDateField(label="Klar senast")


class NoActionForm(FlowForm):
    text = text_field("Varför behövs ingen åtgärd?", "Läses av den som rapporterade.")


class FeedbackForm(FlowForm):
    text = text_field("Svar till den som rapporterade", "Vad kom ni fram till, och vad görs nu?")


class DisputeForm(FlowForm):
    text = text_field(
        "Vad stämmer inte i svaret?", "Mottagaren utreder en gång till. Det går att göra en gång."
    )


class AskForm(FlowForm):
    text = text_field("Vad behöver ni veta?", "Er tidsgräns står stilla tills svaret kommer.")


class CompleteForm(FlowForm):
    text = text_field("Ert svar", "Skriv om händelsen, inte om personer.")


class CommentForm(FlowForm):
    text = text_field("Kommentar", "Läses av båda enheterna. Går inte att ändra.")


class NoteForm(FlowForm):
    text = text_field("Anteckning", "Läses bara av er, aldrig av den som rapporterade.")


class RetractForm(FlowForm):
    text = text_field("Varför tas den tillbaka?", rows=2)


class ReopenForm(FlowForm):
    text = text_field("Varför öppnas den igen?", rows=2)


class FinishForm(FlowForm):
    text = text_field("Vad blev det av den?", "Läses av den som rapporterade.", required=False, rows=2)


class LiftForm(FlowForm):
    """Lyft: to which group, and why two units cannot settle it."""

    group_id = forms.ChoiceField(label="Till grupp")
    text = text_field("Varför lyfts den?", "Läses av båda enheterna och av gruppen.", rows=2)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        levels = {level: [(str(one.pk), one.name) for one in groups(level)] for level in LIFT_LEVELS}
        offer(self, "group_id", [("", "Välj"), *((LIFT_LEVELS[key], found) for key, found in levels.items())])


class RerouteForm(FlowForm):
    """Fel mottagare: the unit that owned the step stands chosen, when the case tells which it was."""

    to_unit_id = forms.ChoiceField(label="Rätt enhet")
    text = text_field("Varför är det fel hos er?", rows=2)

    def __init__(self, *args: Any, page: DeviationPage, at: datetime, **kwargs: Any) -> None:
        super().__init__(*args, page=page, at=at, **kwargs)
        had = {page.facts.reporting_unit, page.facts.addressed_unit, *page.facts.former}
        groups: dict[str, list[tuple[str, str]]] = {}
        for unit in receivers(at=at):
            if str(unit.pk) not in had:
                groups.setdefault(unit.principal.name, []).append((str(unit.pk), unit.name))
        offer(self, "to_unit_id", [("", "Välj"), *groups.items()])
        suggested = suggested_receiver(page.row)
        if suggested is not None:
            self.fields["to_unit_id"].initial = str(suggested.pk)
            self.fields["to_unit_id"].help_text = f"Förslag ur ärendet: {suggested.name}."
