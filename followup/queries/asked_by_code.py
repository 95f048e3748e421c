"""Enkätens frågor: what a pool's round asks, as it was published."""

from followup.models import CodePool
from followup.rules.questionnaire import Questionnaire, read_questionnaire


def asked_in(pool: CodePool) -> Questionnaire:
    """Return the questions of the pool's round (with its template loaded)."""
    row = pool.round.template
    told = {"kind": row.kind, "version": row.version, "language": row.language, **row.content}
    return read_questionnaire(told)
