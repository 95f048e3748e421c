"""The line under an event of the messages and the legal grounds."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from discharge.events import EVENTS
from discharge.forms.corrections import change_words
from discharge.queries.case_page import CasePage
from discharge.rules.attachment_type import FAULTS
from discharge.rules.corrected import is_about_fact
from discharge.rules.message_categories import CATEGORIES

from .consent_notes import CONSENT_NOTES

Data = Mapping[str, Any]
Say = Callable[[Data, CasePage, datetime], str]


def _to(data: Data, page: CasePage) -> str:
    names = [page.units[unit_id].name for unit_id in data.get("recipients", ()) if unit_id in page.units]
    return f"Till {', '.join(names)}." if names else ""


def _reason(data: Data, page: CasePage, at: datetime) -> str:
    return f"{data['reason'].rstrip('.')}."


def correction_note(data: Data, page: CasePage, at: datetime) -> str:
    """What was corrected, from what to what, and why; a proposal says why it waits."""
    reason = f"Orsak: {data['reason'].rstrip('.')}."
    if not is_about_fact(data):
        return _reason(data, page, at)
    waits = f" {data['why']} En andra person på enheten bekräftar." if data.get("why") else ""
    what = EVENTS[data["event_name"]].label
    return f"{what}. {change_words(data, at)} {reason}{waits}"


NOTES_OF_MESSAGES: dict[str, Say] = {
    "message_sent": lambda data, page, at: (
        f"{CATEGORIES.get(data['category'], data['category'])}. {_to(data, page)}".strip()
    ),
    "message_withdrawn": _reason,
    "event_corrected": correction_note,
    "event_correction_proposed": correction_note,
    "attachment_added": lambda data, page, at: f"{data['title'].rstrip('.')}.",
    "attachment_rejected": lambda data, page, at: FAULTS[data["code"]][0],
    **CONSENT_NOTES,
}
