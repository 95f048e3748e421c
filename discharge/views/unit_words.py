"""*Berörda enheter*: the letter, how far the unit has come, and how to reach it right now."""

from datetime import datetime
from typing import Any

from django.urls import reverse

from discharge.queries.case_page import CasePage
from discharge.queries.recipients import letter_of
from discharge.rules.facts import ConcernedUnit
from lus.opening_hours import Hours, closes_at, is_open, next_opening
from lus.swedish_time import local_date
from lus.web.words import WEEKDAYS, age, clock, moment

from .care_worker_words import care_worker_row
from .forwarded_words import claim_words, one_row_each

Words = dict[str, Any]

# state of the rules → (look of the letter's box, word)
STATES: dict[str, tuple[str, str]] = {
    "new": ("ny", "Ny"),
    "acknowledged": ("kvitt", "Kvitterad"),
    "unknown_patient": ("kvitt", "Ej känd"),
    "in_progress": ("pagar", "Pågår"),
    "ready_to_receive": ("klar", "Klar"),
    "declined": ("fel", "Avvisat"),
    "wrong_recipient": ("fel", "Fel mottagare"),
    "forwarded": ("pagar", "Vidaresänd"),
    "removed": ("fel", "Borttagen"),
}
WEEK = 7


def unit_rows(page: CasePage, acts: list[str], at: datetime) -> list[Words]:
    """Return the concerned units, the care contact's slot, and last the ward with its telephone."""
    rows = {unit.unit_id: _row(page, unit, acts, at) for unit in page.facts.units}
    return [*one_row_each(page.facts, rows), _contact(page, acts, at), *care_worker_row(page, at)]


def ward_row(page: CasePage, at: datetime) -> Words:
    """Return the ward: its name, telephone and hours."""
    return {"name": page.case.ward.name, **reach(page, page.facts.ward_id, at)}


def _row(page: CasePage, unit: ConcernedUnit, acts: list[str], at: datetime) -> Words:
    look, word = STATES[unit.state]
    if unit.state == "new" and unit.told_at:
        word = f"Ny {age(unit.told_at, at)}"
    known = page.units.get(unit.unit_id)
    row = {
        "letter": letter_of(unit.role),
        "state": look,
        "name": known.name if known else "",
        "word": word,
        "detail": " · ".join(
            part for part in (_detail(unit, page, at), claim_words(page, unit.unit_id)) if part
        ),
        **reach(page, unit.unit_id, at),
    }
    if unit.state == "wrong_recipient" and not unit.replaced_by and "redirect_notice" in acts:
        verb = "Skicka till föreslagen enhet" if unit.suggested_unit_id else "Välj ny mottagare"
        return {**row, "verb": verb, "url": reverse("redirect_notice", args=[page.case.pk])}
    return row


def _detail(unit: ConcernedUnit, page: CasePage, at: datetime) -> str:
    if unit.state == "ready_to_receive" and unit.ready_what:
        first = f", första kontakt {moment(unit.first_contact_at, at)}" if unit.first_contact_at else ""
        return f"{unit.ready_what}{first}"
    if unit.state == "wrong_recipient" and unit.replaced_by:
        other = page.units.get(unit.replaced_by)
        return f"Ersatt av {other.name}" if other else "Ersatt"
    return f"Kvitterat {moment(unit.acknowledged_at, at)}" if unit.acknowledged_at else ""


def _contact(page: CasePage, acts: list[str], at: datetime) -> Words:
    contact = page.facts.care_contact
    if contact is None:
        row: Words = {"letter": "F", "state": "saknas", "name": "Fast vårdkontakt", "word": "Ej utsedd"}
        if "name_care_contact" in acts:
            row |= {"verb": "Utse", "url": reverse("name_care_contact", args=[page.case.pk])}
        return row
    unit = page.units.get(contact.unit_id)
    return {
        "letter": "F",
        "state": "klar",
        "name": contact.name,
        "word": f"Utsedd {moment(contact.named_at, at)}",
        "detail": f"Fast vårdkontakt, {contact.title}{f' · {unit.name}' if unit else ''}",
        "phone": contact.phone,
        "hours": contact.phone_function,
    }


def reach(page: CasePage, unit_id: str, at: datetime) -> Words:
    """Return ``{phone, hours}``: is somebody there now, and if not, when."""
    unit = page.units.get(unit_id)
    hours = page.hours.get(unit_id)
    return {"phone": unit.phone if unit else "", "hours": hours_words(hours, at) if hours else ""}


def hours_words(hours: Hours, at: datetime) -> str:
    """``öppet dygnet runt``, ``öppet till 16.30``, ``öppnar 09.00``, ``stängt till mån 08.00``."""
    if is_open(hours, at):
        closes = closes_at(hours, at)
        return f"öppet till {near_clock(closes, at)}" if closes else "öppet dygnet runt"
    opens = next_opening(hours, at)
    if opens is None:
        return "stängt"
    return (
        f"öppnar {clock(opens)}"
        if local_date(opens) == local_date(at)
        else f"stängt till {near_clock(opens, at)}"
    )


def near_clock(instant: datetime, at: datetime) -> str:
    """``16.30``, ``i morgon 08.00``, ``mån 08.00`` within a week, else with the date."""
    ahead = (local_date(instant) - local_date(at)).days
    if ahead == 0:
        return clock(instant)
    if 1 < ahead < WEEK:
        return f"{WEEKDAYS[local_date(instant).weekday()]} {clock(instant)}"
    return moment(instant, at)
