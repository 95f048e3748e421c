"""Cases in which the units have written to each other."""

from typing import Any
from uuid import UUID

from discharge.actions.record_information_consent import record_information_consent
from discharge.actions.send_message import send_message
from discharge.rules.attachment_type import Offered
from discharge.rules.facts import CaseFacts
from lus.organisations.actor import Actor

from .life import Life

A_PDF = Offered("lista.pdf", "application/pdf", b"%PDF-1.7 lista")
TEXT = "Rullatorn är beställd och kommer på onsdag."


def write(life: Life, sender: Actor, *to: Actor, **changes: Any) -> CaseFacts:
    """Let ``sender`` write about aids to the units of ``to``, with what ``changes`` say otherwise."""
    sent: dict[str, Any] = {"category": "aids", "text": TEXT, "ack_wanted": True, **changes}
    return life.does(sender, send_message, recipients=[unit_of(actor) for actor in to], **sent)


def unit_of(actor: Actor) -> UUID:
    assert actor.unit_id is not None
    return UUID(str(actor.unit_id))


def shared() -> Life:
    """The patient has said that the units may share information."""
    life = Life()
    life.does(life.ward, record_information_consent, state="given")
    return life


def written() -> Life:
    """The ward has written to the municipality."""
    life = shared()
    write(life, life.ward, life.municipality)
    return life


def informed() -> Life:
    """The ward has informed the municipality of something that asks for no answer."""
    life = shared()
    write(life, life.ward, life.municipality, category="info", ack_wanted=False)
    return life
