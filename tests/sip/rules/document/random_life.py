"""A plan outside hospital that lives at random: every act through the real rules, no database."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from discharge.rules.consent_refusals import plan_in_force
from discharge.rules.facts import CaseFacts
from discharge.rules.given_consents import given_consents
from discharge.rules.sip_closing import refuse_closing
from lus.swedish_time import local_date
from sip.rules.document.confirm import all_confirmed, left_to_confirm
from sip.rules.document.content_hash import content_hash
from sip.rules.document.established import plan_in_short
from sip.rules.document.party import writer_of
from sip.rules.document.ready_to_lock import missing_parts
from sip.rules.document.version_refusal import refuse_by_hand, refuse_lock
from sip.rules.document.when import document_refusal
from sip.rules.fold_process import fold_process
from sip.rules.plan_refusal import plan_refusal
from sip.rules.reopening import refuse_reopening

from .plan_story import ADULT, CONSENTED, NACKA, VC, PlanStory

UNITS = (VC, NACKA)


class Life(PlanStory):
    """``does`` takes one step if the rules let the unit take it."""

    _process: CaseFacts | None = None

    def __init__(self) -> None:
        super().__init__()
        units = [{"unit_id": VC, "role": "primary_care"}, {"unit_id": NACKA, "role": "municipal_health"}]
        self.tell("sip_plan_opened", NACKA, person_id="p", units=units)
        self.tell("sip_need_assessed", NACKA, needed=True, reason="")

    def tell(self, name: str, unit_id: str = VC, **data: Any) -> "Life":
        self._process = None
        super().tell(name, unit_id, **data)
        return self

    @property
    def process(self) -> CaseFacts:
        if self._process is None:
            self._process = fold_process("plan", self.events)
        return self._process

    def does(self, step: str, unit_id: str) -> str:
        """Take the step, and return the name of its last event; "" when the rules refuse it.

        The facts between two events of one act are nobody's: an act is one transaction.
        """
        before = len(self.events)
        act, _, _ = step.partition(":")
        if self._refused(act, unit_id):
            return ""
        STEPS[step](self, unit_id)
        return self.events[-1].name if len(self.events) > before else ""

    def _refused(self, act: str, unit_id: str) -> bool:
        process = self.process
        if act in OF_DOCUMENT:
            writer = writer_of(process, unit_id, NACKA)
            return document_refusal(act, process, self.facts(), writer, self.at) is not None
        if act == "establish_sip" and refuse_by_hand(self.facts()) is not None:
            return True
        return plan_refusal(act, process, unit_id, NACKA, self.at) is not None


def _tell(name: str, **data: object) -> Callable[[Life, str], None]:
    return lambda life, unit_id: _just(life.tell(name, unit_id, **data))


def _just(story: PlanStory) -> None:
    """A step answers nothing."""


def _no(life: Life, unit_id: str) -> None:
    called = life.process.sip.state == "summoned"
    life.tell("sip_declined_by_person", unit_id, given_by="self", how="oral", reason="")
    if called:
        life.tell("sip_meeting_cancelled", unit_id, meeting_at="", reason="", recipients=[])


def _consent(state: str, *kinds: str) -> Callable[[Life, str], None]:
    """An answer about each kind; a yes holds for three weeks, so that some lives outlive it."""

    def answer(life: Life, unit_id: str) -> None:
        called = life.process.sip.state == "summoned"
        until = (local_date(life.at) + timedelta(days=21)).isoformat()
        days = {"valid_until": until} if state == "given" else {}
        for kind in kinds:
            data = {"kind": kind, "state": state, "given_by": "self", "form": "oral", **days}
            life.tell("consent_recorded", unit_id, **data)
        if called and state == "refused":
            life.tell("sip_meeting_cancelled", unit_id, meeting_at="", reason="", recipients=[])

    return answer


def _withdraw(kind: str) -> Callable[[Life, str], None]:
    def withdraw(life: Life, unit_id: str) -> None:
        if kind not in given_consents(life.process):
            return
        called = life.process.sip.state == "summoned" and kind == "sip_summons"
        life.tell("consent_withdrawn", unit_id, kind=kind, given_by="self", form="oral")
        if called:
            life.tell("sip_meeting_cancelled", unit_id, meeting_at="", reason="", recipients=[])

    return withdraw


def _judged(outcome: str) -> Callable[[Life, str], None]:
    def judge(life: Life, unit_id: str) -> None:
        if life.process.consents.harm_test is None:
            life.tell("harm_test_started", unit_id, reason="Medvetslös")
        review = (local_date(life.at) + timedelta(days=14)).isoformat()
        data = {"outcome": outcome, "physician": "Jonas Ek", "scope": "meeting", "review_on": review}
        life.tell("harm_test_recorded", unit_id, **data)

    return judge


def _summon(life: Life, unit_id: str) -> None:
    meeting = (life.at + timedelta(days=1)).isoformat()
    life.tell("sip_summons_sent", unit_id, meeting_at=meeting, place="Hemma", recipients=list(UNITS))


def _held(life: Life, unit_id: str) -> None:
    meeting = {"meeting_at": life.at.isoformat(), "attendance": [], "person": "physical", "note": ""}
    life.tell("sip_meeting_held", unit_id, **meeting)


def _write_all(life: Life, unit_id: str) -> None:
    versions = {row.id: row.row_version for row in life.facts().rows}
    for row_id, (section, values) in ADULT.items():
        data = {"row_id": row_id, "section": section, "values": values}
        life.tell("sip_section_saved", unit_id, **data, row_version=versions.get(row_id, 0) + 1)


def _write(life: Life, unit_id: str) -> None:
    life.save("imp", "important", {"words": f"Ord {len(life.events)}."}, unit_id)


def _lock(life: Life, unit_id: str) -> None:
    facts = life.facts()
    if refuse_lock(facts) is not None or missing_parts(facts.rows, CONSENTED):
        return
    if not plan_in_force(life.process, life.at):
        _consent("given", "sip_create")(life, unit_id)
    no = max(facts.locked.no if facts.locked else 0, life.process.sip.version) + 1
    life.tell("sip_version_locked", unit_id, no=no, content_hash=content_hash(facts.rows))
    _when_all(life, unit_id)


def _when_all(life: Life, unit_id: str) -> None:
    version = life.facts().locked
    if version is not None and all_confirmed(life.facts()):
        life.tell("sip_established", unit_id, **plan_in_short(version), no=version.no)


def _confirm(life: Life, unit_id: str) -> None:
    life.confirm(unit_id)
    _when_all(life, unit_id)


def _gaps(life: Life, unit_id: str) -> None:
    facts = life.facts()
    version = facts.locked
    assert version is not None
    missing = list(left_to_confirm(facts))
    life.tell("sip_established_with_gaps", unit_id, no=version.no, missing=missing, reason="Svarar inte")
    life.tell("sip_established", unit_id, **plan_in_short(version))


def _by_hand(life: Life, unit_id: str) -> None:
    version = life.process.sip.version + 1
    life.tell(
        "sip_established", unit_id, version=version, goals="Mål", responsible="municipality", follow_up_on=""
    )


def _needed(life: Life, unit_id: str) -> None:
    """Of a plan that is closed: opened again."""
    if life.process.sip.state != "closed":
        life.tell("sip_need_assessed", unit_id, needed=True, reason="")
    elif refuse_reopening(life.process, life.at) is None:
        life.tell("sip_reopened", unit_id, reason="Behovet är tillbaka")


def _close(reason: str) -> Callable[[Life, str], None]:
    def close(life: Life, unit_id: str) -> None:
        if refuse_closing(life.process, unit_id, reason) is not None:
            return
        if life.process.sip.state == "summoned":
            life.tell("sip_meeting_cancelled", unit_id, meeting_at="", reason="", recipients=[])
        life.tell("sip_closed", unit_id, reason=reason, text="")

    return close


STEPS: dict[str, Callable[[Life, str], None]] = {
    "assess_sip_need:yes": _needed,
    "assess_sip_need:no": _tell("sip_need_assessed", needed=False, reason="Behövs inte"),
    "offer_sip": _tell("sip_offered", how="oral", interpreter=False),
    "record_sip_answer:yes": _tell("sip_accepted_by_person", given_by="self", how="oral"),
    "record_sip_answer:no": _no,
    "record_sip_consent:yes": _consent("given", "sip_summons"),
    "record_sip_consent:all": _consent("given", "sip_summons", "sip_create"),
    "record_sip_consent:no": _consent("refused", "sip_summons"),
    "withdraw_consent:summons": _withdraw("sip_summons"),
    "withdraw_consent:plan": _withdraw("sip_create"),
    "start_harm_test": _tell("harm_test_started", reason="Medvetslös"),
    "record_sip_harm_test:no_harm": _judged("no_harm"),
    "record_sip_harm_test:harm": _judged("harm"),
    "send_sip_summons": _summon,
    "cancel_sip_meeting": _tell("sip_meeting_cancelled", meeting_at="", reason="Sjuk", recipients=[]),
    "record_sip_meeting": _held,
    "save_plan_row:all": _write_all,
    "save_plan_row": _write,
    "lock_plan_version": _lock,
    "confirm_plan_version": _confirm,
    "object_to_plan_version": lambda life, unit_id: _just(life.object(unit_id)),
    "establish_with_gaps": _gaps,
    "establish_sip": _by_hand,
    "share_plan_with_person": lambda life, unit_id: _just(
        life.tell("sip_shared_with_person", unit_id, no=life.facts().established_no, way="paper")
    ),
    "update_intervention": _tell("sip_intervention_updated", row_id="i1", status="ongoing"),
    "follow_up_sip": _tell("sip_followed_up", result="partly", text="", next_on="", results=[]),
    "follow_up_sip:revise": _tell("sip_followed_up", result="not", outcome="revise", next_on="", results=[]),
    "close_sip": _close("not_needed"),
    "close_sip:deceased": _close("deceased"),
}
OF_DOCUMENT = frozenset(
    {
        "save_plan_row",
        "lock_plan_version",
        "confirm_plan_version",
        "object_to_plan_version",
        "establish_with_gaps",
        "share_plan_with_person",
        "update_intervention",
    }
)
