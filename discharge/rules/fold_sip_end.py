"""SIP avslutas och öppnas igen, handbook sip §12 och §15: what its end, a death and a new beginning do to the facts."""

from __future__ import annotations

from .case_draft import Draft
from .facts import EventFact
from .fold_consents import ask_anew
from .fold_meeting import meeting_cancelled
from .fold_poll import poll_over
from .sip_closing import DECEASED, is_open


def end_with_life(case: Draft, event: EventFact) -> None:
    """Who has died has no open plan, and nobody is called to a meeting about it."""
    if is_open(case.sip.get("state", "not_assessed"), case.known.get("sip_needed")):
        _close_as_dead(case, event)


def _close_as_dead(case: Draft, event: EventFact) -> None:
    case.sip["before_death"] = dict(case.sip)
    meeting_cancelled(case)
    poll_over(case)
    if case.sip.get("cancelled_at") == event.happened_at:
        # The death alone has called the meeting off: the summons was sent, and counts (LUS 4 kap. 3 §).
        case.sip["cancelled_at"] = None
    case.sip.update(state="closed", closed_at=event.happened_at, meeting_at=None, called=(), answers={})


def back_to_life(case: Draft) -> bool:
    """The death was recorded on the wrong patient: the plan is as before. False: no death has ended it."""
    before = case.sip.pop("before_death", None)
    if before is None:
        return False
    case.sip.clear()
    case.sip.update(before)
    return True


def sip_closed(case: Draft, event: EventFact) -> None:
    if event.data["reason"] == DECEASED:
        _close_as_dead(case, event)
        return
    case.sip.update(state="closed", closed_at=event.happened_at, follow_up_on=None)
    poll_over(case)


def sip_reopened(case: Draft, event: EventFact) -> None:
    """Opened again after its end: from the need, but as it was when nobody had died after all."""
    if back_to_life(case):
        return
    case.known.update(sip_needed=True, sip_assessed_at=event.happened_at)
    case.sip["state"] = "not_assessed"
    ask_anew(case)
