"""Besvara en punkt i hemgångslistan (intern rutin): yes, no or not applicable, by the units that own the point."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.queries.checklists import checklist_of
from discharge.rules.facts import CaseFacts
from discharge.rules.home_ready.automatic import AUTOMATIC
from discharge.rules.home_ready.checklist import Point
from discharge.rules.home_ready.owners import sides_of
from discharge.rules.home_ready.standing import home_ready
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput

from .acknowledge_by_act import acknowledged_by_acting
from .case_act import begin
from .free_text import tidy_text

ANSWERS = {"yes": "Ja", "no": "Nej", "not_applicable": "Ej aktuellt"}


@transaction.atomic
def answer_home_ready_point(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    point: str,
    answer: str,
    comment: str = "",
    planned_at: datetime | None = None,
    responsible_id: UUID | None = None,
    seen_version: int | None = None,
) -> CaseFacts:
    """Answer ``point`` (``CL-K2``) for the actor's own side; the ward also answers for the person.

    A no on a blocking point needs ``planned_at`` and ``responsible_id`` (a unit of the case), a not applicable
    on one needs a ``comment``. Raises InvalidInput for those, and for a point that is not the unit's to answer.
    """
    act = begin(
        "answer_home_ready_point",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.ANSWER_HOME_READY,
        seen_version=seen_version,
    )
    found = _point(act.facts, point)
    sides = _sides(act.facts, actor, found)
    text = tidy_text(comment, "comment")
    responsible = str(responsible_id) if responsible_id and answer == "no" else ""
    _check(act.facts, found, answer, text, planned_at, responsible, at)
    return act.record(
        *acknowledged_by_acting(act.facts, actor),
        New(
            "home_ready_point_answered",
            {
                "point": found.id,
                "text": found.text,
                "answer": answer,
                "comment": text,
                "planned_at": planned_at.isoformat() if planned_at and answer == "no" else None,
                "responsible_id": responsible,
                "sides": sides,
                "unit_id": str(actor.unit_id),
                "checklist": act.facts.home.checklist,
            },
        ),
    )


def _point(facts: CaseFacts, point: str) -> Point:
    shown = home_ready(facts, checklist_of(facts.home.checklist))
    item = next((item for item in shown.points if item.point.id == point), None)
    if item is None:
        raise InvalidInput("Punkten gäller inte det här ärendet.", "Välj en punkt i listan.", field="point")
    if AUTOMATIC.get(item.point.auto):
        raise InvalidInput(
            "Punkten besvaras av sig själv när steget är taget.",
            "Ta steget i ärendet i stället.",
            field="point",
        )
    return item.point


def _sides(facts: CaseFacts, actor: Actor, point: Point) -> list[str]:
    mine = sides_of(facts, str(actor.unit_id))
    sides: list[str] = [side for side in point.owners if side in mine]
    if not sides:
        raise InvalidInput(
            "Punkten ägs av en annan enhet.", "Be enheten som äger punkten att svara.", field="point"
        )
    return sides


def _check(
    facts: CaseFacts,
    point: Point,
    answer: str,
    comment: str,
    planned_at: datetime | None,
    responsible: str,
    at: datetime,
) -> None:
    if answer not in ANSWERS:
        raise InvalidInput("Svaret behöver anges.", "Välj ja, nej eller ej aktuellt.", field="answer")
    if responsible and responsible != facts.ward_id and not _is_active(facts, responsible):
        raise InvalidInput("Enheten är inte med i ärendet.", "Välj en berörd enhet.", field="responsible_id")
    if not point.blocking:
        return
    if answer == "not_applicable" and not comment:
        raise InvalidInput(
            "Punkten är viktig för hemgången.", "Skriv varför den inte är aktuell.", field="comment"
        )
    if answer == "no" and (planned_at is None or planned_at < at):
        raise InvalidInput(
            "Nej behöver en tid när det är löst.", "Ange en tid som inte har passerat.", field="planned_at"
        )
    if answer == "no" and not responsible:
        raise InvalidInput(
            "Nej behöver en ansvarig enhet.", "Välj enheten som löser det.", field="responsible_id"
        )


def _is_active(facts: CaseFacts, unit_id: str) -> bool:
    unit = facts.unit(unit_id)
    return unit is not None and unit.is_active
