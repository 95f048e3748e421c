"""Påbörja menprövning: the person cannot take a stand, and nobody takes it for them (OSL 25 kap. 1 §, 26 kap. 1 §)."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.actions.free_text import tidy_text
from discharge.rules.facts import CaseFacts
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission

from .plan_act import begin_sip


@transaction.atomic
def start_harm_test(
    *, case_id: UUID, actor: Actor, at: datetime, reason: str, seen_version: int | None = None
) -> CaseFacts:
    """Record that a physician is asked to judge whether the units may meet. ``reason``: how one knows."""
    act = begin_sip(
        "start_harm_test",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.SEE_CASES,
        seen_version=seen_version,
    )
    return act.record(New("harm_test_started", {"reason": tidy_text(reason, "reason", required=True)}))
