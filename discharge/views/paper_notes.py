"""The line under an event of a late registration from paper: how it went, to whom, and from when the notice counts."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from discharge.actions.register_paper_notice import CHANNELS
from discharge.events import EVENTS
from discharge.queries.case_page import CasePage
from discharge.rules.facts_of_corrections import PaperNotice
from lus.web.words import moment

Data = Mapping[str, Any]


def _made(data: Data, page: CasePage, at: datetime) -> str:
    unit = page.units.get(data["unit_id"])
    how = CHANNELS.get(data["channel"], "").lower()
    return (
        f"{EVENTS[data['event_name']].label} gick med {how} till {data['receiver']}, "
        f"{unit.name if unit else 'mottagaren'}. Blankett {data['serial']}. Orsak: {data['reason'].rstrip('.')}."
    )


def _confirmed(data: Data, page: CasePage, at: datetime) -> str:
    if data["how"] == "silence":
        return "Inget svar på fem vardagar. Papprets tid gäller, men inga betalningsdagar vilar på det."
    return "Papprets tid gäller."


PAPER_NOTES: dict[str, Callable[[Data, CasePage, datetime], str]] = {
    "late_registration_made": _made,
    "late_registration_confirmed": _confirmed,
    "late_registration_contested": lambda data, page, at: (
        f"{data['text'].rstrip('.')}. Meddelandet gäller från när systemet tog emot det."
    ),
}
STANDS = {
    "": "Väntar på mottagarens svar.",
    "confirmed": "Bekräftat av mottagaren.",
    "silence": "Inget svar på fem vardagar.",
    "contested": "Bestritt av mottagaren.",
}


def paper_line(one: PaperNotice, sent_at: datetime, at: datetime) -> str:
    """``Efterregistrerat: gick på papper i dag 09.10, i systemet 13.40. Väntar på mottagarens svar.``"""
    went, taken = moment(one.happened_at, at), moment(sent_at, at)
    return f"Efterregistrerat: gick på papper {went}, i systemet {taken}. {STANDS[one.answer]}"
