"""A home nurse, a primary-care unit and a social service around somebody who lives at home."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from discharge.rules.facts import CaseFacts
from lus.organisations.actor import Actor
from lus.organisations.models import Unit, UnitKind
from lus.organisations.roles import Role
from lus.persons.models import Person
from sip.actions.open_plan import Asked, open_plan
from sip.actions.send_sip_summons import send_sip_summons
from sip.models import Plan
from sip.queries.plan_facts import process_of
from tests.factories import NOW, Place, a_person, a_unit, an_actor


@dataclass
class Outside:
    """``nurse`` leads from the municipality; ``at`` is now."""

    nurse: Actor
    primary_care: Actor
    social: Actor
    person: Person
    at: datetime = NOW
    plan: Plan = field(init=False)

    def begins(self, asked: Asked | None = None, **more: Any) -> Plan:
        """The nurse begins the plan with everybody, if nothing else is said."""
        units = more.pop("units", [self.primary_care.unit_id, self.social.unit_id])
        self.plan = open_plan(
            person_id=self.person.pk,
            actor=self.nurse,
            at=self.at,
            why="Ramlar hemma och vill bo kvar",
            units=units,
            asked=asked or Asked(accepted=True),
            **more,
        )
        return self.plan

    def does(self, actor: Actor, act: Any, **arguments: Any) -> CaseFacts:
        """Do ``act`` on the plan."""
        result: CaseFacts = act(case_id=self.plan.pk, actor=actor, at=self.at, **arguments)
        return result

    def later(self, **span: float) -> "Outside":
        self.at += timedelta(**span)
        return self

    @property
    def facts(self) -> CaseFacts:
        return process_of(Plan.objects.get(pk=self.plan.pk))


def around_home() -> Outside:
    """Return the units, and nothing begun."""
    health = a_unit("Hemsjukvården Nacka", UnitKind.MUNICIPAL_HEALTH)
    social = a_unit("Biståndet Nacka", UnitKind.NEEDS_ASSESSMENT, principal=health.principal)
    return Outside(
        an_actor(health, Role.MUNICIPAL_NURSE),
        an_actor(a_unit("Vårdcentralen Solen", UnitKind.PRIMARY_CARE), Role.CARE_CONTACT),
        an_actor(social, Role.NEEDS_ASSESSOR),
        a_person(),
    )


def close_unit(actor: Actor, on: datetime) -> None:
    """The unit closes its doors."""
    Unit.objects.filter(pk=str(actor.unit_id)).update(closed_on=on.date())


def begun(place: Place, person: Person, at: datetime) -> Plan:
    """A plan outside hospital that ``place``'s municipality has begun with its primary care."""
    return open_plan(
        person_id=person.pk,
        actor=place.municipality,
        at=at,
        why="Vill bo kvar hemma",
        units=[UUID(str(place.primary_care.unit_id))],
        asked=Asked(accepted=True),
        replaces_open=True,
    )


def called(place: Place, person: Person, at: datetime) -> Plan:
    """The same, with a meeting ahead."""
    plan, meeting = begun(place, person, at), at + timedelta(days=9)
    send_sip_summons(case_id=plan.pk, actor=place.municipality, at=at, meeting_at=meeting, place="Hemma")
    return plan
