"""Kan tiden stämma?, whether the time that somebody states for an act is possible."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Final

from lus.swedish_time import local_date

from .facts import CaseFacts
from .last_event import last_event
from .refusal import Refusal
from .words import clock_words

WRONG_TIME: Final = "Tiden stämmer inte"
# A notice sent before the patient arrived is in time (2:3), and admission itself has nothing before it.
MAY_PRECEDE_ADMISSION: Final = frozenset({"register_admission", "send_admission_notice"})

Bound = tuple[str, Callable[[CaseFacts], datetime | None], tuple[str, ...], str]


def _spell(facts: CaseFacts) -> datetime | None:
    return facts.open_spell.sent_at if facts.open_spell else None


def _moved(facts: CaseFacts) -> datetime | None:
    return facts.chain.now.start if facts.chain.now else None


def _away(facts: CaseFacts) -> datetime | None:
    return facts.leave[-1][0] if facts.leave else None


def _back(facts: CaseFacts) -> datetime | None:
    return facts.leave[-1][1] if facts.leave else None


# Act → code, the earliest possible time, the event it comes from, what that event is called.
BOUNDS: Final[dict[str, tuple[Bound, ...]]] = {
    "withdraw_ready_notice": (("before-notice", _spell, ("ready_notice_sent",), "underrättelsen skickades"),),
    "void_ready_notice": (("before-notice", _spell, ("ready_notice_sent",), "underrättelsen skickades"),),
    "discharge_patient": (("before-notice", _spell, ("ready_notice_sent",), "underrättelsen skickades"),),
    "transfer_patient": (("before-notice", _spell, ("ready_notice_sent",), "underrättelsen skickades"),),
    "change_ward": (("before-move", _moved, ("ward_changed",), "patienten kom till avdelningen"),),
    "start_leave": (("before-leave", _back, ("leave_ended",), "patienten kom åter"),),
    "end_leave": (("before-leave", _away, ("leave_started",), "permissionen började"),),
    "undo_discharge": (
        (
            "before-discharge",
            lambda facts: facts.discharged_at,
            ("patient_discharged",),
            "patienten skrevs ut",
        ),
    ),
    "undo_death": (
        (
            "before-record",
            lambda facts: facts.deceased_at,
            ("patient_deceased_recorded",),
            "registreringen gäller",
        ),
    ),
}


def time_refusal(
    act: str,
    facts: CaseFacts,
    happened_at: datetime,
    at: datetime,
    *,
    assessed_at: datetime | None = None,
) -> Refusal | None:
    """Return why ``act`` cannot have happened at ``happened_at``, or None.

    All times aware; ``at`` is now. ``assessed_at``: when the physician judged (mark_ready_for_discharge).
    """
    return (
        _future(happened_at, at, "happened_at")
        or _before_admission(act, facts, happened_at, at, "happened_at")
        or _out_of_order(act, facts, happened_at, at)
        or _another_day(act, facts, at)
        or (_assessed(act, facts, assessed_at, at) if assessed_at else None)
    )


def whole_minute(time: datetime) -> datetime:
    """Typed times have whole minutes: 12.00 typed is not before what happened 12.00.30."""
    return time.replace(second=0, microsecond=0)


def _assessed(act: str, facts: CaseFacts, assessed_at: datetime, at: datetime) -> Refusal | None:
    return _future(assessed_at, at, "assessed_at") or _before_admission(
        act, facts, assessed_at, at, "assessed_at"
    )


def _future(time: datetime, at: datetime, field: str) -> Refusal | None:
    if time <= at:
        return None
    said = f"Tiden {clock_words(time, at)} har inte varit än. Klockan är {clock_words(at, at)}."
    return Refusal(
        "time-in-future", WRONG_TIME, said, "Ange när det hände, eller låt fältet vara nu.", field=field
    )


def _before_admission(act: str, facts: CaseFacts, time: datetime, at: datetime, field: str) -> Refusal | None:
    if act in MAY_PRECEDE_ADMISSION or facts.admitted_at is None or time >= whole_minute(facts.admitted_at):
        return None
    said = f"Tiden {clock_words(time, at)} ligger före inskrivningen {clock_words(facts.admitted_at, at)}."
    event = last_event(facts, ("patient_admitted",))
    advice = "Ange en tid efter inskrivningen. Är inskrivningen fel: ange ärendet som felregistrerat."
    return Refusal("before-admission", WRONG_TIME, said, advice, event.event_id if event else None, field)


def _out_of_order(act: str, facts: CaseFacts, time: datetime, at: datetime) -> Refusal | None:
    for code, earliest_of, names, what in BOUNDS.get(act, ()):
        earliest = earliest_of(facts)
        if earliest is not None and time < whole_minute(earliest):
            said = f"Tiden {clock_words(time, at)} är före {clock_words(earliest, at)}, då {what}."
            event = last_event(facts, names)
            advice = "Ange en senare tid. Är den tidigare uppgiften fel: ange den som felregistrerad först."
            return Refusal(code, WRONG_TIME, said, advice, event.event_id if event else None, "happened_at")
    return None


def _another_day(act: str, facts: CaseFacts, at: datetime) -> Refusal | None:
    """An undone discharge is a correction only on the day it was entered; after that the patient is readmitted."""
    event = last_event(facts, ("patient_discharged",))
    if act != "undo_discharge" or event is None or local_date(event.recorded_at) == local_date(at):
        return None
    said = f"Utskrivningen registrerades {clock_words(event.recorded_at, at)} och kan bara ångras samma dag."
    advice = "Registrera en ny inskrivning om patienten är tillbaka."
    return Refusal("too-late", "För sent att ångra", said, advice, event.event_id)
