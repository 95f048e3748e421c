"""*Tidsförslag* in the section *SIP*: which times, and who has answered."""

from datetime import datetime
from typing import Any

from discharge.queries.shown_page import ShownPage
from discharge.rules.facts_of_poll import PERSON
from lus.swedish_time import local_date
from lus.web.words import day, moment


def poll_ticks(page: ShownPage, at: datetime) -> list[dict[str, Any]]:
    """Return the row of the proposed times, or none."""
    poll = page.facts.sip.poll
    if poll is None:
        return []
    if poll.chosen is not None:
        word = f"{moment(poll.chosen, at)} är vald"
        return [
            {"state": "ja", "what": "Tidsförslag", "word": word, "detail": "Kallelsen är inte skickad än."}
        ]
    times = ", ".join(moment(slot.starts_at, at) for slot in poll.slots)
    asked = (*poll.asked, PERSON)
    answered = sum(who in poll.answers for who in asked)
    by = day(poll.reply_by, local_date(at))
    return [
        {
            "state": "saknas",
            "what": "Tidsförslag",
            "word": f"{answered} av {len(asked)} har svarat",
            "detail": f"{times}. Svara senast {by}.",
        }
    ]
