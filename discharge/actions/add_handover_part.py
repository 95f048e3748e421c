"""Lägg till del i överlämningen: LUS 3 kap. 2 §. Says where the receiver finds the part, or holds its few lines."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts
from discharge.rules.handover_parts import CHANNELS, PARTS
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput

from .case_act import begin
from .free_text import tidy_text

TEXT_LIMIT = 1000


@transaction.atomic
def add_handover_part(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    part: str,
    where: str,
    text: str = "",
    seen_version: int | None = None,
) -> CaseFacts:
    """Add ``part`` (a key of ``PARTS``), or a new version of it.

    ``where``: a key of ``CHANNELS``. ``text``: a reference of one line; with ``here`` it is the part itself.
    """
    act = begin(
        "add_handover_part",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.SEND_WARD_NOTICES,
        seen_version=seen_version,
    )
    known_part(part)
    if where not in CHANNELS:
        raise InvalidInput("Var delen finns behöver anges.", "Välj ur listan.", field="where")
    text = tidy_text(text, "text", limit=TEXT_LIMIT)
    if where == "here" and not text:
        raise InvalidInput("Delen är tom.", "Skriv texten, eller välj var den finns.", field="text")
    return act.record(part_added(act.facts, part, where, text))


def known_part(part: str) -> None:
    """Raise InvalidInput for a part that the list does not have."""
    if part not in PARTS:
        raise InvalidInput("Delen finns inte i listan.", "Välj en del ur listan.", field="part")


def part_added(facts: CaseFacts, part: str, where: str, text: str = "") -> New:
    """Return the event that makes the part's next version."""
    version = facts.leaving.part(part).version + 1
    return New("handover_part_added", {"part": part, "version": version, "where": where, "text": text})
