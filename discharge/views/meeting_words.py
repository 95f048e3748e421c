"""A case of the meeting in ready words: why it waits, who owns the next step, and what that is."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from discharge.queries.board import BoardRow
from lus.swedish_time import local_date
from lus.web.words import age, day

from .board_words import SHORT, sip_words
from .duty_words import deadline_of
from .listed_duty import case_url, duty_sentence
from .listed_person import listed_person
from .listed_state import state_words
from .listed_units import unit_letters


def meeting_words(row: BoardRow, own_units: Sequence[UUID], at: datetime) -> dict[str, Any]:
    """Return ``{person, state, cause, owner, next, …}`` for ``templates/discharge/meeting.html``."""
    case, duty = row.case, row.next_step
    state = state_words(case, [unit.state for unit in row.units], at)
    return {
        "person": listed_person(row.person, case["reference"], case_url(case["pk"])),
        "place": case["ward__name"],
        "url": case_url(case["pk"]),
        "state": state,
        "units": unit_letters(row.units, at),
        "cause": _cause(row, state.word),
        "owner": _owner(row, frozenset(own_units)),
        "since": f"sedan {age(duty.starts_at, at)}" if duty else "",
        "next": (SHORT.get(duty.code) or duty_sentence(duty.code)) if duty else "Inget väntar på någon",
        "deadline": deadline_of(duty, at) if duty else None,
        "sip": " ".join(part for part in sip_words(case, at) if part),
        "contact": case["care_contact_name"] or "Ej utsedd",
        "expected": day(case["expected_discharge"], local_date(at))
        if case["expected_discharge"]
        else "Ej satt",
        "moves": case["expected_moves"],
    }


def _cause(row: BoardRow, state: str) -> str:
    """Why the patient is still there, as far as the record says it."""
    if row.case["readiness"] != "ready":
        return "Vård på sjukhus pågår"
    waits = [unit for unit in row.units if unit.state in ("new", "acknowledged", "in_progress")]
    if not waits:
        return "Alla enheter är klara"
    hidden = row.person.is_protected
    names = "annan enhet" if hidden else ", ".join(dict.fromkeys(unit.name for unit in waits))
    return f"Väntar på {names}"


def _owner(row: BoardRow, own: frozenset[UUID]) -> str:
    duty = row.next_step
    if duty is None:
        return "Ingen"
    if duty.unit_id in own:
        return "Ni"
    return "Annan enhet" if row.person.is_protected else row.next_unit_name
