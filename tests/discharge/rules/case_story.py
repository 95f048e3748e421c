"""A case told event by event, in Swedish local time, for the tests of the rules."""

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from discharge.rules.facts import CaseFacts, EventFact
from discharge.rules.fold import fold

WARD, NACKA, SOLNA, VC, PSYK = "ward-72", "nacka", "solna", "vc-solen", "psyk-syd"
NAMES = {
    WARD: ("Karin L", "Avd 72"),
    NACKA: ("Ali", "Nacka mottagning"),
    SOLNA: ("Mona", "Solna mottagning"),
    VC: ("Eva N", "Vårdcentralen Solen"),
    PSYK: ("Tor", "Psykiatri Syd"),
}
ROLES = {NACKA: "municipality", SOLNA: "municipality", VC: "primary_care", PSYK: "outpatient_psychiatry"}


def local(text: str) -> datetime:
    """``"2026-05-04 11.42"`` in Swedish time, as UTC."""
    naive = datetime.strptime(text, "%Y-%m-%d %H.%M")
    return naive.replace(tzinfo=ZoneInfo("Europe/Stockholm")).astimezone(UTC)


class Story:
    """Events in the order they are told. ``day`` is the date that clock times belong to."""

    def __init__(self, day: str = "2026-05-04") -> None:
        self.day = day
        self.events: list[EventFact] = []

    def on(self, day: str) -> "Story":
        self.day = day
        return self

    def at(self, clock: str) -> datetime:
        return local(clock if " " in clock else f"{self.day} {clock}")

    def tell(self, clock: str, event: str, by: str = WARD, /, **data: Any) -> "Story":
        actor, unit_name = NAMES[by]
        seq = len(self.events) + 1
        when = self.at(clock)
        self.events.append(EventFact(f"e{seq}", seq, event, when, when, by, actor, unit_name, data))
        return self

    def facts(self) -> CaseFacts:
        return fold("case-1", self.events)

    @property
    def last(self) -> str:
        return self.events[-1].event_id

    # what happens in most stories

    def admitted(self, clock: str = "08.00", **needs: bool | None) -> "Story":
        kinds: dict[str, Any] = {
            "municipal_health": True,
            "social_services": False,
            "outpatient": True,
            **needs,
        }
        self.tell(
            clock,
            "case_opened",
            person_id="p1",
            reference="A1",
            care_form="somatic_acute",
            legal_status="none",
            ward_id=WARD,
            registered_municipality="0182",
        )
        self.tell(clock, "patient_admitted", ward_id=WARD)
        return self.tell(clock, "need_assessed", physician="Dr Ek", **kinds)

    def noticed(self, clock: str = "09.00", *units: str, expected: str = "2026-05-08") -> "Story":
        told = [{"unit_id": unit, "role": ROLES[unit], "why": "listad här"} for unit in units or (NACKA, VC)]
        return self.tell(clock, "admission_notice_sent", expected_discharge=expected, recipients=told)

    def read(self, clock: str, unit: str, event_id: str, how: str = "button") -> "Story":
        kind = next(event.name for event in self.events if event.event_id == event_id)
        return self.tell(
            clock, "message_acknowledged", unit, event_id=event_id, kind=kind, unit_id=unit, how=how
        )

    def ready(self, clock: str, *units: str, assessed: str | None = None) -> "Story":
        return self.tell(
            clock,
            "ready_notice_sent",
            physician="Dr Ek",
            assessed_at=self.at(assessed or clock).isoformat(),
            legal_ground="consent",
            recipients=list(units or (NACKA, VC)),
        )

    def discharged(self, clock: str) -> "Story":
        return self.tell(clock, "patient_discharged", destination="ordinary", recipients=[NACKA, VC])
