"""Ta fram enkätkoder: a unit's codes of the quarter, to be given out on paper. Shown once, kept as hashes."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import F

from followup.models import CodePool
from followup.queries.pool_of_code import PURPOSE
from followup.rules.quarter import read_quarter
from followup.rules.questionnaire import KINDS
from lus.one_time.codes import issue_code
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput

from .standing_round import pool_of

MOST = 50
# A code is known for a year after its round, so that a late answer is told when the survey closed.
KNOWN_AFTER = timedelta(days=365)


@dataclass(frozen=True, slots=True, repr=False)
class DrawnCodes:
    """``codes``: as they are printed. ``last_day``: the last Swedish day on which they are taken."""

    kind: str
    quarter: str
    last_day: date
    codes: tuple[str, ...]

    def __repr__(self) -> str:
        return f"<DrawnCodes {self.kind} {len(self.codes)}>"


@transaction.atomic
def draw_survey_codes(*, actor: Actor, at: datetime, kind: str, count: int) -> DrawnCodes:
    """Draw ``count`` codes of the actor's own unit. Raises InvalidInput for an unknown kind or count.

    All codes of a quarter hold from its first day, so that no row tells at which meeting it was drawn, or by whom.
    """
    actor.require(Permission.SEE_CASES)
    if kind not in KINDS:
        raise InvalidInput("Det finns ingen sådan enkät.", "Välj vem som ska svara.", field="kind")
    if not 1 <= count <= MOST:
        raise InvalidInput(f"Antalet är {count}.", f"Ange 1 till {MOST} koder.", field="count")
    assert actor.unit_id is not None
    pool = pool_of(kind, actor.unit_id, at=at)
    quarter = read_quarter(pool.round.quarter)
    times = {"valid_from": quarter.opens_at, "valid_until": quarter.closes_at + KNOWN_AFTER, "at": at}
    codes = tuple(issue_code(PURPOSE, pool.pk, **times) for _ in range(count))
    CodePool.objects.filter(pk=pool.pk).update(drawn=F("drawn") + count)
    return DrawnCodes(kind, str(quarter), quarter.last_answer_day, codes)
