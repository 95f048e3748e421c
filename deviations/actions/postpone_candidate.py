"""Senare (intern rutin): the offer stands last among the unit's own, until somebody answers it or it is too old."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from deviations.models import Candidate
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission

from .answer_candidate import taken_offer


@transaction.atomic
def postpone_candidate(*, candidate_id: UUID, actor: Actor, at: datetime) -> Candidate:
    """Put the offer off. Again changes nothing. Raises NotThere, CandidateTaken."""
    actor.require(Permission.REPORT_DEVIATION)
    row = taken_offer(actor, candidate_id)
    row.state = "later"
    row.save(update_fields=["state"])
    return row
