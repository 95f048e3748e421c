"""Återanvänd mål, HSL 16 kap. 4 §: take goals along from the person's earlier plan instead of writing them anew."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.actions.case_act import refuse
from discharge.rules.facts import CaseFacts
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput
from sip.queries.older_goals import older_goals
from sip.rules.document.goals_to_reuse import OldGoal
from sip.rules.document.who_writes import refuse_writer

from .document_act import DocumentAct, begin_document
from .save_plan_row import saved_row


@transaction.atomic
def reuse_goals(*, case_id: UUID, actor: Actor, at: datetime, goals: Collection[UUID]) -> CaseFacts:
    """Save each of ``goals`` as a row of the draft. ``goals``: ids out of ``older_goals``.

    Raises InvalidInput for none, and for one that is not offered; a goal that a colleague took meanwhile is no longer
    offered, and nothing is written twice.
    """
    act = begin_document("reuse_goals", case_id, actor=actor, at=at, permission=Permission.SEE_CASES)
    if not goals:
        raise InvalidInput("Inget mål är valt.", "Välj minst ett mål.", field="goals")
    found = older_goals(actor, act.plan, act.document, at=at)
    offered = {goal.id: goal for goal in found.goals} if found else {}
    if not {str(goal) for goal in goals} <= offered.keys():
        raise InvalidInput(
            "Ett av målen går inte att ta med längre.", "Läs in sidan och välj igen.", field="goals"
        )
    chosen = {str(goal) for goal in goals}
    return act.record(*(_row(act, goal, chosen) for goal in offered.values() if goal.id in chosen))


def _row(act: DocumentAct, goal: OldGoal, chosen: Collection[str]) -> New:
    """A sub-goal stands alone when what it was part of is left behind."""
    values = {name: text for name, text in goal.values.items() if name != "part_of" or text in chosen}
    held = act.document.row(goal.id)
    refuse(refuse_writer(act.writer, "goal", held, values))
    return saved_row(goal.id, "goal", values, held.row_version + 1 if held else 1)
