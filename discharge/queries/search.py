"""Sök: the viewer's own cases by case code or by the patient's number. Logs whoever is shown."""

import re
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, Q

from discharge.models import Case
from lus.access_log.log import log_shown
from lus.organisations.actor import Actor
from lus.persons.identifiers import parse
from lus.swedish_time import local_date

from .shown_person import ShownPerson, shown
from .visible import readable_cases

CODE = re.compile(r"[A-Za-z](\d[A-Za-z]){2,3}", re.ASCII)  # as new_reference makes them
MOST = 20


@dataclass(frozen=True, slots=True)
class FoundCase:
    case: Case
    person: ShownPerson


def find_cases(viewer: Actor, text: str, *, at: datetime) -> tuple[FoundCase, ...]:
    """Return the viewer's cases, open first and newest first, that ``text`` points at.

    ``text``: a case code such as N4K7P, or a number as typed. Raises InvalidIdentifier when it is neither.
    """
    found = (
        readable_cases(viewer)
        .filter(_meant(text.strip(), at))
        .select_related("person", "ward__parent")
        .order_by(F("closed_at").desc(nulls_first=True), "-last_event_at")[:MOST]
    )
    cases = tuple(FoundCase(case, shown(case.person, local_date(at))) for case in found)
    log_shown(viewer, "case_search", [item.person.person_id for item in cases], at=at)
    return cases


def _meant(text: str, at: datetime) -> Q:
    if CODE.fullmatch(text):
        return Q(reference=text.upper())
    number = parse(text, local_date(at))
    return Q(person__identifier_kind=number.kind, person__identifier=number.value)
