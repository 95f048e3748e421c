"""Bekräfta efterregistrering (intern rutin): the one who got the paper says so, or five working days have passed."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.duties_on_paper import ANSWER
from discharge.rules.facts import CaseFacts
from discharge.rules.facts_of_corrections import PaperNotice
from lus.events.models import Event
from lus.events.record import New
from lus.organisations.actor import CLOCK, Actor
from lus.organisations.roles import Permission
from lus.refusals import NotThere, Refused

from .case_act import begin


@transaction.atomic
def confirm_late_registration(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    registration_id: UUID,
    seen_version: int | None = None,
) -> CaseFacts:
    """Let the notice count from its paper time. After the clock's silence a unit may still confirm: then days count."""
    act = begin(
        "confirm_late_registration",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.ACKNOWLEDGE,
        seen_version=seen_version,
    )
    open_answers = ("",) if actor.kind == "clock" else ("", "silence")
    notice = unanswered(act.facts, actor, registration_id, open_answers)
    how = "silence" if actor.kind == "clock" else "confirmed"
    data = {
        "registration_id": notice.event_id,
        "event_id": notice.notice_id,
        "unit_id": notice.counterpart,
        "how": how,
    }
    return act.record(New("late_registration_confirmed", data, corrects=UUID(notice.event_id)))


def let_silence_confirm(event: Event) -> None:
    """Reaction to ``deadline_passed`` of the duty to answer: silence is taken as a yes."""
    if event.data["code"] != ANSWER:
        return
    try:
        confirm_late_registration(
            case_id=event.case_id,
            actor=CLOCK,
            at=event.recorded_at,
            registration_id=UUID(event.data["key"]),
        )
    except Refused:
        return


def unanswered(
    facts: CaseFacts, actor: Actor, registration_id: UUID, answers: tuple[str, ...]
) -> PaperNotice:
    """Return the registration that the unit is asked about. Raises NotThere for another's, or an answered one."""
    for one in facts.corrections.paper:
        asked = actor.kind == "clock" or one.counterpart == str(actor.unit_id)
        if one.event_id == str(registration_id) and asked and one.answer in answers:
            return one
    raise NotThere
