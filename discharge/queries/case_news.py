"""Vad som ändrats: the events of a case after the version that somebody's form was drawn from."""

from datetime import datetime
from uuid import UUID

from discharge.rules.facts import CaseFacts, EventFact
from lus.access_log.log import log_shown
from lus.organisations.actor import Actor

from .facts import facts_of
from .known_to import known_to
from .visible import case_of


def case_news(viewer: Actor, case_id: UUID, *, since: int, at: datetime) -> tuple[CaseFacts, list[EventFact]]:
    """Return the facts and the events after version ``since``, oldest first. Raises NotThere. Logs the patient."""
    case = case_of(viewer, case_id)
    facts = known_to(viewer, facts_of(case_id), at)
    log_shown(viewer, "case_news", [case.person_id], at=at, case_id=case_id)
    return facts, [event for event in facts.events if event.seq > since]


def case_mark(viewer: Actor, case_id: UUID) -> str:
    """Return the case's version, as a word; shows no patient. Raises NotThere for a case of others."""
    return str(case_of(viewer, case_id).version)
