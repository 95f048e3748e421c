"""Se efter igen: the cases in which a time has run out since somebody looked, however late the beat comes.

The rows to look at are those of cases with something ahead: they do not grow with history.
"""

import logging
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from deviations.models import CandidateWatch
from discharge.queries.facts import facts_of
from lus.events.models import Stream

from .keep_candidates import expire_offers, keep_offers

logger = logging.getLogger(__name__)
BATCH = 500
TRY_AGAIN_AFTER = timedelta(hours=1)


def look_again(*, at: datetime) -> int:
    """Look at every case that is due, let old offers go, and return how many cases were looked at."""
    due = CandidateWatch.objects.filter(due_at__lte=at).order_by("due_at")
    looked = sum(_look_safely(case_id, at) for case_id in list(due.values_list("pk", flat=True)[:BATCH]))
    expire_offers(at=at)
    return looked


def _look_safely(case_id: UUID, at: datetime) -> bool:
    try:
        return _look(case_id, at)
    except Exception:
        logger.exception("the offers of a case could not be kept")
        CandidateWatch.objects.filter(pk=case_id).update(due_at=at + TRY_AGAIN_AFTER)
        return False


@transaction.atomic
def _look(case_id: UUID, at: datetime) -> bool:
    # Somebody at work in the case does it anyway, or the next beat does.
    if not Stream.objects.select_for_update(skip_locked=True).filter(pk=case_id).exists():
        return False
    keep_offers(facts_of(case_id), at=at)
    return True
