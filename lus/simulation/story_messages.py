"""The acts of a story that are about messages: who may write, what is written, answered, corrected and taken back."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from discharge.actions.add_attachment import add_attachment
from discharge.actions.correct_message import correct_message
from discharge.actions.record_harm_test import record_harm_test
from discharge.actions.record_information_consent import record_information_consent
from discharge.actions.send_message import send_message
from discharge.actions.withdraw_message import withdraw_message
from discharge.queries.facts import facts_of
from discharge.rules.attachment_type import Offered
from discharge.rules.facts_of_messages import Message
from lus.organisations.actor import Actor

from .story_teller import Teller

LIST = "Rullator, 1 st\nDuschpall, 1 st\nFörhöjd toalettsits, 1 st\n"


def write(
    story: Teller,
    actor: Actor,
    at: datetime,
    to: tuple[str, ...],
    text: str,
    category: str = "planning",
    wanted: bool = True,
    answers: bool = False,
) -> None:
    """Write to the units of ``to``; ``answers`` the newest message that the own unit has got."""
    own = str(actor.unit_id)
    got = [one for one in _messages(story) if own in one.recipients]
    send_message(
        case_id=story.case,
        actor=actor,
        at=at,
        recipients=[story.units[who] for who in to],
        category=got[-1].category if answers else category,
        text=text,
        ack_wanted=wanted,
        reply_to=UUID(got[-1].event_id) if answers else None,
    )


def correct(story: Teller, actor: Actor, at: datetime, text: str, reason: str) -> None:
    """Correct the own unit's newest message."""
    message_id = _newest(story, actor)
    correct_message(case_id=story.case, actor=actor, at=at, message_id=message_id, text=text, reason=reason)


def take_back(story: Teller, actor: Actor, at: datetime, reason: str) -> None:
    """Withdraw the own unit's newest message."""
    withdraw_message(case_id=story.case, actor=actor, at=at, message_id=_newest(story, actor), reason=reason)


def attach(story: Teller, actor: Actor, at: datetime, title: str) -> None:
    """Add a small text file to the own unit's newest message."""
    file = Offered("lista.txt", "text/plain", LIST.encode())
    add_attachment(
        case_id=story.case, actor=actor, at=at, message_id=_newest(story, actor), title=title, file=file
    )


def consent(story: Teller, actor: Actor, at: datetime, state: str = "given") -> None:
    """Record whether information may be shared."""
    record_information_consent(case_id=story.case, actor=actor, at=at, state=state)


def judge(story: Teller, actor: Actor, at: datetime, physician: str) -> None:
    """Record a harm test that found no harm."""
    record_harm_test(case_id=story.case, actor=actor, at=at, outcome="no_harm", physician=physician)


def _messages(story: Teller) -> tuple[Message, ...]:
    return facts_of(story.case).messages


def _newest(story: Teller, actor: Actor) -> UUID:
    own = [one for one in _messages(story) if one.unit_id == str(actor.unit_id) and not one.withdrawn_at]
    return UUID(own[-1].event_id)


ACTS: dict[str, Callable[..., object]] = {
    "write": write,
    "correct": correct,
    "take_back": take_back,
    "attach": attach,
    "share": consent,
    "judge": judge,
}
