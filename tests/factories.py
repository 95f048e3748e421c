"""Small, invented places and people for tests; cases are made by the real acts.

`a_place()` gives one ward, one municipality and one primary-care unit with somebody at each. Everything has a
name that a test can quote. Times: ``NOW`` unless a test says otherwise.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import count
from typing import Any
from uuid import UUID

from django.contrib.auth.hashers import make_password
from django.test import Client

from discharge.actions.admit_and_notify import admit_and_notify
from discharge.actions.assess_need import Needs
from discharge.actions.mark_ready_for_discharge import mark_ready_for_discharge
from discharge.actions.send_admission_notice import Recipient
from discharge.models import Case
from lus.organisations.actor import Actor
from lus.organisations.models import Assignment, Principal, PrincipalKind, Unit, UnitKind, User
from lus.organisations.queries import actor_of
from lus.organisations.roles import Role
from lus.persons.identifiers import compose_test_number
from lus.persons.models import Person

NOW = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)  # a Tuesday, 10.00 in Sweden
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
PASSWORD = "ett långt lösenord"
_numbers = count(1)


def a_principal(name: str = "Region Mitt", kind: str = PrincipalKind.REGION) -> Principal:
    code = "99" if kind == PrincipalKind.REGION else f"99{next(_numbers) % 100:02d}"
    return Principal.objects.get_or_create(name=name, kind=kind, defaults={"code": code})[0]


def a_unit(name: str, kind: str = UnitKind.WARD, **columns: Any) -> Unit:
    """Make a unit. Municipal kinds get a municipality of their own unless ``principal`` is given."""
    municipal = kind in (UnitKind.RECEPTION, UnitKind.NEEDS_ASSESSMENT, UnitKind.MUNICIPAL_HEALTH)
    if "principal" not in columns:
        columns["principal"] = a_principal(name, PrincipalKind.MUNICIPALITY) if municipal else a_principal()
    if kind == UnitKind.WARD:
        columns.setdefault("care_form", "somatic_acute")
    return Unit.objects.create(name=name, kind=kind, hsa_id=f"SE0000-{next(_numbers)}", **columns)


def a_user(name: str = "Karin Lindh") -> User:
    first, _, last = name.partition(" ")
    return User.objects.create(
        username=f"u{next(_numbers)}", password=_hashed(), first_name=first, last_name=last
    )


@cache
def _hashed() -> str:
    # A good hash is slow on purpose; the tests make thousands of users with the same password.
    return make_password(PASSWORD)


def an_assignment(unit: Unit, role: str, user: User | None = None, **columns: Any) -> Assignment:
    user = user or a_user(f"{Role(role).name.title()} {unit.name}")
    return Assignment.objects.create(user=user, unit=unit, role=role, **{"valid_from": LONG_AGO, **columns})


def an_actor(unit: Unit, role: str, **columns: Any) -> Actor:
    return actor_of(an_assignment(unit, role, **columns))


def an_officer(colleague: Actor) -> Actor:
    """Return a settlement officer at the finance unit of ``colleague``'s principal."""
    principal = Principal.objects.get(pk=_id(colleague.principal_id))
    known = Unit.objects.filter(principal=principal, kind=UnitKind.FINANCE).first()
    unit = known or a_unit(f"Ekonomi {principal.name}", UnitKind.FINANCE, principal=principal)
    return an_actor(unit, Role.SETTLEMENT_OFFICER)


def a_person(
    family_name: str = "Åberg", given_name: str = "Anna", *, born: date | None = None, **columns: Any
) -> Person:
    """Make a patient with a test number that nobody else has."""
    number = next(_numbers)
    born = born or date(1940, 1, 1) + timedelta(days=number // 20)
    return Person.objects.create(
        identifier_kind="personnummer",
        identifier=compose_test_number(born, 980 + number % 20),
        family_name=family_name,
        given_name=given_name,
        birth_date=born,
        **columns,
    )


@dataclass(frozen=True)
class Place:
    """Three units that meet in a case, and somebody who works at each."""

    ward: Actor
    municipality: Actor
    primary_care: Actor

    def recipients(self) -> list[Recipient]:
        return [
            Recipient(str(self.municipality.unit_id), "municipality", "Folkbokförd här"),
            Recipient(str(self.primary_care.unit_id), "primary_care", "Listad här"),
        ]


def a_place(
    ward: str = "Avd 72", municipality: str = "Nacka", primary_care: str = "Vårdcentralen Solen"
) -> Place:
    return Place(
        an_actor(a_unit(ward), Role.WARD_STAFF),
        an_actor(a_unit(municipality, UnitKind.RECEPTION), Role.RECEPTION),
        an_actor(a_unit(primary_care, UnitKind.PRIMARY_CARE), Role.PRIMARY_CARE_COORDINATOR),
    )


def a_case(
    place: Place, *, at: datetime = NOW, person: Person | None = None, in_days: int = 5, **admission: Any
) -> Case:
    """Admit a patient two hours before ``at`` and send the notice at ``at`` to the whole place."""
    facts = admit_and_notify(
        person_id=(person or a_person()).pk,
        actor=place.ward,
        at=at,
        admitted_at=at - timedelta(hours=2),
        needs=Needs(municipal_health=True, social_services=True, physician="Jonas Ek"),
        expected_discharge=(at + timedelta(days=in_days)).date(),
        recipients=place.recipients(),
        **admission,
    )
    return Case.objects.select_related("person").get(pk=facts.case_id)


def mark_ready(place: Place, case: Case, *, at: datetime) -> Case:
    mark_ready_for_discharge(
        case_id=case.pk, actor=place.ward, at=at, physician="Jonas Ek", assessed_at=at, legal_ground="consent"
    )
    return Case.objects.select_related("person").get(pk=case.pk)


def signed_in(actor: Actor) -> Client:
    """Return a browser in which ``actor``'s user has signed in and chosen the assignment."""
    client = Client()
    client.force_login(User.objects.get(pk=_id(actor.user_id)))
    session = client.session
    session["assignment_id"] = str(_id(actor.assignment_id))
    session.save()
    return client


def _id(value: UUID | None) -> UUID:
    assert value is not None
    return value
