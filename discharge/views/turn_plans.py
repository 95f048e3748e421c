"""A duty of a joint plan, or of a deviation, as a row of *Min tur*."""

from datetime import datetime, timedelta
from typing import Any

from discharge.queries.my_turn import PlanTurn
from discharge.rules.next_step import is_late
from lus.deadlines.models import Obligation
from lus.deadlines.subjects import DutySubject
from lus.web.words import moment, span

from .duty_words import BASIS, deadline_of
from .listed_duty import duty_sentence, verb_of
from .listed_person import listed_person, spoken
from .listed_state import StateWords
from .turn_rows import OneLine, TurnRow

SHOWN_LATE = timedelta(seconds=60)  # a clock that was noticed later than this tells of an outage
HIDDEN = "Dold"


def plan_row(item: PlanTurn, at: datetime, *, primary: bool) -> TurnRow:
    """Return the row. What a protected person's units are called is told in the plan only."""
    duty, subject, person = item.duty, item.subject, item.person
    hidden = person is not None and person.is_protected
    late = is_late(duty, at)
    what = duty_sentence(duty.code, late=late)
    return TurnRow(
        id=f"plikt-{duty.pk}",
        version=0,
        news="",
        deadline=deadline_of(duty, at),
        late=late,
        what=what,
        basis=BASIS.get(duty.basis, "rutin"),
        note=outage(duty, at),
        person=listed_person(person, subject.reference, subject.url) if person else _code(subject),
        state=StateWords("sip", subject.state, "neutral", subject.note, None),
        place=HIDDEN if hidden else subject.place or "–",
        place_note="",
        expected=None,
        taken="",
        take_url="",
        verb=verb_of(duty),
        url=subject.act_url(duty),
        post=False,
        about=f"{what}, {_spoken(item)}",
        primary=primary,
        in_plan=True,
    )


def plan_line(item: PlanTurn, who: str, when: str) -> OneLine:
    """Return a duty that is done as one line."""
    return OneLine(duty_sentence(item.duty.code), _spoken(item), item.subject.url, who, when)


def _spoken(item: PlanTurn) -> str:
    return spoken(item.person, item.subject.reference) if item.person else item.subject.reference


def _code(subject: DutySubject) -> dict[str, Any]:
    """Return what stands where a person would: the number alone."""
    empty = dict.fromkeys(("family", "given", "age", "born"), "")
    return empty | {"code": subject.reference, "url": subject.url, "protected": False}


def outage(duty: Obligation, at: datetime) -> str:
    """``visades i dag 08.20, 40 min efter gränsen (driftstörning)`` when nobody noticed the clock in time."""
    due, fired = duty.due_at, duty.fired_at
    if due is None or fired is None or fired - due <= SHOWN_LATE:
        return ""
    return f"visades {moment(fired, at)}, {span(fired - due)} efter gränsen (driftstörning)"
