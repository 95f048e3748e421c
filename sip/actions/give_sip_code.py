"""Lämna kod till mötet: staff hand the person or a relative a paper with a code. The code is shown once."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.actions.free_text import tidy_text
from lus.events.record import New
from lus.one_time.codes import issue_code, withdraw_codes
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput
from sip.queries.meeting_by_code import PURPOSE
from sip.queries.visible import plan_of
from sip.rules.invitation import CODE_LIVES_AFTER

from .people_act import meeting_act, meeting_ahead, person_called


@dataclass(frozen=True, slots=True, repr=False)
class GivenCode:
    """``code``: as it is printed. ``name``: whose paper it is, "" of the person; ``ends_at``: exclusive."""

    code: str
    name: str
    ends_at: datetime

    def __repr__(self) -> str:
        return "<GivenCode>"


@transaction.atomic
def give_sip_code(
    *, plan_id: UUID, actor: Actor, at: datetime, participant_id: UUID, protected_reason: str = ""
) -> GivenCode:
    """Return a new code for one of the called; an earlier one ends. It holds until a day after the meeting.

    ``protected_reason``: why a paper is made at all about somebody whose identity is protected; it is recorded.
    """
    actor.require(Permission.SEE_CASES)
    plan = plan_of(actor, plan_id)
    act = meeting_act(plan, actor, at)
    meeting = meeting_ahead(act)
    one = person_called(meeting, participant_id)
    reason = tidy_text(protected_reason, "protected_reason")
    if plan.person.is_protected and not reason:
        raise InvalidInput(
            "Personen har skyddade personuppgifter.",
            "Skriv varför en kod ska lämnas ut ändå.",
            field="protected_reason",
            code="sip-code-protected",
            title="Skyddade personuppgifter",
        )
    assert meeting.ends_at is not None
    ends_at = meeting.ends_at + CODE_LIVES_AFTER
    withdraw_codes(PURPOSE, participant_id, at=at)
    code = issue_code(PURPOSE, participant_id, valid_until=ends_at, at=at)
    act.record(New("sip_code_given", {"participant_id": one.participant_id, "protected_reason": reason}))
    return GivenCode(code, one.name, ends_at)
