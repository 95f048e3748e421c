"""Planens delar, HSL 16 kap. 4 §: what a plan that is made and one that is linked both say."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from discharge.actions.case_act import refuse
from discharge.actions.consent_answer import Answered, consent_given
from discharge.actions.free_text import tidy_text
from discharge.rules.consent_refusals import asks_consent
from discharge.rules.facts import CaseFacts
from discharge.rules.facts_of_sip import PRINCIPALS
from discharge.rules.refusal import Refusal
from lus.events.record import New
from lus.refusals import InvalidInput
from lus.swedish_time import local_date
from sip.rules.document.evaluation import latest_follow_up

GOALS_LIMIT = 600


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
        "follow_up_on": follow_up_day(follow_up_on, "follow_up_on", facts, at),
    }


def follow_up_day(day: date | None, field: str, facts: CaseFacts, at: datetime) -> str:
    """Return the day as it is kept, "" for none. Raises InvalidInput for a day that is past or too far away."""
    if day is None:
        return ""
    today = local_date(at)
    last = latest_follow_up(today, facts)
    if not today <= day <= last:
        raise InvalidInput(
            "Uppföljningen kan inte vara den dagen.",
            f"Välj en dag från i dag till och med {last.isoformat()}.",
            field=field,
        )
    return day.isoformat()


def consent_to_plan(
    facts: CaseFacts,
    consented: bool,
    at: datetime,
    kind: str = "sip_create",
    given_by: Sequence[str] = ("self",),
) -> list[New]:
    """Samtycke till planen, LUS 4 kap. 2 §: without it no plan is made. Raises ``consent-missing``.

    One that is in force is not asked for again; else each of ``given_by`` gives it now. ``kind``:
    ``shared_record`` for a care plan under ÖPT and ÖRV. On a harm test where the local routine lets it, nobody does.
    """
    if not asks_consent(facts, at, of_records=kind == "shared_record"):
        return []
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
    return [consent_given(kind, Answered(one), at=at, facts=facts) for one in given_by]
