"""What a half-filled admission notice already says: the person, whom to tell, how it will read, when it is due."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils.formats import date_format

from discharge.forms.admission_notice import LATER, NewNoticeForm, patient_of
from discharge.forms.expected_date import OTHER
from discharge.queries.open_case import open_case_of
from discharge.queries.recipients import Receiver, chosen_units, municipality_name, proposed
from discharge.queries.shown_person import age_on
from discharge.rules.admission_notice_due import LIMIT, admission_notice_due
from discharge.rules.recipients import Expected
from lus.organisations.actor import Actor
from lus.organisations.queries import units_by_id
from lus.persons.identifiers import InvalidIdentifier
from lus.persons.queries import find_person
from lus.swedish_time import LocalTimeRefused, local_date, parse_local
from lus.web.words import DeadlineWords, deadline_words

from .person_words import age_words, number_words

UNKNOWN = "–"


@dataclass(frozen=True, slots=True)
class NoticeDraft:
    """``person`` None: not found, and ``trouble`` says why if the number is at fault. ``due``: the 24 hours.

    ``routing_trouble``: why the rules propose no municipal unit, and what to do.
    """

    person: Any
    trouble: str
    is_missing: bool
    card: dict[str, str]
    receivers: list[Receiver]
    routing_trouble: str
    recipients: list[dict[str, Any]]
    preview: list[dict[str, str]]
    due: DeadlineWords | None
    open_case_id: UUID | None


def draft_of(form: NewNoticeForm, actor: Actor, at: datetime) -> NoticeDraft:
    """Return the draft for what stands in ``form``, bound or not. Logs the person who is shown."""
    person, trouble = _person(form, actor, at)
    needs = _needs(form)
    municipality = municipality_name(person.registered_municipality) if person else ""
    receivers, routing_trouble = _receivers(form, person, municipality, needs, actor, at)
    ticked = _ticked(form, receivers)
    return NoticeDraft(
        person=person,
        trouble=trouble,
        is_missing=bool(_said(form, "number")) and person is None,
        card=_card(person, municipality, at) if person else {},
        receivers=receivers,
        routing_trouble=routing_trouble,
        recipients=[_recipient(item, ticked) for item in receivers],
        preview=_preview(form, person, municipality),
        due=_due(form, at),
        open_case_id=open_case_of(actor, person.pk) if person else None,
    )


def _said(form: NewNoticeForm, name: str) -> str:
    """What stands in a field now: typed, or kept."""
    return str(form[name].value() or "").strip()


def _person(form: NewNoticeForm, actor: Actor, at: datetime) -> tuple[Any, str]:
    number, issuer = _said(form, "number"), _said(form, "issuer")
    if not number:
        return None, ""
    try:
        return find_person(actor, number, at, issuer=issuer), ""
    except InvalidIdentifier as error:
        return None, error.message


def _needs(form: NewNoticeForm) -> Expected:
    ticked = form["needs"].value() or []
    health = "municipal_health" in ticked
    return Expected(health, "social_services" in ticked, health or "outpatient" in ticked)


def _receivers(
    form: NewNoticeForm, person: Any, municipality: str, needs: Expected, actor: Actor, at: datetime
) -> tuple[list[Receiver], str]:
    found: list[Receiver] = []
    trouble = ""
    if person is not None:
        patient = patient_of(person, municipality, age_on(person.birth_date, local_date(at)))
        ward = units_by_id([actor.unit_id] if actor.unit_id else []).get(str(actor.unit_id))
        proposal = proposed(patient, needs, ward.care_form if ward else "", on=local_date(at))
        found, trouble = proposal.receivers, proposal.trouble
    by_hand = [*(form["recipients"].value() or []), _said(form, "add_unit")]
    return [*found, *chosen_units([unit_id for unit_id in by_hand if _is_id(unit_id)], found)], trouble


def _is_id(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True


def _ticked(form: NewNoticeForm, receivers: list[Receiver]) -> set[str]:
    """What was ticked stays so; what is proposed for the first time is ticked if the rules are sure."""
    seen = form.shown_units()
    asked = {*(form["recipients"].value() or []), _said(form, "add_unit")}
    return {
        item.unit_id
        for item in receivers
        if item.is_locked or item.unit_id in asked or (item.is_chosen and item.unit_id not in seen)
    }


def _recipient(item: Receiver, ticked: set[str]) -> dict[str, Any]:
    return {
        "letter": item.letter,
        "name": item.name,
        "why": item.why,
        "value": item.unit_id,
        "locked": item.is_locked,
        "off": item.unit_id not in ticked,
    }


def _card(person: Any, municipality: str, at: datetime) -> dict[str, str]:
    address = (
        "Skyddad adress"
        if person.is_protected
        else ", ".join(part for part in (person.street, municipality or person.town) if part)
    )
    listed = person.listed_unit.name if person.listed_unit and not person.is_protected else ""
    return {
        "name": f"{person.family_name}, {person.given_name}",
        "age": age_words(age_on(person.birth_date, local_date(at))),
        "address": " · ".join(part for part in (address, listed) if part),
    }


def _preview(form: NewNoticeForm, person: Any, municipality: str) -> list[dict[str, str]]:
    """Exactly the four items of LUS 2 kap. 2 §."""
    if person is not None:
        name = f"{person.given_name} {person.family_name}"
        number = number_words(person.identifier_kind, person.identifier)
        street, place = person.street, municipality or person.town
        address = (
            "Skyddad, skickas inte" if person.is_protected else ", ".join(p for p in (street, place) if p)
        )
    else:
        name = f"{_said(form, 'given_name')} {_said(form, 'family_name')}".strip()
        number = _said(form, "number")
        address = ", ".join(part for part in (_said(form, "street"), _said(form, "town")) if part)
    rows = (
        ("Namn", name),
        ("Personnummer", number),
        ("Folkbokföringsadress", address),
        ("Beräknad utskrivning", _expected(form)),
    )
    return [{"term": term, "fact": fact or UNKNOWN} for term, fact in rows]


def _expected(form: NewNoticeForm) -> str:
    chosen = _said(form, "expected_choice")
    try:
        day = date.fromisoformat(_said(form, "expected_date") if chosen == OTHER else chosen)
    except ValueError:
        return ""
    return date_format(day, "l j F Y").capitalize()


def _due(form: NewNoticeForm, at: datetime) -> DeadlineWords | None:
    """The 24 hours: from the admission, or from a need that was judged later."""
    try:
        admitted = parse_local(_said(form, "admitted_at"), which="first")
        later = _said(form, "need_judged") == LATER and _said(form, "need_assessed_at")
        judged = parse_local(str(later), which="first") if later else None
    except LocalTimeRefused:
        return None
    deadline = admission_notice_due(admitted, judged, None).deadline
    words = deadline_words(deadline, at, started=deadline - LIMIT)
    return replace(words, absolute=f"senast {words.absolute}")
