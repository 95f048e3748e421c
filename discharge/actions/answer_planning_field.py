"""Fyll i underlag: LUS 2 kap. 6 §. One field at a time; others may answer theirs meanwhile."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts
from discharge.rules.planning_basis import AskedField, asked_fields
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput

from .case_act import begin
from .free_text import tidy_text
from .planning_by_act import begun_by_answering
from .planning_field import own_field, refuse_newer_answer
from .planning_ground import ground_of


@transaction.atomic
def answer_planning_field(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    field: str,
    value: str = "",
    not_applicable: bool = False,
    legal_ground: str = "",
    seen_version: int | None = None,
) -> CaseFacts:
    """Answer one field, or say that it is not relevant. ``field``: a key of ``planning_fields.FIELDS``.

    ``value``: at most 300 characters, or a key of the field's choices; empty when ``not_applicable``.
    Raises FieldChanged when somebody has answered the same field since ``seen_version``.
    """
    act = begin(
        "answer_planning_field",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.PLAN,
        seen_version=seen_version,
    )
    asked = own_field(act.facts, actor, field)
    value = "" if not_applicable else _tidy(asked, value)
    typed = "Ej aktuellt" if not_applicable else asked.field.words(value)
    refuse_newer_answer(asked, actor, seen_version, typed)
    ground = ground_of(act.facts, asked.unit_id, legal_ground)
    answer = {
        "field": field,
        "value": value,
        "not_applicable": not_applicable,
        "unit_id": asked.unit_id,
        "legal_ground": ground,
    }
    return act.record(
        *begun_by_answering(act.facts, actor),
        New("planning_field_answered", answer),
        *_completed(act.facts, asked),
    )


def _tidy(asked: AskedField, value: str) -> str:
    choices = asked.field.choices
    if choices and value not in choices:
        raise InvalidInput("Svaret finns inte bland dem som går att välja.", "Välj ett svar.", field="value")
    if not value.strip():
        raise InvalidInput(
            "Ett svar behövs.", "Skriv svaret, eller svara Vet ej eller Ej aktuellt.", field="value"
        )
    return tidy_text(value, "value")


def _completed(facts: CaseFacts, answered: AskedField) -> list[New]:
    """Return the news that nothing is left to answer, if this was the last field."""
    asked = asked_fields(facts)
    others = [one for one in asked if one.field.key != answered.field.key]
    if answered.is_settled or not all(one.is_settled for one in others):
        return []
    return [New("planning_basis_completed", {"fields": len(asked)})]
