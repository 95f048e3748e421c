"""Rättelser och efterregistrering: who may, and when. Rows of ``STAGES``, ``STALE`` and ``AIMLESS``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from .correctable import CORRECTABLE
from .facts import ACTIVE_STATES, CaseFacts, EventFact
from .stage import ALL, ANY_LIVING, Stage
from .struck import struck

ALWAYS: Final = ANY_LIVING | {"deceased"}
STAGES_OF_CORRECTIONS: Final[dict[str, Stage]] = {
    "correct_event": Stage("Att rätta en uppgift", ALL, ALWAYS, unit=ACTIVE_STATES),
    "confirm_correction": Stage("Att bekräfta en rättelse", ALL, ALWAYS, unit=ACTIVE_STATES),
    "register_paper_notice": Stage("Att efterregistrera från papper", ALL, unit=ACTIVE_STATES, notice=True),
    "confirm_late_registration": Stage(
        "Att bekräfta en efterregistrering", ALL, ANY_LIVING, unit=ACTIVE_STATES
    ),
    "contest_late_registration": Stage(
        "Att bestrida en efterregistrering", ALL, ANY_LIVING, unit=ACTIVE_STATES
    ),
}
# A mistake is found late: these may be done in a closed case.
AFTER_CLOSING: Final = frozenset(STAGES_OF_CORRECTIONS) - {"register_paper_notice"}
STALE_OF_CORRECTIONS: Final[dict[str, frozenset[str]]] = {
    "correct_event": frozenset({"event_corrected", "event_correction_proposed"}),
    "confirm_correction": frozenset({"event_corrected", "event_correction_proposed"}),
    "register_paper_notice": frozenset(),
    "confirm_late_registration": frozenset(),
    "contest_late_registration": frozenset(),
}
# Notices that have a paper form for an outage.
PAPER: Final = frozenset(
    {"admission_notice_sent", "ready_notice_sent", "ready_notice_withdrawn", "sip_summons_sent"}
)


def own_units(facts: CaseFacts, unit_id: str) -> frozenset[str]:
    """Return the units whose facts the unit may correct: its own, and the wards before it if it is the ward."""
    return frozenset({unit_id, *(facts.chain.former_wards() if unit_id == facts.ward_id else ())})


def own_facts(facts: CaseFacts, unit_id: str) -> list[EventFact]:
    """Return the unit's own events that may be corrected, newest first, as they were first said."""
    gone, own = struck(facts.events), own_units(facts, unit_id)
    found = [
        event
        for event in facts.events
        if event.name in CORRECTABLE and event.unit_id in own and event.event_id not in gone
    ]
    return found[::-1]


def paper_candidates(facts: CaseFacts, unit_id: str) -> list[EventFact]:
    """Return the unit's sent notices that may have gone on paper first, newest first."""
    known = {one.notice_id for one in facts.corrections.paper if one.answer != "contested"}
    gone = struck(facts.events)
    found = [
        event
        for event in facts.events
        if event.name in PAPER
        and event.unit_id == unit_id
        and event.event_id not in known
        and event.event_id not in gone
    ]
    return found[::-1]


AIMLESS_CORRECTIONS: Final[dict[str, Callable[[CaseFacts, str], bool]]] = {
    "correct_event": lambda facts, unit_id: not own_facts(facts, unit_id),
    "confirm_correction": lambda facts, unit_id: (
        not any(one.unit_id == unit_id for one in facts.corrections.proposals)
    ),
    "register_paper_notice": lambda facts, unit_id: not paper_candidates(facts, unit_id),
    "confirm_late_registration": lambda facts, unit_id: (
        not any(
            one.counterpart == unit_id and one.answer in ("", "silence") for one in facts.corrections.paper
        )
    ),
    "contest_late_registration": lambda facts, unit_id: (
        not any(one.counterpart == unit_id and one.answer == "" for one in facts.corrections.paper)
    ),
}
