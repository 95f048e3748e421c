"""Omfattas av lagen: the marker is taken away, and the statute's clocks run as if it had never been there."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.queries.agreements import start_of
from discharge.rules.facts import CaseFacts
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission

from .case_act import CaseAct, begin
from .free_text import tidy_text
from .mark_ready_for_discharge import grace_started


@transaction.atomic
def mark_covered_by_act(
    *, case_id: UUID, actor: Actor, at: datetime, reason: str, seen_version: int | None = None
) -> CaseFacts:
    """Say that the act covers the patient after all, with the reason in words."""
    act = begin(
        "mark_covered_by_act",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.REGISTER_STAY,
        seen_version=seen_version,
    )
    data = {"reason": tidy_text(reason, "reason", required=True)}
    return act.record(New("marked_covered_by_act", data), *_count(act))


def _count(act: CaseAct) -> list[New]:
    spell = act.facts.open_spell
    return grace_started(start_of(act.agreement_on, spell.sent_at)) if spell else []
