"""Punkter som besvarar sig själva: what the event log says instead of a person."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from ..facts import MUNICIPAL_ROLES, OUTPATIENT_ROLES, CaseFacts
from ..last_event import last_event

READY_MESSAGES: Final = frozenset({"ready_notice_sent", "ready_notice_forwarded"})


@dataclass(frozen=True, slots=True)
class Automatic:
    """``so``: the log says yes; ``event_id`` and ``at``: what says it. ``waiting``: units that it waits for."""

    so: bool
    event_id: str = ""
    at: datetime | None = None
    waiting: tuple[str, ...] = ()


def automatic(auto: str, facts: CaseFacts) -> Automatic | None:
    """Return what the log says of a point with this ``auto``, or None when a person answers it."""
    rule = AUTOMATIC.get(auto)
    return rule(facts) if rule else None


def _ready_notice(facts: CaseFacts) -> Automatic:
    spell = facts.open_spell
    return Automatic(True, spell.event_id, spell.sent_at) if spell else Automatic(False)


def _read_by_all(facts: CaseFacts) -> Automatic:
    """Each unit that is concerned has read the notice in force; a municipality only if it is concerned."""
    spell = facts.open_spell
    if spell is None:
        return Automatic(False)
    read = {
        item.unit_id: item.acknowledged_at
        for item in facts.deliveries
        if item.kind in READY_MESSAGES and item.delivered_at >= spell.sent_at and item.acknowledged_at
    }
    asked = [unit.unit_id for unit in facts.active_units if unit.role in MUNICIPAL_ROLES | OUTPATIENT_ROLES]
    waiting = tuple(unit_id for unit_id in asked if unit_id not in read)
    if waiting or not asked:
        return Automatic(False, waiting=waiting)
    return Automatic(True, spell.event_id, max(read.values()))


def _by(so: Callable[[CaseFacts], datetime | bool | None], *names: str) -> Callable[[CaseFacts], Automatic]:
    def rule(facts: CaseFacts) -> Automatic:
        if not so(facts):
            return Automatic(False)
        event = last_event(facts, names, None)
        return Automatic(True, event.event_id, event.happened_at) if event else Automatic(True)

    return rule


def _sip_offered(facts: CaseFacts) -> bool:
    """A time is set, a plan is there already, or the patient has said no."""
    planned = facts.sip.existing or facts.summons_in_force is not None
    return planned or facts.sip_consent == "refused"


# None: known, but nothing in the log tells it yet; a person answers.
AUTOMATIC: Final[dict[str, Callable[[CaseFacts], Automatic] | None]] = {
    "ready_notice_sent": _ready_notice,
    "ready_notice_acknowledged_by_all": _read_by_all,
    "admission_notice_sent": _by(lambda facts: facts.admission_notice_at, "admission_notice_sent"),
    "care_contact_named": _by(lambda facts: facts.care_contact_named_at, "care_contact_named"),
    "sip_offered": _by(
        _sip_offered, "sip_summons_sent", "consent_recorded", "sip_declined_by_person", "sip_existing_linked"
    ),
    "handover_sent": _by(lambda facts: facts.handover_sent_at, "handover_sent"),
    "sip_established": _by(lambda facts: facts.sip.established_at, "sip_established", "sip_existing_linked"),
}
