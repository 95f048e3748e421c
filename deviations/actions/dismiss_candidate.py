"""Inte en avvikelse (intern rutin): the unit says why the record is no reason to report. Nobody else is told."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from deviations.models import Candidate
from deviations.rules.candidates.offer_states import REASONS
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput

from .answer_candidate import taken_offer


@transaction.atomic
def dismiss_candidate(*, candidate_id: UUID, actor: Actor, at: datetime, reason: str) -> Candidate:
    """Dismiss the offer. ``reason``: a key of ``REASONS``. Raises NotThere, CandidateTaken, InvalidInput."""
    actor.require(Permission.REPORT_DEVIATION)
    row = taken_offer(actor, candidate_id)
    if reason not in REASONS:
        raise InvalidInput("Varför det inte är en avvikelse behövs.", "Välj ur listan.", field="reason")
    row.state, row.reason, row.answered_at = "dismissed", reason, at
    row.save(update_fields=["state", "reason", "answered_at"])
    return row
