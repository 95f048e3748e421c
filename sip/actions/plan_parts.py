"""Planens delar, HSL 16 kap. 4 §: what a plan that is made and one that is linked both say."""

from datetime import date, datetime, timedelta
from typing import Any

from discharge.actions.case_act import refuse
from discharge.actions.free_text import tidy_text
from discharge.rules.facts import CaseFacts
from discharge.rules.facts_of_sip import PRINCIPALS
from discharge.rules.refusal import Refusal
from lus.events.record import New
from lus.refusals import InvalidInput
from lus.swedish_time import local_date

GOALS_LIMIT = 600
# Later than that nobody plans a follow-up. Assumption: the handbook says at the latest after six months.
LATEST_FOLLOW_UP = timedelta(days=366)


def checked_plan(
    facts: CaseFacts, goals: str, responsible: str, follow_up_on: date | None, at: datetime
) -> dict[str, Any]:
    """Return the plan's data, checked: the next version, goals, who answers for it, the follow-up."""
    goals = goals.strip()
    if not goals:
        raise InvalidInput("Målen fattas.", "Skriv målen kort, med personens ord.", field="goals")
    if responsible not in PRINCIPALS:
        raise InvalidInput(
            "Det övergripande ansvaret fattas.", "Välj region eller kommun.", field="responsible"
        )
    return {
        "version": facts.sip.version + 1,
        "goals": tidy_text(goals, "goals", limit=GOALS_LIMIT),
        "responsible": responsible,
        "follow_up_on": follow_up_day(follow_up_on, "follow_up_on", at),
    }


def follow_up_day(day: date | None, field: str, at: datetime) -> str:
    """Return the day as it is kept, "" for none. Raises InvalidInput for a day that is past or too far away."""
    if day is None:
        return ""
    today = local_date(at)
    if not today <= day <= today + LATEST_FOLLOW_UP:
        raise InvalidInput(
            "Uppföljningen kan inte vara den dagen.", "Välj en dag från i dag och ett år framåt.", field=field
        )
    return day.isoformat()


def consent_to_plan(consented: bool, kind: str = "sip_create", given_by: str = "self") -> New:
    """Samtycke till planen, LUS 4 kap. 2 §: without it no plan is made. Raises ``consent-missing``.

    ``kind``: ``shared_record`` for a care plan under ÖPT and ÖRV; ``given_by``: a key of ``GIVEN_BY``.
    """
    if not consented:
        refuse(
            Refusal(
                "consent-missing",
                "Samtycke saknas",
                "En SIP görs bara när personen samtycker till den.",
                "Fråga personen, och kryssa för samtycket.",
            ),
            field="consented",
        )
    return New("consent_recorded", {"kind": kind, "state": "given", "given_by": given_by, "form": "oral"})
