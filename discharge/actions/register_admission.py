"""Registrera inskrivning: a patient lies on the ward, and a case begins."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.models import Case
from discharge.models.cases import CareForm
from discharge.queries.care_chain import left_recently
from discharge.rules.facts import CaseFacts
from discharge.rules.time_refusal import time_refusal
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.models import Unit, UnitKind
from lus.organisations.roles import Permission
from lus.persons.models import Person
from lus.refusals import InvalidInput

from .case_act import refuse
from .mark_outside_act import outside_event
from .new_case import Opening, case_exists, new_reference, open_new_case

__all__ = ["LEGAL_STATUSES", "new_reference", "register_admission"]

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
    outside_act: str = "",
    outside_text: str = "",
) -> Case:
    """Open a case for a patient who was admitted to the actor's own ward at ``admitted_at``.

    ``care_form`` is the ward's own unless given. ``outside_act``: why the act does not cover the patient (a key
    of ``OUTSIDE_REASONS``), "" = it does. A stay that ended at most 30 days ago puts both cases in one care chain.
    Raises CaseExists when the patient already has an open case on the ward, TimeNotPossible for a time in the
    future, InvalidInput for an unknown person, care form or reason.
    """
    actor.require(Permission.REGISTER_STAY)
    ward, person = _ward(actor), _person(person_id)
    refuse(time_refusal("register_admission", CaseFacts(case_id=""), admitted_at, at), field="admitted_at")
    if legal_status not in LEGAL_STATUSES:
        raise InvalidInput("Vårdens rättsliga form är okänd.", "Välj en ur listan.", field="legal_status")
    _refuse_second_case(person, ward)
    more = [*readmission(person, ward, admitted_at)]
    if outside_act:
        more.append(outside_event(outside_act, outside_text, field="outside_act"))
    opening = Opening(
        person, ward, admitted_at, _care_form(care_form or ward.care_form), legal_status, tuple(more)
    )
    return open_new_case(opening, actor=actor, at=at)


def readmission(person: Person, ward: Unit, admitted_at: datetime) -> list[New]:
    """Return the event that joins the case to one that ended at most 30 days before, or nothing."""
    earlier = left_recently(person.pk, ward.principal.code, admitted_at)
    if earlier is None:
        return []
    data = {
        "care_chain_id": str(earlier.care_chain or earlier.case_id),
        "previous_case_id": str(earlier.case_id),
        "how": "readmission",
        "days": earlier.days,
        "prefill": {},
    }
    return [New("care_chain_joined", data, happened_at=admitted_at)]


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
        raise case_exists()
