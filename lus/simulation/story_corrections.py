"""The acts of a story that look back: a time that was wrong, and a notice that went on paper."""

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

from discharge.actions.correct_event import correct_event
from discharge.actions.register_paper_notice import register_paper_notice
from discharge.queries.facts import facts_of
from discharge.rules.facts import EventFact
from lus.organisations.actor import Actor

from .story_teller import Teller


def left_earlier(story: Teller, actor: Actor, at: datetime, hours: int, reason: str) -> None:
    """Say that the patient left so many hours earlier than was registered."""
    event = _newest(story, "patient_discharged")
    left_at = event.happened_at - timedelta(hours=hours)
    correct_event(
        case_id=story.case,
        actor=actor,
        at=at,
        event_id=UUID(event.event_id),
        values={"happened_at": left_at.isoformat()},
        reason=reason,
    )


def on_paper(story: Teller, actor: Actor, at: datetime, to: str, minutes: int, serial: str) -> None:
    """Register that the ready notice was faxed so many minutes before the system took it."""
    event = _newest(story, "ready_notice_sent")
    register_paper_notice(
        case_id=story.case,
        actor=actor,
        at=at,
        event_id=UUID(event.event_id),
        happened_at=event.happened_at - timedelta(minutes=minutes),
        unit_id=story.units[to],
        serial=serial,
        channel="fax",
        receiver="Kommunens mottagning",
        reason="Driftstopp på förmiddagen",
    )


def _newest(story: Teller, name: str) -> EventFact:
    return next(event for event in reversed(facts_of(story.case).events) if event.name == name)


ACTS: dict[str, Callable[..., None]] = {"left_earlier": left_earlier, "on_paper": on_paper}
