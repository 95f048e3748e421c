"""Cases that have moved, left, or stand under other law."""

from typing import Any

from discharge.actions.change_ward import change_ward
from discharge.actions.close_case import close_case
from discharge.actions.mark_outside_act import mark_outside_act
from discharge.actions.start_leave import start_leave
from discharge.models import Case
from lus.organisations.actor import Actor
from lus.organisations.models import Unit, UnitKind
from lus.organisations.roles import Role
from tests.factories import Place, a_person, a_place, a_unit, an_actor

from .life import Life


def in_hospital(place: Place, name: str = "Sjukhuset Mitt") -> Unit:
    """Put the place's ward in a hospital, and return the hospital."""
    ward = Unit.objects.get(pk=str(place.ward.unit_id))
    if ward.parent is None:
        ward.parent = a_unit(name, UnitKind.HOSPITAL, principal=ward.principal)
        ward.save()
    return ward.parent


def ward_beside(life: Life, name: str = "Avd 73") -> Actor:
    """Somebody on another ward of the same hospital."""
    hospital = in_hospital(life.place)
    known = Unit.objects.filter(name=name, parent=hospital).first()
    return an_actor(known or a_unit(name, parent=hospital, principal=hospital.principal), Role.WARD_STAFF)


def other_hospital(name: str = "Avd G2", **columns: Any) -> Actor:
    """Somebody on a geriatric ward of another hospital."""
    ward = a_unit(name, parent=a_unit("Geriatriken", UnitKind.HOSPITAL), care_form="geriatric", **columns)
    return an_actor(ward, Role.WARD_STAFF)


def moved(life: Life | None = None) -> tuple[Life, Actor]:
    """A case that has changed ward; the actor works on the new one."""
    life = life or Life()
    there = ward_beside(life)
    life.does(life.ward, change_ward, to_ward_id=there.unit_id, moved_at=life.at)
    return life, there


def moved_here() -> Life:
    """The same, seen from the ward that received: it is the place's ward."""
    first = Life()
    life, there = moved(first)
    place = Place(there, first.municipality, first.primary_care)
    again = Life(place=place, case=Case.objects.get(pk=life.case.pk))
    again.at = life.at
    return again


def away() -> Life:
    life = Life()
    life.does(life.ward, start_leave, left_at=life.at)
    return life


def closed() -> Life:
    life = Life().left()
    life.does(life.ward, close_case)
    return life


def under(legal_status: str) -> Life:
    return Life(legal_status=legal_status, care_form="psychiatric_adult")


def outside() -> Life:
    life = Life()
    life.does(life.ward, mark_outside_act, reason="no_services")
    return life


def from_another_county() -> Life:
    """A patient registered in Jönköping, on a ward of region 99."""
    return Life(person=a_person(registered_municipality="0680"), place=a_place())
