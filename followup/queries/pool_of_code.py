"""Kodens pott: which unit's survey a code is for, and whether it may still be answered."""

from datetime import datetime, timedelta

from followup.models import CodePool
from lus.one_time.codes import Code
from lus.refusals import Refused
from lus.swedish_time import local_date

PURPOSE = "survey"


class SurveyClosed(Refused):
    """The code is good, and its quarter is over."""

    status, code, title = 409, "survey-closed", "Enkäten har stängt"


def pool_of_code(code: Code, *, at: datetime) -> CodePool:
    """Return the pool of ``code``, with its round and template. Raises SurveyClosed."""
    pool = CodePool.objects.select_related("round__template").get(pk=code.subject_id)
    closes_at = pool.round.closes_at
    if at >= closes_at:
        last = local_date(closes_at - timedelta(seconds=1))
        raise SurveyClosed(f"Enkäten stängde {last}.", "Tack för att du ville svara.")
    return pool
