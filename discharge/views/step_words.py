"""The eight steps as the bar shows them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.urls import reverse

from discharge.queries.case_page import CasePage
from discharge.rules.obligations import Obligation
from discharge.rules.steps import STATE_WORDS, Step, current_step, steps

from .planning_track_words import track_tag

STATES = {"done": "klart", "due": "pagar", "late": "sent", "not_due": "ej", "not_applicable": "ejakt"}
SHORT = {
    "admission_notice": "Inskrivnings\u00admeddelande",
    "care_contact": "Fast vårdkontakt",
    "planning": "Planera",
    "sip_summons": "Kalla till SIP",
    "ready_notice": "Utskrivningsklar",
    "discharge": "Meddela utskrivning",
    "sip_meeting": "Upprätta SIP",
    "sip_follow_up": "Följa upp SIP",
}
SECTION = {
    "planning": "planning",
    "sip_summons": "sip",
    "sip_meeting": "sip",
    "sip_follow_up": "sip",
    "ready_notice": "payment",
    "discharge": "handover",
}


def step_bar(page: CasePage, duties: Sequence[Obligation], at: datetime) -> dict[str, Any]:
    """Return ``{steps, summary, track?}`` for `components/step_bar.html`."""
    found = steps(page.facts, duties, at)
    current = current_step(found)
    summary = f"Steg {current.number} av 8: {SHORT[current.key]}" if current else "De åtta stegen"
    shown = [_words(step, page, step is current) for step in found]
    return {"steps": shown, "summary": summary, "track": track_tag(page.case.track)}


def _words(step: Step, page: CasePage, is_current: bool) -> dict[str, Any]:
    word = STATE_WORDS[step.state]
    section = SECTION.get(step.key, "overview")
    return {
        "name": SHORT[step.key],
        "state": STATES[step.state],
        "word": f"{word}{': ' if step.state == 'not_applicable' else ', '}{_note(step)}"
        if step.note
        else word,
        "url": f"{reverse('case', args=[page.case.pk])}?section={section}#section",
        "current": is_current,
    }


def _note(step: Step) -> str:
    """The note inside a sentence: a name and an abbreviation keep their capitals."""
    keeps = step.key == "care_contact" or step.note[1:2].isupper()
    return step.note if keeps else step.note[:1].lower() + step.note[1:]
