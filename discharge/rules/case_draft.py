"""Ärendet medan det viks ihop: one case while its events are being folded.

Plain dicts, frozen once at the end: rebuilding frozen dataclasses for each event costs too much.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from lus.swedish_time import local_date

from .facts import CaseFacts, ConcernedUnit, Delivery, EventFact, ReadySpell
from .facts_of_chain import ChainFacts, Segment
from .facts_of_home_ready import WaitingReason
from .facts_of_routing import Claim
from .facts_of_scope import ScopeFacts
from .facts_of_sip import SipFacts, SummonsAnswer
from .leaving_draft import LeavingDraft

AT_WORK = frozenset({"acknowledged", "unknown_patient", "in_progress", "ready_to_receive"})


class Draft:
    """What is known so far. ``known`` holds the fields of ``CaseFacts`` that are single values."""

    def __init__(self) -> None:
        self.known: dict[str, Any] = {}
        self.expected: list[tuple[datetime, date]] = []
        self.units: dict[str, dict[str, Any]] = {}
        self.claims: dict[str, dict[str, Any]] = {}
        self.deliveries: dict[tuple[str, str], dict[str, Any]] = {}
        self.spells: list[dict[str, Any]] = []
        self.outpatient: list[tuple[datetime, datetime | None]] = []
        self.leaving = LeavingDraft()
        self.waiting: dict[str, dict[str, Any]] = {}
        self.leave: list[tuple[datetime, datetime | None]] = []
        self.segments: list[dict[str, Any]] = []
        self.chain: dict[str, Any] = {}
        self.scope: dict[str, Any] = {}
        self.sip: dict[str, Any] = {}

    def expect(self, at: datetime, day: str | None) -> None:
        """Note the expected date of discharge. The day that stands already, said again, is no move."""
        wanted = date.fromisoformat(day) if day else None
        if wanted is not None and wanted != self.known.get("expected_discharge"):
            self.known["expected_discharge"] = wanted
            self.expected.append((at, wanted))

    def tell(self, unit_id: str, role: str, told_at: datetime, changed_at: datetime) -> None:
        """Make the unit a concerned one. One at work keeps its state; the first telling counts."""
        unit = self.units.get(unit_id)
        first = unit["told_at"] if unit and unit["told_at"] else told_at
        if unit and unit["state"] in AT_WORK:
            unit["role"], unit["told_at"] = role, first
        else:
            self.units[unit_id] = {
                "unit_id": unit_id,
                "role": role,
                "state": "new",
                "told_at": first,
                "changed_at": changed_at,
            }

    def move(self, unit_id: str, state: str, at: datetime) -> dict[str, Any]:
        """Put the unit in ``state`` and return it; a unit that was never told is noted all the same."""
        unit = self.units.setdefault(unit_id, {"unit_id": unit_id, "role": "", "told_at": None})
        unit["state"], unit["changed_at"] = state, at
        if state not in AT_WORK:
            self.claims.pop(unit_id, None)  # nobody takes on what the unit no longer has
        return unit

    def give_back(self, unit_id: str, at: datetime) -> None:
        """Let the unit that forwarded the case have it again, when none of those it went to is left."""
        above = self.units.get(self.units[unit_id].get("under") or "")
        left = [
            unit
            for unit in self.units.values()
            if unit.get("under") == (above or {}).get("unit_id") and unit["state"] in (*AT_WORK, "new")
        ]
        if above and above["state"] == "forwarded" and not left:
            above["state"] = "in_progress" if above.get("planning_at") else "acknowledged"
            above["changed_at"] = at

    def deliver(self, event: EventFact) -> None:
        """One delivery per recipient of a message that shall be acknowledged."""
        for unit_id in _recipients(event):
            self.deliveries[event.event_id, unit_id] = {
                "event_id": event.event_id,
                "kind": event.name,
                "unit_id": unit_id,
                "delivered_at": event.happened_at,
                **_ladder(event, unit_id),
            }

    def end_spell(self, at: datetime, end: str, readiness: str = "not_ready") -> None:
        """Close the open ready notice, if there is one; it never ends before it was sent."""
        if self.spells and self.spells[-1].get("ended_at") is None:
            spell = self.spells[-1]
            spell["ended_at"], spell["end"] = max(at, spell["sent_at"]), end
            self.known["readiness"] = readiness
            self.end_waiting(at, end)

    def reopen_spell(self, end: str) -> None:
        """Let the last ready notice run on, if ``end`` was what closed it."""
        if self.spells and self.spells[-1].get("end") == end:
            self.spells[-1]["ended_at"] = self.spells[-1]["end"] = None
            self.known["readiness"] = "ready"
            for reason in self.waiting.values():
                if reason.get("ended_by") == end:
                    reason["ended_at"] = reason["until"] = None
                    reason["ended_by"] = ""

    def end_waiting(self, at: datetime, by: str, *, only: str = "", until: date | None = None) -> None:
        """End the open reasons to wait (or ``only`` one): nobody waits for who has left or is not ready."""
        for reason in self.waiting.values():
            if reason.get("ended_at") is None and only in ("", reason["event_id"]):
                day = max(until or local_date(at), reason["since"])
                reason.update(ended_at=at, ended_by=by, until=day)

    def arrive(self, ward_id: str, at: datetime, *, from_another: bool = False) -> None:
        """Begin the patient's time on a ward."""
        self.segments.append({"ward_id": ward_id, "start": at, "from_another": from_another})

    def stay_before(self) -> str:
        """Return where the stay stood before what is now undone."""
        if self.known.get("discharged_at"):
            return "discharged"
        if self.chain.get("transferred_at"):
            return "transferred"
        return "on_leave" if self.leave and self.leave[-1][1] is None else "admitted"

    def outpatient_clear(self, at: datetime, clear: bool) -> None:
        """Begin or end an interval of available outpatient care; saying the same again changes nothing."""
        since = self.known.get("outpatient_clear_at")
        if clear and since is None:
            self.outpatient.append((at, None))
            self.known["outpatient_clear_at"] = at
        elif not clear and since is not None:
            self.outpatient[-1] = (since, max(at, since))
            self.known["outpatient_clear_at"] = None

    def finished(self, case_id: str, events: list[EventFact]) -> CaseFacts:
        """Freeze."""
        return CaseFacts(
            case_id=case_id,
            expected_history=tuple(self.expected),
            claims=tuple(Claim(**claim) for claim in self.claims.values()),
            units=tuple(ConcernedUnit(**unit) for unit in self.units.values()),
            deliveries=tuple(Delivery(**delivery) for delivery in self.deliveries.values()),
            outpatient_intervals=tuple(self.outpatient),
            spells=tuple(ReadySpell(**spell) for spell in self.spells),
            leaving=self.leaving.finished(),
            waiting=tuple(WaitingReason(**reason) for reason in self.waiting.values()),
            leave=tuple(self.leave),
            chain=ChainFacts(segments=tuple(Segment(**one) for one in self.segments), **self.chain),
            scope=ScopeFacts(**self.scope),
            sip=_sip(self.sip),
            version=events[-1].seq if events else 0,
            last_event_at=events[-1].recorded_at if events else None,
            events=tuple(events),
            **self.known,
        )


def _sip(known: dict[str, Any]) -> SipFacts:
    values = {name: value for name, value in known.items() if not name.startswith("before_")}
    answers = values.pop("answers", {}).values()
    return SipFacts(**values, answers=tuple(SummonsAnswer(**one) for one in answers))


def _ladder(event: EventFact, unit_id: str) -> dict[str, Any]:
    """Return the delivery's ladder as its event was sent with it."""
    found = event.data.get("limits", {}).get(unit_id)
    if found is None:
        return {}
    return {"levels": tuple(map(datetime.fromisoformat, found["levels"])), "first_level": found["first"]}


def _recipients(event: EventFact) -> list[str]:
    if "recipients" not in event.data:
        return [event.data["unit_id"]]
    return [item if isinstance(item, str) else item["unit_id"] for item in event.data["recipients"]]


def counts_from(event: EventFact) -> datetime:
    """Return when what was stated takes legal effect: no payment day rests on a late registration alone."""
    return max(event.recorded_at, event.happened_at) if event.data.get("late") else event.happened_at


def instant(text: str | None) -> datetime | None:
    """Read a time of an event's data (ISO 8601 with offset)."""
    return datetime.fromisoformat(text) if text else None
