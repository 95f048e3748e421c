"""Ett nytt ärende: its stream, its first events and its rows, whoever asked for it."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction

from discharge.models import Case, CaseUnit
from discharge.queries.checklists import checklist_on
from discharge.queries.facts import event_facts
from discharge.rules.facts import CaseFacts
from discharge.rules.fold import fold
from discharge.rules.home_ready.known import comes_of_age
from lus.deadlines.keep import keep
from lus.events.models import Event
from lus.events.record import New, open_stream, record
from lus.organisations.actor import Actor
from lus.organisations.models import Unit
from lus.persons.models import Person
from lus.refusals import CaseExists
from lus.swedish_time import local_date

from .case_act import owed_of
from .picture import case_columns, ward_columns

# Said over the phone: no I, O, 0, 1, and no vowel, so that no code spells a word.
REFERENCE_LETTERS = "BCDFGHJKLMNPQRSTVWXZ"
REFERENCE_DIGITS = "23456789"
SIGNS = (REFERENCE_LETTERS, REFERENCE_DIGITS)
TRIES = 20


@dataclass(frozen=True)
class Opening:
    """Who is admitted where, since when. ``more``: events that follow the admission at once."""

    person: Person
    ward: Unit
    admitted_at: datetime
    care_form: str
    legal_status: str = "none"
    more: Sequence[New] = ()


def open_new_case(opening: Opening, *, case_id: UUID | None = None, actor: Actor, at: datetime) -> Case:
    """Record the first events of a case and save its rows. Raises CaseExists for a second open stay on the ward."""
    case_id = case_id or uuid4()
    open_stream(case_id)
    events = record(case_id, _first_events(opening), actor=actor, at=at)
    return _save(events, opening)


def new_reference() -> str:
    """Return a code that no case has: ``N4K7P``, or two signs more once most of those half a million are taken."""
    for length in (5, 7):
        for _ in range(TRIES):
            reference = "".join(secrets.choice(SIGNS[place % 2]) for place in range(length))
            if not Case.objects.filter(reference=reference).exists():
                return reference
    raise RuntimeError("no free case code was found")


def case_exists() -> CaseExists:
    """Return the refusal of a second open stay on the same ward."""
    return CaseExists(
        "Patienten har redan ett pågående ärende på avdelningen.", "Gå till ärendet från Tavlan."
    )


def _first_events(opening: Opening) -> list[New]:
    opened = {
        "person_id": str(opening.person.pk),
        "reference": new_reference(),
        "care_form": opening.care_form,
        "legal_status": opening.legal_status,
        "ward_id": str(opening.ward.pk),
        "region_code": opening.ward.principal.code,
        "registered_municipality": opening.person.registered_municipality,
        **_list_begins(opening.ward.principal.code, opening.person, opening.admitted_at),
    }
    return [
        New("case_opened", opened, happened_at=opening.admitted_at),
        New("patient_admitted", {"ward_id": str(opening.ward.pk)}, happened_at=opening.admitted_at),
        *opening.more,
    ]


def _list_begins(region_code: str, person: Person, admitted_at: datetime) -> dict[str, str]:
    """Fix the version of the home-ready list, and when a child comes of age; of an adult nothing is told."""
    day = local_date(admitted_at)
    said = {"checklist": checklist_on(region_code, day)}
    if person.birth_date is None:
        return said
    of_age = comes_of_age(person.birth_date)
    return {**said, "of_age_from": of_age.isoformat() if of_age > day else ""}


def _save(events: Sequence[Event], opening: Opening) -> Case:
    facts: CaseFacts = fold(str(events[0].case_id), event_facts(events))
    case = Case(
        id=UUID(facts.case_id),
        reference=facts.reference,
        person=opening.person,
        care_form=facts.care_form,
        registered_municipality=facts.registered_municipality,
        **case_columns(facts, None),
    )
    try:
        with transaction.atomic():
            case.save(force_insert=True)
    except IntegrityError as error:
        raise case_exists() from error
    CaseUnit.objects.create(case=case, unit=opening.ward, **ward_columns(facts))
    assert facts.last_event_at is not None
    keep(case.pk, owed_of(facts, None), at=facts.last_event_at, because="patient_admitted")
    return case
