"""The line under an event about consent: which kind, who, until when. Why somebody judged stays with who judged."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from discharge.actions.record_harm_test import OUTCOMES
from discharge.queries.shown_page import ShownPage
from discharge.rules.facts_of_consents import CONSENT_GIVEN_BY, CONSENT_KINDS
from lus.swedish_time import local_date
from lus.web.words import day

Data = Mapping[str, Any]


def _about(data: Data, page: ShownPage, at: datetime) -> str:
    kind = CONSENT_KINDS.get(data["kind"], data["kind"])
    until = data.get("valid_until", "")
    last = f" till och med {day(date.fromisoformat(until), local_date(at))}" if until else ""
    by = data.get("given_by", "")
    who = f" {CONSENT_GIVEN_BY[by]}." if by in CONSENT_GIVEN_BY and by != "self" else ""
    return f"{kind}{last}.{who}"


def _judged(data: Data, page: ShownPage, at: datetime) -> str:
    until = data.get("review_on", "")
    last = f" Till och med {day(date.fromisoformat(until), local_date(at))}." if until else ""
    return f"{OUTCOMES.get(data['outcome'], '')}.{last}"


CONSENT_NOTES: dict[str, Callable[[Data, ShownPage, datetime], str]] = {
    "consent_recorded": _about,
    "consent_withdrawn": _about,
    "harm_test_started": lambda data, page, at: "Personen kan inte ta ställning.",
    "harm_test_recorded": _judged,
}
