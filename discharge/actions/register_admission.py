"""Registrera inskrivning: a patient lies on the ward, and a case begins."""

import secrets
from datetime import datetime
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction

from discharge.models import Case, CaseUnit
from discharge.models.cases import CareForm
from discharge.queries.checklists import checklist_on
from discharge.queries.facts import event_facts
from discharge.rules.facts import CaseFacts
from discharge.rules.fold import fold
from discharge.rules.home_ready.known import comes_of_age
from discharge.rules.time_refusal import time_refusal
from lus.deadlines.keep import keep
from lus.events.record import New, open_stream, record
from lus.organisations.actor import Actor
from lus.organisations.models import Unit, UnitKind
from lus.organisations.roles import Permission
from lus.persons.models import Person
from lus.refusals import CaseExists, InvalidInput
from lus.swedish_time import local_date

from .case_act import owed_of, refuse
from .picture import case_columns, ward_columns

# Said over the phone: no I, O, 0, 1, and no vowel, so that no code spells a word.
REFERENCE_LETTERS = "BCDFGHJKLMNPQRSTVWXZ"
REFERENCE_DIGITS = "23456789"
SIGNS = (REFERENCE_LETTERS, REFERENCE_DIGITS)
TRIES = 20
LEGAL_STATUSES = ("none", "lpt", "lrv", "opt", "orv")


@transaction.atomic
def register_admission(
    *,
    person_id: UUID,
    actor: Actor,
    admitted_at: datetime,
    at: datetime,
    care_form: str = "",
    legal_status: str = "none",
) -> Case:
    """Open a case for a patient who was admitted to the actor's own ward at ``admitted_at``.

    ``care_form`` is the ward's own unless given. Raises CaseExists when the patient already has an open case on
    the ward, TimeNotPossible for a time in the future, InvalidInput for an unknown person or care form.
    """
    actor.require(Permission.REGISTER_STAY)
    ward, person = _ward(actor), _person(person_id)
    refuse(time_refusal("register_admission", CaseFacts(case_id=""), admitted_at, at), field="admitted_at")
    care_form = _care_form(care_form or ward.care_form)
    if legal_status not in LEGAL_STATUSES:
        raise InvalidInput("Vårdens rättsliga form är okänd.", "Välj en ur listan.", field="legal_status")
    _refuse_second_case(person, ward)
    case_id, reference = uuid4(), new_reference()
    open_stream(case_id)
    events = record(
        case_id,
        [
            New(
                "case_opened",
                {
                    "person_id": str(person.pk),
                    "reference": reference,
                    "care_form": care_form,
                    "legal_status": legal_status,
                    "ward_id": str(ward.pk),
                    "region_code": ward.principal.code,
                    "registered_municipality": person.registered_municipality,
                    **_list_begins(ward.principal.code, person, admitted_at),
                },
                happened_at=admitted_at,
            ),
            New("patient_admitted", {"ward_id": str(ward.pk)}, happened_at=admitted_at),
        ],
        actor=actor,
        at=at,
    )
    return _save(fold(str(case_id), event_facts(events)), person, ward)


def new_reference() -> str:
    """Return a code that no case has: ``N4K7P``, or two signs more once most of those half a million are taken."""
    for length in (5, 7):
        for _ in range(TRIES):
            reference = "".join(secrets.choice(SIGNS[place % 2]) for place in range(length))
            if not Case.objects.filter(reference=reference).exists():
                return reference
    raise RuntimeError("no free case code was found")


def _save(facts: CaseFacts, person: Person, ward: Unit) -> Case:
    case = Case(
        id=UUID(facts.case_id),
        reference=facts.reference,
        person=person,
        care_form=facts.care_form,
        legal_status=facts.legal_status,
        registered_municipality=facts.registered_municipality,
        **case_columns(facts, None),
    )
    try:
        with transaction.atomic():
            case.save(force_insert=True)
    except IntegrityError as error:
        raise _exists() from error
    CaseUnit.objects.create(case=case, unit=ward, **ward_columns(facts))
    assert facts.last_event_at is not None
    keep(case.pk, owed_of(facts, None), at=facts.last_event_at, because="patient_admitted")
    return case


def _list_begins(region_code: str, person: Person, admitted_at: datetime) -> dict[str, str]:
    """Fix the version of the home-ready list, and when a child comes of age; of an adult nothing is told."""
    day = local_date(admitted_at)
    said = {"checklist": checklist_on(region_code, day)}
    if person.birth_date is None:
        return said
    of_age = comes_of_age(person.birth_date)
    return {**said, "of_age_from": of_age.isoformat() if of_age > day else ""}


def _ward(actor: Actor) -> Unit:
    assert actor.unit_id is not None
    ward = (
        Unit.objects.select_related("principal")
        .filter(pk=actor.unit_id, kind=UnitKind.WARD, closed_on__isnull=True)
        .first()
    )
    if ward is None:
        raise InvalidInput(
            "En inskrivning registreras av den avdelning där patienten ligger.",
            "Byt till ett uppdrag på avdelningen.",
            field="ward",
        )
    return ward


def _person(person_id: UUID) -> Person:
    person = Person.objects.filter(pk=person_id).first()
    if person is None:
        raise InvalidInput(
            "Personen finns inte i registret.",
            "Sök på personnummer eller registrera manuellt.",
            field="person",
        )
    return person


def _care_form(care_form: str) -> str:
    if care_form not in CareForm.values:
        raise InvalidInput("Vårdformen är okänd.", "Välj en vårdform ur listan.", field="care_form")
    return care_form


def _refuse_second_case(person: Person, ward: Unit) -> None:
    if Case.objects.filter(person=person, ward=ward, stay__in=("admitted", "on_leave")).exists():
        raise _exists()


def _exists() -> CaseExists:
    return CaseExists(
        "Patienten har redan ett pågående ärende på avdelningen.", "Gå till ärendet från Tavlan."
    )
