"""The line under an event of the month's review: which month, how many days, why."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from discharge.actions.answer_payment_dispute import ANSWERS
from discharge.queries.case_page import CasePage
from discharge.rules.facts_of_settlement import REVIEW
from discharge.rules.settlement_line import DISPUTE_REASONS, first_of

from .settlement_words import SIDE_WORDS, month_words

Data = Mapping[str, Any]


def note_of(name: str, data: Data) -> str:
    """Return one or two sentences about the event."""
    days = f"{data['days']} {'dag' if data['days'] == 1 else 'dagar'}"
    month = month_words(first_of(data["month"])).capitalize()
    if name == "payment_line_approved":
        return f"{month}, {days}, av {SIDE_WORDS[data['side']]}."
    if name == "settlement_closed":
        return f"{month}, {days}. Fryst som beräkning."
    said = DISPUTE_REASONS[data["reason"]] if name == "payment_line_disputed" else ANSWERS[data["answer"]]
    return f"{month}, {days}. {said}. {data['text']}".strip()


def _note(name: str) -> Any:
    def say(data: Data, page: CasePage, at: datetime) -> str:
        return note_of(name, data)

    return say


SETTLEMENT_NOTES = {name: _note(name) for name in REVIEW}
