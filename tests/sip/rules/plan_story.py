"""A plan outside hospital told event by event, in Swedish local time, for the tests of its rules."""

from datetime import datetime, timedelta
from typing import Any

from discharge.rules.facts import CaseFacts, EventFact
from discharge.rules.owed import Obligation
from sip.rules.document.facts import DocumentFacts
from sip.rules.document.fold_document import fold_document
from sip.rules.fold_process import fold_process
from sip.rules.owed import plan_duties
from tests.discharge.rules.case_story import local

NURSE, CARE, SOCIAL = "hemsjukvarden", "vardcentralen", "bistandet"
ROLES = {NURSE: "municipality", CARE: "primary_care", SOCIAL: "municipality"}


class PlanStory:
    """Events in the order they are told; the home nurse leads. ``when``: ``"2026-03-03 10.00"``."""

    def __init__(self) -> None:
        self.events: list[EventFact] = []
        units = [{"unit_id": unit, "role": role} for unit, role in ROLES.items()]
        self.tell("2026-03-03 10.00", "sip_plan_opened", person_id="p", origin="home", why="", units=units)
        self.tell("2026-03-03 10.00", "sip_need_assessed", needed=True, reason="")
        self.consent("2026-03-03 10.00", "given")

    def tell(self, when: str, event: str, by: str = NURSE, /, **data: Any) -> "PlanStory":
        seq, at = len(self.events) + 1, local(when)
        self.events.append(EventFact(f"e{seq}", seq, event, at, at, by, "Någon", by, data))
        return self

    def consent(self, when: str, state: str, kind: str = "sip_summons") -> "PlanStory":
        return self.tell(when, "consent_recorded", kind=kind, state=state, given_by="self")

    def summoned(
        self, when: str, meeting: str, reply_by: str, required: dict[str, bool] | None = None
    ) -> "PlanStory":
        needed = {CARE: True, SOCIAL: True} | (required or {})
        people = [
            {"id": f"p-{unit}", "kind": "unit", "unit_id": unit, "required": is_needed}
            for unit, is_needed in needed.items()
        ]
        more = {"reply_by": reply_by, "participants": people, "recipients": [*needed], "duration_min": 45}
        uid = f"m{len(self.events)}"
        return self.tell(
            when,
            "sip_summons_sent",
            meeting_uid=uid,
            meeting_at=local(meeting).isoformat(),
            place="Hemma",
            **more,
        )

    def answered(self, when: str, by: str, answer: str) -> "PlanStory":
        return self.tell(when, "sip_attendance_answered", by, unit_id=by, participant_id="", answer=answer)

    def moved(self, when: str, old: str, new: str, reply_by: str) -> "PlanStory":
        times = {"old_meeting_at": local(old).isoformat(), "meeting_at": local(new).isoformat()}
        return self.tell(when, "sip_time_changed", **times, place="Hemma", reply_by=reply_by, reason="")

    def held(self, when: str) -> "PlanStory":
        at = local(when).isoformat()
        return self.tell(when, "sip_meeting_held", meeting_at=at, attendance=[], people=[], person="physical")

    def measure(self, when: str, unit: str) -> "PlanStory":
        row = {"row_id": f"r-{unit}", "section": "intervention", "row_version": 1, "removed": False}
        return self.tell(when, "sip_section_saved", **row, values={"unit_id": unit, "what": "Stöd"})

    def locked(self, when: str, no: int = 1) -> "PlanStory":
        self.consent(when, "given", "sip_create")
        return self.tell(when, "sip_version_locked", no=no, content_hash="")

    def established(self, when: str, follow_up_on: str, *, no: int | None = 1) -> "PlanStory":
        """In force; ``no`` None: as recorded by hand, from paper."""
        plan = {"version": no or 1, "goals": "", "responsible": "municipality", "follow_up_on": follow_up_on}
        return self.tell(when, "sip_established", **plan, **({"no": no} if no else {}))

    @property
    def facts(self) -> CaseFacts:
        return fold_process("plan-1", self.events)

    def duties(self, code: str) -> list[Obligation]:
        found = plan_duties(self.facts, fold_document(self.events), NURSE)
        return [duty for duty in found if duty.code == code]

    def one(self, code: str) -> Obligation:
        (duty,) = self.duties(code)
        return duty

    def open(self, code: str) -> list[str | None]:
        """Return the units that owe it still."""
        return [duty.unit_id for duty in self.duties(code) if duty.met_at is None]


def end_of(day: str) -> datetime:
    """Return the midnight that ends the Swedish day."""
    return local(f"{day} 23.59") + timedelta(minutes=1)


def document(story: PlanStory) -> DocumentFacts:
    return fold_document(story.events)


def summoned() -> PlanStory:
    """Called on Tuesday 3 March to Friday 6 March 10.00, to be answered by Thursday."""
    return PlanStory().summoned("2026-03-03 10.00", "2026-03-06 10.00", "2026-03-05")


def held() -> PlanStory:
    return summoned().held("2026-03-06 11.00")


def confirming() -> PlanStory:
    """Written and locked on Thursday 2 April, before Easter, with a measure for two of three units."""
    story = held().measure("2026-03-06 11.00", CARE).measure("2026-03-06 11.00", SOCIAL)
    return story.locked("2026-04-02 10.00")
