"""Eget meddelande: only the unit that sent a message takes it back, corrects it or adds a file to it."""

from uuid import UUID

from discharge.rules.facts import CaseFacts
from discharge.rules.facts_of_messages import Message
from discharge.rules.words import clock_words
from lus.organisations.actor import Actor
from lus.refusals import AlreadyDone, NotThere, StageNotAllowed


def sent_by_own(facts: CaseFacts, actor: Actor, message_id: UUID) -> Message:
    """Return the message. Raises NotThere for one that the unit has not got; refuses another's and a withdrawn one."""
    own = str(actor.unit_id)
    for message in facts.messages:
        if message.event_id == str(message_id) and own in (message.unit_id, *message.recipients):
            _refuse(message, own)
            return message
    raise NotThere


def _refuse(message: Message, own: str) -> None:
    if message.unit_id != own:
        raise StageNotAllowed(
            f"Meddelandet skickades av {message.unit_name}.",
            "Svara på meddelandet i stället.",
            code="not-sender",
            title="Bara avsändaren kan göra detta",
            event_id=message.event_id,
        )
    if message.withdrawn_at is not None:
        raise AlreadyDone(
            f"Meddelandet är återkallat {clock_words(message.withdrawn_at)}.",
            "Skriv ett nytt meddelande om det behövs.",
            event_id=message.withdrawn_event,
        )


def who_had_it(facts: CaseFacts, message: Message) -> list[str]:
    """Return the units that got the message and can still read it: not a wrong recipient, which sees nothing."""
    lost = {unit.unit_id for unit in facts.units if unit.state == "wrong_recipient"}
    return [unit_id for unit_id in message.recipients if unit_id not in lost]
