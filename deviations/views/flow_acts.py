"""The acts on a deviation as pages: one row each. What each may be done when, stands in ``rules/flow.py``."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from deviations import flow_forms as forms
from deviations.actions.accept_deviation_answer import accept_deviation_answer
from deviations.actions.acknowledge_deviation import acknowledge_deviation
from deviations.actions.assess_deviation import assess_deviation
from deviations.actions.comment_deviation import comment_deviation
from deviations.actions.complete_deviation import complete_deviation
from deviations.actions.decide_deviation_action import decide_deviation_action
from deviations.actions.decide_no_deviation_action import decide_no_deviation_action
from deviations.actions.dispute_deviation_answer import dispute_deviation_answer
from deviations.actions.finish_deviation_action import finish_deviation_action
from deviations.actions.give_deviation_feedback import give_deviation_feedback
from deviations.actions.lift_deviation import lift_deviation
from deviations.actions.note_deviation_internally import note_deviation_internally
from deviations.actions.recode_deviation import recode_deviation
from deviations.actions.redact_deviation import redact_deviation
from deviations.actions.reopen_deviation import reopen_deviation
from deviations.actions.request_deviation_completion import request_deviation_completion
from deviations.actions.reroute_deviation import reroute_deviation
from deviations.actions.retract_deviation import retract_deviation
from deviations.county_forms import RecodeForm, RedactForm
from deviations.rules.facts_of_deviation import DeviationFacts


@dataclass(frozen=True, slots=True)
class FlowPage:
    """``title``: the page's heading; ``button``: what sends it; ``done``: the message afterwards."""

    slug: str
    perform: Callable[..., DeviationFacts]
    form: type[forms.FlowForm]
    title: str
    button: str
    done: str

    @property
    def act(self) -> str:
        return self.perform.__name__


def _row(slug: str, perform: Any, form: type[forms.FlowForm], title: str, button: str, done: str) -> FlowPage:
    return FlowPage(slug, perform, form, title, button, done)


FLOW_PAGES: tuple[FlowPage, ...] = (
    _row("acknowledge", acknowledge_deviation, forms.FlowForm, "Kvittera", "Kvittera", "Kvitterad."),
    _row("assess", assess_deviation, forms.AssessForm, "Bedöm avvikelsen", "Spara bedömning", "Bedömd."),
    _row(
        "action", decide_deviation_action, forms.ActionForm, "Besluta åtgärd", "Besluta", "Åtgärd beslutad."
    ),
    _row(
        "no-action", decide_no_deviation_action, forms.NoActionForm, "Ingen åtgärd", "Spara beslut", "Sparat."
    ),
    _row(
        "feedback",
        give_deviation_feedback,
        forms.FeedbackForm,
        "Återkoppla",
        "Skicka svar",
        "Svaret är skickat.",
    ),
    _row(
        "accept", accept_deviation_answer, forms.FlowForm, "Godta svaret", "Godta", "Avvikelsen är avslutad."
    ),
    _row(
        "dispute",
        dispute_deviation_answer,
        forms.DisputeForm,
        "Bestrid svaret",
        "Bestrid",
        "Skickat tillbaka.",
    ),
    _row(
        "ask",
        request_deviation_completion,
        forms.AskForm,
        "Begär komplettering",
        "Skicka frågan",
        "Frågan är skickad.",
    ),
    _row("complete", complete_deviation, forms.CompleteForm, "Komplettera", "Skicka", "Kompletterad."),
    _row("reroute", reroute_deviation, forms.RerouteForm, "Fel mottagare", "Sänd vidare", "Sänd vidare."),
    _row(
        "action-done",
        finish_deviation_action,
        forms.FinishForm,
        "Åtgärden är klar",
        "Markera klar",
        "Åtgärden är klar.",
    ),
    _row(
        "comment", comment_deviation, forms.CommentForm, "Skriv kommentar", "Spara", "Kommentaren är sparad."
    ),
    _row(
        "note",
        note_deviation_internally,
        forms.NoteForm,
        "Intern anteckning",
        "Spara",
        "Anteckningen är sparad.",
    ),
    _row("retract", retract_deviation, forms.RetractForm, "Ta tillbaka", "Ta tillbaka", "Återtagen."),
    _row("lift", lift_deviation, forms.LiftForm, "Lyft avvikelsen", "Lyft", "Lyft. Gruppen har fått veta."),
    _row("recode", recode_deviation, RecodeForm, "Ändra kategori", "Spara kategori", "Kategorin är ändrad."),
    _row("redact", redact_deviation, RedactForm, "Maska text", "Maska", "Maskad. Orden finns inte kvar."),
    _row("reopen", reopen_deviation, forms.ReopenForm, "Öppna igen", "Öppna", "Öppnad igen."),
)
PAGE_OF: dict[str, FlowPage] = {row.act: row for row in FLOW_PAGES}
