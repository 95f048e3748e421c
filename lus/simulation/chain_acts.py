"""A story's acts in the care chain. After a move or a transfer the ward of the story is the new one."""

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

from discharge.actions.change_legal_status import change_legal_status
from discharge.actions.change_ward import change_ward
from discharge.actions.confirm_ward_change import confirm_ward_change
from discharge.actions.record_care_plan_instead import record_care_plan_instead
from discharge.actions.start_leave import start_leave
from discharge.actions.transfer_patient import transfer_patient
from lus.organisations.actor import Actor

from .county_plan import county_plan
from .story_teller import Teller

A_WHILE = timedelta(minutes=5)
PHYSICIAN = "Maria Alm"


def _move(story: Teller, actor: Actor, at: datetime, to: str) -> None:
    ward = county_plan().named(to).id
    change_ward(case_id=story.case, actor=actor, at=at, to_ward_id=ward, moved_at=at - A_WHILE)
    story.units["ward"] = ward


def _transfer(story: Teller, actor: Actor, at: datetime, to: str) -> None:
    ward = county_plan().named(to).id
    facts = transfer_patient(case_id=story.case, actor=actor, at=at, to_ward_id=ward, moved_at=at - A_WHILE)
    story.units["ward"], story.case_id = ward, UUID(facts.chain.next_case_id)


def _confirm(story: Teller, actor: Actor, at: datetime) -> None:
    confirm_ward_change(case_id=story.case, actor=actor, at=at)


def _away(story: Teller, actor: Actor, at: datetime) -> None:
    start_leave(
        case_id=story.case, actor=actor, at=at, left_at=at - A_WHILE, expected_back=at + timedelta(days=2)
    )


def _legal(story: Teller, actor: Actor, at: datetime, form: str) -> None:
    change_legal_status(
        case_id=story.case,
        actor=actor,
        at=at,
        legal_status=form,
        physician=PHYSICIAN,
        decided_at=at - A_WHILE,
    )


def _care_plan(story: Teller, actor: Actor, at: datetime, by: tuple[str, ...]) -> None:
    record_care_plan_instead(
        case_id=story.case,
        actor=actor,
        at=at,
        physician=PHYSICIAN,
        approved_by=[str(story.units[who]) for who in by],
        made_at=at - A_WHILE,
    )


CHAIN_ACTS: dict[str, Callable[..., object]] = {
    "move": _move,
    "transfer": _transfer,
    "confirm_move": _confirm,
    "away": _away,
    "legal": _legal,
    "care_plan": _care_plan,
}
