"""What the journeys share: invented units in Stockholm and Nacka, a calendar in Swedish time, and what one reads."""

from datetime import date, datetime, time
from typing import Any

from discharge.actions.acknowledge import acknowledge
from discharge.actions.admit_and_notify import admit_and_notify
from discharge.actions.assess_need import Needs
from discharge.actions.mark_ready_for_discharge import mark_ready_for_discharge
from discharge.models import Case
from discharge.queries.ledger import ledger_of
from discharge.rules.facts import CaseFacts
from discharge.rules.ledger import Ledger
from lus.deadlines.models import Obligation
from lus.deadlines.sweep import sweep_due
from lus.notifications.models import Notification
from lus.organisations.actor import Actor
from lus.organisations.models import Principal, PrincipalKind, UnitKind
from lus.organisations.roles import Role
from lus.persons.models import Person
from lus.swedish_time import at_local, local_midnight
from tests.discharge.actions.life import STEP, Act, Life
from tests.factories import Place, a_person, a_unit, an_actor

BOTH = Needs(municipal_health=True, social_services=True, outpatient=True, physician="Jonas Ek")
WARD, NACKA, SOLEN = "Avd 72", "Nacka", "Vårdcentralen Solen"


def clock(day: date, said: str = "10.00") -> datetime:
    """Return the instant that a Swedish clock showed as ``said`` (``12.00`` or ``12.00.01``)."""
    hour, minute, second = (*map(int, said.split(".")), 0)[:3]
    return at_local(day, time(hour, minute, second))


def in_stockholm() -> Place:
    """A ward of Region Stockholm, Nacka's reception, and a primary-care unit."""
    region = Principal.objects.create(kind=PrincipalKind.REGION, code="01", name="Region Stockholm")
    kommun = Principal.objects.create(kind=PrincipalKind.MUNICIPALITY, code="0182", name="Nacka kommun")
    reception = a_unit(NACKA, UnitKind.RECEPTION, principal=kommun, municipality_code="0182")
    return Place(
        an_actor(a_unit(WARD, principal=region), Role.WARD_STAFF),
        an_actor(reception, Role.RECEPTION),
        an_actor(a_unit(SOLEN, UnitKind.PRIMARY_CARE, principal=region), Role.PRIMARY_CARE_COORDINATOR),
    )


class Story(Life):
    """One patient of Nacka on the ward, admitted at eight and noticed at nine on ``day``."""

    def __init__(
        self,
        day: date,
        *,
        place: Place | None = None,
        person: Person | None = None,
        needs: Needs = BOTH,
        in_days: int = 5,
    ) -> None:
        place = place or in_stockholm()
        person = person or a_person(registered_municipality="0182")
        facts = admit_and_notify(
            person_id=person.pk,
            actor=place.ward,
            at=clock(day, "9.00"),
            admitted_at=clock(day, "8.00"),
            needs=needs,
            expected_discharge=date.fromordinal(day.toordinal() + in_days),
            recipients=place.recipients(),
        )
        case = Case.objects.select_related("person").get(pk=facts.case_id)
        super().__init__(at=clock(day, "9.00"), place=place, case=case)

    def when(self, day: date, said: str, actor: Actor, act: Act, **arguments: Any) -> CaseFacts:
        """Let ``actor`` do ``act`` when the clock shows ``said``."""
        self.at = clock(day, said) - STEP
        return self.does(actor, act, **arguments)

    def is_ready(self, day: date, said: str = "10.00") -> None:
        arguments: dict[str, Any] = {
            "physician": "Jonas Ek",
            "assessed_at": clock(day, "9.30"),
            "legal_ground": "consent",
        }
        self.when(day, said, self.ward, mark_ready_for_discharge, **arguments)

    def reads(self, day: date, said: str, actor: Actor, kind: str) -> None:
        self.when(day, said, actor, acknowledge, message_id=self.last(kind).pk)

    def midnight(self, day: date) -> None:
        """Let the sweep run as ``day`` begins."""
        sweep_due(at=local_midnight(day))

    def ledger(self, day: date, said: str = "23.00") -> Ledger:
        """Return the ledger as it stands on ``day``."""
        found = ledger_of(self.facts, at=clock(day, said))
        assert found is not None
        return found

    def strip(self, day: date) -> list[tuple[str, str, str]]:
        """Return the day strip as one reads it: date, code, figure."""
        return [(f"{line.date:%d/%m}", str(line.code), line.number) for line in self.ledger(day).lines]

    def clock_told(self, actor: Actor) -> int:
        """Return how many times the unit was told that a clock had run out."""
        return Notification.objects.filter(kind="clock_passed", unit_id=str(actor.unit_id)).count()

    def duty(self, code: str) -> Obligation:
        return Obligation.objects.get(case_id=self.case.pk, code=code, cancelled_at=None)
