"""*Utskrivningsinformation* in plain Swedish: what the patient takes home, from the case and the ward's own words.

The same sections make the page, its large print and the PDF. Days are written out: paper does not know what today is.
Nothing here is guessed: what is not known is left out,
or said to be unknown with whom to ask.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from discharge.actions.write_patient_summary import FIELDS
from discharge.queries.case_page import CasePage
from discharge.queries.ward_only import reads_more
from discharge.rules.facts import MUNICIPAL_ROLES, OUTPATIENT_ROLES, ConcernedUnit
from discharge.rules.facts_of_sip import PLANNED
from discharge.rules.follow_up_call import call_is_open, caller, window_words
from discharge.rules.patient_summary import is_child, may_be_read_by_receivers
from discharge.rules.swedish_words import short_moment
from lus.organisations.actor import Actor
from lus.swedish_time import local_date
from lus.web.words import day

Words = dict[str, Any]
ADVICE_LINE = "1177"  # open day and night, the whole country
EMERGENCY = "112"


def may_read(page: CasePage, viewer: Actor) -> bool:
    """Whether the viewer may read the patient's information: the ward, and the others when it is sent to them."""
    if not page.facts.leaving.summaries or page.facts.deceased_at or page.facts.entered_in_error_at:
        return False
    return reads_more(viewer, page.facts) or may_be_read_by_receivers(page.facts)


def letter(page: CasePage, at: datetime) -> Words:
    """Return ``{heading, about, sections: list of {heading, lines}}``, all of it in words for the patient."""
    written, person = page.facts.leaving.summaries[-1], page.case.person
    sections = [
        *((FIELDS[name], getattr(written, name).splitlines()) for name in ("done", "medicines", "watch_for")),
        ("Det här startar", _starts(page)),
        ("Din fasta vårdkontakt", _contact(page)),
        ("Nästa kontakt", _next(page)),
        ("Vem du ringer", _whom_to_call(page)),
        ("Om hjälpen inte kommer", _if_nobody_comes(page)),
    ]
    if is_child(person.birth_date, local_date(at)):
        sections.append((FIELDS["guardians"], _guardians(written.guardians)))
    return {
        "heading": "Information när du åker hem",
        "about": _about(page, at),
        "sections": [
            {"heading": heading, "lines": [line for line in lines if line.strip()]}
            for heading, lines in sections
        ],
    }


def _about(page: CasePage, at: datetime) -> list[str]:
    person, left = page.case.person, page.facts.discharged_at
    today = local_date(at)
    when = f"Du lämnade sjukhuset {day(local_date(left), today)}." if left else ""
    # The name of a protected person stands nowhere; somebody writes it by hand.
    name = (
        f"Ärende {page.case.reference}"
        if person.is_protected
        else f"Till {person.given_name} {person.family_name}"
    )
    return [line for line in (name, f"Från {page.case.ward.name}", when) if line]


def _receivers(page: CasePage, roles: Iterable[str]) -> list[ConcernedUnit]:
    return [unit for unit in page.facts.active_units if unit.role in roles]


def _phone(page: CasePage, unit_id: str) -> str:
    """``Nacka kommun, telefon 08-1``; without a number only the name."""
    unit = page.units[unit_id]
    return f"{unit.name}, telefon {unit.phone}" if unit.phone else unit.name


def _starts(page: CasePage) -> list[str]:
    lines = []
    for unit in page.facts.active_units:
        name = page.units[unit.unit_id].name
        if unit.ready_at is None:
            lines.append(f"{name}: är inte klara än. Fråga avdelningen.")
            continue
        first = f" Första kontakt {short_moment(unit.first_contact_at)}." if unit.first_contact_at else ""
        lines.append(f"{name}: {unit.ready_what.rstrip('.')}.{first}")
    return lines or ["Ingen hjälp hemma är planerad."]


def _contact(page: CasePage) -> list[str]:
    contact = page.facts.care_contact
    if contact is None:
        units = _receivers(page, OUTPATIENT_ROLES)
        ask = f" Fråga {_phone(page, units[0].unit_id)}." if units else ""
        return [f"Ingen är utsedd än.{ask}"]
    unit = page.units.get(contact.unit_id)
    hours = f" ({contact.phone_function})" if contact.phone_function else ""
    who = f"{contact.name}, {contact.title}{f', {unit.name}' if unit else ''}."
    return [who, f"Telefon {contact.phone}{hours}." if contact.phone else ""]


def _next(page: CasePage) -> list[str]:
    facts, lines = page.facts, []
    who = caller(facts)
    if call_is_open(facts) and who is not None:
        when = (
            window_words(facts.discharged_at) if facts.discharged_at else "två till tre dagar efter hemresan"
        )
        lines.append(f"{page.units[who].name} ringer dig {when}.")
    meeting = facts.sip.meeting_at
    if facts.sip.state == "summoned" and meeting is not None:
        lines.append(f"Möte om din samordnade plan (SIP): {short_moment(meeting)}, {facts.sip.place}.")
    if facts.sip.state in PLANNED:
        lines.append("Du har en samordnad individuell plan (SIP).")
    return lines or ["Inget samtal eller möte är planerat här. Fråga avdelningen om återbesök."]


def _whom_to_call(page: CasePage) -> list[str]:
    contact = page.facts.care_contact
    care = [_phone(page, unit.unit_id) for unit in _receivers(page, OUTPATIENT_ROLES)]
    first = f"{contact.name}, telefon {contact.phone}" if contact and contact.phone else ""
    by_day = " eller ".join(name for name in (first, *care) if name)
    home = [_phone(page, unit.unit_id) for unit in _receivers(page, MUNICIPAL_ROLES)]
    ward = page.case.ward
    return [
        f"Vardagar, om din vård: {by_day}." if by_day else "",
        f"Om hjälp hemma: {' eller '.join(home)}." if home else "",
        f"Kväll, natt och helg: ring {ADVICE_LINE}.",
        f"Fara för livet: ring {EMERGENCY}.",
        f"Frågor om tiden på sjukhuset: {ward.name}{f', telefon {ward.phone}' if ward.phone else ''}.",
    ]


def _if_nobody_comes(page: CasePage) -> list[str]:
    home = [_phone(page, unit.unit_id) for unit in _receivers(page, MUNICIPAL_ROLES)]
    ring = f"Ring {home[0]}." if home else "Ring din vårdcentral."
    return [ring, f"Svarar ingen: ring {ADVICE_LINE}.", f"Vänta inte om du mår dåligt. Ring {EMERGENCY}."]


def _guardians(text: str) -> list[str]:
    told = text.splitlines() or ["Fråga avdelningen om något är oklart."]
    return [*told, "Berätta för barnet vad som händer, så att barnet förstår."]
