"""Ange hjälpmedel: what is needed, where, by when, who sees to it, and whether it is in place."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput

from .case_act import begin
from .free_text import tidy_text
from .planning_by_act import begun_by_answering
from .planning_ground import ground_of

WHERE = {
    "home": "I bostaden",
    "ward": "På avdelningen, följer med",
    "facility": "På boendet",
    "body": "Bärs av personen",
}


@transaction.atomic
def record_aid(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    what: str,
    where: str,
    owner_unit_id: UUID,
    by_day: date | None = None,
    in_place: bool = False,
    legal_ground: str = "",
    seen_version: int | None = None,
) -> CaseFacts:
    """Record one aid, or its new state when ``what`` (at most 80 characters) is on the list already.

    ``where``: a key of ``WHERE``; ``owner_unit_id``: the ward or a unit at work in the case.
    """
    act = begin(
        "record_aid", case_id, actor=actor, at=at, permission=Permission.PLAN, seen_version=seen_version
    )
    unit_id = str(actor.unit_id)
    data = {
        "unit_id": unit_id,
        "what": _refuse_input(act.facts, what, where, str(owner_unit_id)),
        "where": where,
        "by_day": by_day.isoformat() if by_day else "",
        "owner_unit_id": str(owner_unit_id),
        "in_place": in_place,
        "legal_ground": ground_of(act.facts, unit_id, legal_ground),
    }
    return act.record(*begun_by_answering(act.facts, actor), New("aid_recorded", data))


def _refuse_input(facts: CaseFacts, what: str, where: str, owner: str) -> str:
    text = tidy_text(what, "what", limit=80)
    if not text:
        raise InvalidInput("Hjälpmedlet behöver ett namn.", "Skriv till exempel rullator.", field="what")
    if where not in WHERE:
        raise InvalidInput("Platsen fattas.", "Välj var hjälpmedlet ska finnas.", field="where")
    if owner != facts.ward_id and owner not in {unit.unit_id for unit in facts.active_units}:
        raise InvalidInput(
            "Den som ordnar hjälpmedlet behöver vara med i ärendet.", "Välj en enhet.", field="owner_unit_id"
        )
    return text
