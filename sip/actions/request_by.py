"""SIP begärd, HSL 16 kap. 4 §, SoL 10 kap. 8 §: the person may ask for a plan, and so may those around them."""

from datetime import date, datetime
from typing import Final

from discharge.rules.sip_choices import REQUESTED_BY
from lus.events.record import New
from lus.refusals import InvalidInput
from lus.swedish_time import local_date

NOBODY: Final = ""
# Who asked reads it, and may want to ask somebody else: the handbook's SIP page, 3.1.
SHORTEST_REASON: Final = 20


def requested(requested_by: str, requested_on: date | None, at: datetime) -> list[New]:
    """Return the event of who asked and on which Swedish day (today when not told), or nothing when nobody did.

    ``requested_by``: a key of ``REQUESTED_BY``, or "". It answers nothing by itself: the need is judged in the same
    press. Raises InvalidInput for another word, and for a day that has not come or that nobody's request has.
    """
    if requested_by == NOBODY:
        if requested_on is not None:
            raise InvalidInput("Det sägs inte vem som bad om SIP.", "Välj vem.", field="requested_by")
        return []
    if requested_by not in REQUESTED_BY:
        raise InvalidInput("Det sägs inte vem som bad om SIP.", "Välj vem.", field="requested_by")
    day = requested_on or local_date(at)
    if day > local_date(at):
        raise InvalidInput(
            "Dagen har inte varit än.", "Skriv dagen när någon bad om SIP.", field="requested_on"
        )
    return [New("sip_requested", {"requested_by": requested_by, "requested_on": day.isoformat()})]


def refuse_without_reason(reason: str) -> None:
    """Raise InvalidInput for a no to somebody who asked that says too little."""
    if len(reason) < SHORTEST_REASON:
        raise InvalidInput(
            "Någon har bett om SIP, och svaret är nej.",
            f"Skriv varför, med minst {SHORTEST_REASON} tecken. Den som bad läser det.",
            field="reason",
        )
