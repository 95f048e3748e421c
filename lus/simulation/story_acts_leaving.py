"""What a step of a story does when the patient goes home: the handover, the patient's information, the call."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from discharge.actions.add_handover_part import add_handover_part
from discharge.actions.confirm_handover_received import confirm_handover_received
from discharge.actions.declare_handover_part_not_needed import declare_handover_part_not_needed
from discharge.actions.discharge_patient import discharge_patient
from discharge.actions.give_patient_summary import give_patient_summary
from discharge.actions.record_follow_up_call import record_follow_up_call
from discharge.actions.send_handover import PARTS, send_handover
from discharge.actions.write_patient_summary import write_patient_summary
from lus.organisations.actor import Actor

from .story_teller import Teller

ASKED_FOR = ("aids_list", "food", "transport", "dose_dispensing", "infection")


def hand_over(story: Teller, actor: Actor, at: datetime, without: tuple[str, ...] = ASKED_FOR) -> None:
    parts = [part for part in PARTS if part not in without]
    send_handover(case_id=story.case, actor=actor, at=at, parts=parts)


def add_part(story: Teller, actor: Actor, at: datetime, part: str, where: str, text: str = "") -> None:
    add_handover_part(case_id=story.case, actor=actor, at=at, part=part, where=where, text=text)


def not_needed(story: Teller, actor: Actor, at: datetime, part: str, reason: str) -> None:
    declare_handover_part_not_needed(case_id=story.case, actor=actor, at=at, part=part, reason=reason)


def confirm(story: Teller, actor: Actor, at: datetime) -> None:
    confirm_handover_received(case_id=story.case, actor=actor, at=at)


def inform(story: Teller, actor: Actor, at: datetime, language: str = "sv") -> None:
    """Write to the patient and give it, as one does."""
    write_patient_summary(
        case_id=story.case,
        actor=actor,
        at=at,
        done="Du vårdades för hjärtsvikt. Du fick vätskedrivande medicin och mår bättre.",
        medicines="Nytt: vätskedrivande tablett på morgonen. I övrigt som förut. Följ din läkemedelslista.",
        watch_for="Väg dig varje morgon. Ring om du går upp två kilo på tre dagar, eller får svårt att andas.",
    )
    give_patient_summary(case_id=story.case, actor=actor, at=at, form="both", language=language)


def leave(
    story: Teller,
    actor: Actor,
    at: datetime,
    destination: str = "home",
    missing_reason: str = "",
    caller: str = "",
) -> None:
    """The patient leaves; ``caller``: who of the story calls after 48 to 72 hours."""
    discharge_patient(
        case_id=story.case,
        actor=actor,
        at=at,
        left_at=at - timedelta(minutes=4),
        destination=destination,
        missing_reason=missing_reason,
        follow_up_unit_id=story.units[caller] if caller else None,
    )


def called(story: Teller, actor: Actor, at: datetime, result: str, note: str = "") -> None:
    record_follow_up_call(case_id=story.case, actor=actor, at=at, result=result, note=note)


LEAVING_ACTS: dict[str, Callable[..., object]] = {
    "hand_over": hand_over,
    "part": add_part,
    "not_needed": not_needed,
    "confirm": confirm,
    "inform": inform,
    "leave": leave,
    "called": called,
}
