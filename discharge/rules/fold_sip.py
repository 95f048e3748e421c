"""SIP viks ihop, LUS 4 kap.: what each event of the joint plan does to the facts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Final

from .case_draft import Draft, instant
from .facts import EventFact
from .facts_of_sip import PLANNED
from .fold_consents import (
    answer_consent,
    ask_anew,
    harm_test_started,
    has_declined,
    has_withdrawn,
    refuse_plan,
)
from .fold_meeting import (
    code_given,
    meeting_answered,
    meeting_called,
    meeting_cancelled,
    meeting_held,
    meeting_moved,
)
from .fold_participants import participants_changed, substitute_declined, substitute_named
from .fold_poll import poll_opened, poll_over, slot_answered, slot_chosen
from .fold_sip_end import sip_closed, sip_reopened

# What the plan's lists know of it: guardians who do not agree have given no consent.
CONSENT: Final = {"given": "given", "refused": "refused", "withdrawn": "refused", "split": "refused"}
# Nothing is summoned or made yet: the answers of the patient and the judged need still move the axis.
BEFORE_SUMMONS: Final = frozenset({"not_assessed", "not_relevant", "offered", "declined_by_person"})
ENDED: Final = frozenset({"closed", "replaced_by_care_plan"})


def _state(case: Draft) -> str:
    return str(case.sip.get("state", "not_assessed"))


def sip_requested(case: Draft, event: EventFact) -> None:
    """Somebody asked; whether it is needed is judged in the same press."""
    data = event.data
    case.sip.update(requested_by=data["requested_by"], requested_on=_day(data["requested_on"]))


def sip_need_assessed(case: Draft, event: EventFact) -> None:
    needed, state = event.data["needed"], _state(case)
    case.known.update(sip_needed=needed, sip_assessed_at=event.happened_at)
    if not needed and state in BEFORE_SUMMONS:
        case.sip["state"] = "not_relevant"
    elif needed and (state == "not_relevant" or state in ENDED):
        case.sip["state"] = _asked(case) if state == "not_relevant" else "not_assessed"
        if state in ENDED:
            ask_anew(case)


def _asked(case: Draft) -> str:
    """Where a need stands that is judged anew: what the patient has answered still holds."""
    if has_declined(case):
        return "declined_by_person"
    answered = case.known.get("sip_consent", "unknown") != "unknown"
    return "offered" if answered or case.sip.get("offered_at") else "not_assessed"


def consent_to_summons(case: Draft, event: EventFact) -> None:
    """Who is asked for consent has been offered a plan; a no is a no to it. One taken back may be given again."""
    said = answer_consent(case, event)
    state = CONSENT.get(said, "unknown")
    case.known.update(sip_consent=state, sip_consent_at=None if state == "unknown" else event.happened_at)
    if state == "refused":
        poll_over(case)
    moved = {"given": "offered", "refused": "declined_by_person"}.get(said)
    if moved and _state(case) in BEFORE_SUMMONS - {"not_relevant"}:
        case.sip["state"] = moved


def sip_offered(case: Draft, event: EventFact) -> None:
    case.sip.update(state="offered", offered_at=event.happened_at)
    if has_withdrawn(case):
        ask_anew(case)


def sip_accepted_by_person(case: Draft, event: EventFact) -> None:
    if _state(case) in BEFORE_SUMMONS:
        case.sip["state"] = "offered"
    ask_anew(case)


def sip_declined_by_person(case: Draft, event: EventFact) -> None:
    refuse_plan(case, event)
    case.known.update(sip_consent="refused", sip_consent_at=event.happened_at)
    poll_over(case)
    if _state(case) in BEFORE_SUMMONS:
        case.sip["state"] = "declined_by_person"


def sip_summons_sent(case: Draft, event: EventFact) -> None:
    data = event.data
    # A summons from another than regional outpatient care is kept in the timeline but does not answer 4:3.
    if data.get("satisfies_lus_4_3") and (
        case.known.get("summons_at") is None or case.sip.get("cancelled_at")
    ):
        case.known["summons_at"] = event.happened_at
    state = _state(case)
    case.sip.update(
        before_summons=state if state in PLANNED else "offered",
        state="summoned",
        meeting_at=instant(data.get("meeting_at")),
        place=data.get("place", ""),
        summoned_by=event.unit_id or "",
        called=tuple(one for one in data.get("recipients", ()) if one != event.unit_id),
        answers={},
        cancelled_at=None,
    )
    meeting_called(case, event)
    poll_over(case)


def sip_time_changed(case: Draft, event: EventFact) -> None:
    # Another room asks nobody anew; another time asks all.
    if event.data["meeting_at"] != event.data["old_meeting_at"]:
        case.sip["answers"] = {}
    case.sip.update(meeting_at=instant(event.data["meeting_at"]), place=event.data["place"])
    meeting_moved(case, event)


def sip_meeting_cancelled(case: Draft, event: EventFact) -> None:
    back = case.sip.get("before_summons", "offered")
    if back == "offered":
        case.sip["cancelled_at"] = event.happened_at
        if has_declined(case):
            back = "declined_by_person"
    case.sip.update(state=back, meeting_at=None, place="", called=(), answers={})
    meeting_cancelled(case)


def sip_attendance_answered(case: Draft, event: EventFact) -> None:
    meeting_answered(case, event)
    if event.data.get("participant_id"):
        return  # a person has answered for themselves, no unit
    answer = {
        "unit_id": event.data["unit_id"],
        "answer": event.data["answer"],
        "text": event.data.get("text", ""),
        "at": event.happened_at,
    }
    case.sip.setdefault("answers", {})[event.data["unit_id"]] = answer


def sip_meeting_held(case: Draft, event: EventFact) -> None:
    case.sip.update(state="held", held_at=instant(event.data["meeting_at"]))
    meeting_held(case, event)


def sip_established(case: Draft, event: EventFact) -> None:
    case.sip.update(_plan(event), state="established", established_at=event.happened_at)


def sip_existing_linked(case: Draft, event: EventFact) -> None:
    case.sip.update(_plan(event), state="established", existing=True, established_at=event.happened_at)


def _plan(event: EventFact) -> dict[str, Any]:
    data = event.data
    return {
        "version": data["version"],
        "goals": data["goals"],
        "responsible": data["responsible"],
        "follow_up_on": _day(data["follow_up_on"]),
        "cancelled_at": None,
    }


def sip_followed_up(case: Draft, event: EventFact) -> None:
    case.sip.update(
        state="followed_up", followed_up_at=event.happened_at, follow_up_on=_day(event.data["next_on"])
    )


def care_plan_instead(case: Draft, event: EventFact) -> None:
    case.scope["care_plan_at"] = event.happened_at
    case.sip["state"] = "replaced_by_care_plan"


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


HANDLERS: Final[dict[str, Callable[[Draft, EventFact], None]]] = {
    "sip_requested": sip_requested,
    "sip_need_assessed": sip_need_assessed,
    "sip_offered": sip_offered,
    "harm_test_started": harm_test_started,
    "sip_accepted_by_person": sip_accepted_by_person,
    "sip_declined_by_person": sip_declined_by_person,
    "sip_poll_opened": poll_opened,
    "sip_slot_answered": slot_answered,
    "sip_slot_chosen": slot_chosen,
    "sip_summons_sent": sip_summons_sent,
    "sip_time_changed": sip_time_changed,
    "sip_meeting_cancelled": sip_meeting_cancelled,
    "sip_participant_changed": participants_changed,
    "sip_attendance_answered": sip_attendance_answered,
    "sip_substitute_named": substitute_named,
    "sip_substitute_declined": substitute_declined,
    "sip_code_given": code_given,
    "sip_meeting_held": sip_meeting_held,
    "sip_established": sip_established,
    "sip_existing_linked": sip_existing_linked,
    "sip_followed_up": sip_followed_up,
    "sip_closed": sip_closed,
    "sip_reopened": sip_reopened,
    "sip_replaced_by_care_plan": care_plan_instead,
}
