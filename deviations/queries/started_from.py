"""Utgår från: what a report can be filled in with when it begins at a case, one of its events, or a passed clock."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from deviations.rules.choices import CARE_FORM_OF_CASE, ROLE_OF_ASSIGNMENT, age_band
from deviations.rules.prefill import Suggestion, suggested_by
from discharge.events import EVENTS
from discharge.queries.case_page import CasePage, case_page
from discharge.queries.shown_person import age_on, is_child
from discharge.rules.duties import DUTIES
from discharge.rules.facts import PSYCHIATRIC_CARE
from lus.organisations.actor import Actor
from lus.organisations.models import Unit
from lus.swedish_time import is_weekday, local_date


@dataclass(frozen=True, slots=True)
class StartedFrom:
    """``filled``: values by field of the form. ``what``, ``when``, ``who``: the event or clock, None without one."""

    page: CasePage | None = None
    what: str = ""
    when: datetime | None = None
    who: str = ""
    filled: dict[str, Any] = field(default_factory=dict)

    @property
    def parties(self) -> list[Unit]:
        """The units of the case, by name."""
        if self.page is None:
            return []
        facts = self.page.facts
        ids = {facts.ward_id, *(unit.unit_id for unit in facts.units)}
        return sorted((self.page.units[one] for one in ids), key=lambda unit: unit.name)


def started_from(
    viewer: Actor,
    case_id: UUID | None,
    *,
    at: datetime,
    event_id: str = "",
    clock: str = "",
    unit_id: str = "",
) -> StartedFrom:
    """Return what is known. ``clock``: a duty's code, owed by ``unit_id``. What does not exist fills in nothing.

    Raises NotThere for a case of others. Logs the patient.
    """
    filled: dict[str, Any] = {
        "event_date": local_date(at),
        "reporter_role": ROLE_OF_ASSIGNMENT.get(viewer.role, ""),
    }
    if case_id is None:
        return StartedFrom(filled=filled)
    page = case_page(viewer, case_id, at=at, action="report_deviation")
    care_form = page.case.care_form
    filled |= _about(page, at) | {
        "care_form": CARE_FORM_OF_CASE.get(care_form, care_form),
        "patient_consent": "not_relevant",
    }
    return _from_event(page, viewer, event_id, filled) or _from_clock(
        page, viewer, clock, unit_id, filled, at
    )


def _about(page: CasePage, at: datetime) -> dict[str, Any]:
    """Return the age group and marks that the case tells; of a protected person nothing."""
    person, day = page.case.person, local_date(at)
    if person.is_protected:
        return {}
    flags = ["children"] if is_child(person.birth_date, day) else []
    if page.case.care_form in PSYCHIATRIC_CARE:
        flags.append("psychiatry_addiction")
    if not is_weekday(day):
        flags.append("weekend_evening")
    age = age_on(person.birth_date, day)
    return {"flags": flags} | ({"age_band": age_band(age)} if age is not None else {})


def _from_event(page: CasePage, viewer: Actor, event_id: str, filled: dict[str, Any]) -> StartedFrom | None:
    event = next((one for one in page.facts.events if one.event_id == event_id), None)
    if event is None or event.name not in EVENTS:
        return None
    suggestion = suggested_by("event", event.name)
    more = _filled(suggestion, event.unit_id, viewer, local_date(event.happened_at))
    return StartedFrom(
        page, EVENTS[event.name].label, event.recorded_at, event.unit_name or event.actor_name, filled | more
    )


def _from_clock(
    page: CasePage, viewer: Actor, clock: str, unit_id: str, filled: dict[str, Any], at: datetime
) -> StartedFrom:
    owed = next((one for one in page.clocks if (one.code, str(one.unit_id)) == (clock, unit_id)), None)
    if owed is None or owed.code not in DUTIES:
        return StartedFrom(page, filled=filled)
    day = local_date(min(owed.due_at or at, at))
    more = _filled(suggested_by("clock", owed.code), unit_id, viewer, day)
    unit = page.units.get(unit_id)
    what = DUTIES[owed.code].verb if "{" in DUTIES[owed.code].sentence else DUTIES[owed.code].sentence
    return StartedFrom(page, what, owed.due_at, unit.name if unit else "", filled | more)


def _filled(suggestion: Suggestion | None, unit_id: str | None, viewer: Actor, day: date) -> dict[str, Any]:
    more: dict[str, Any] = {"event_date": day}
    if suggestion is not None:
        more |= {"code": suggestion.code, "process_step": suggestion.step}
    if unit_id and unit_id != str(viewer.unit_id):
        more["addressed_unit_id"] = unit_id
    return more
