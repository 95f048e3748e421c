"""One patient's case as a test lives through it, and what the tables say meanwhile."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any

import pytest

from discharge.actions.discharge_patient import discharge_patient
from discharge.actions.mark_ready_for_discharge import mark_ready_for_discharge
from discharge.actions.record_death import record_death
from discharge.actions.void_case import void_case
from discharge.models import Case, CaseUnit, Delivery
from discharge.queries.facts import facts_from
from discharge.rules.facts import CaseFacts
from lus.deadlines.models import Obligation
from lus.events.models import Change, Event, Stream
from lus.events.queries import events_of
from lus.notifications.models import Notification, OutboxRow
from lus.organisations.actor import Actor
from lus.organisations.models import Unit
from lus.refusals import Refused
from tests.factories import NOW, Place, a_case, a_place, an_officer

STEP = timedelta(minutes=10)
Act = Callable[..., CaseFacts]


class Life:
    """A case that was admitted and noticed at ``at``; each step happens ten minutes after the last one."""

    def __init__(
        self, at: datetime = NOW, place: Place | None = None, case: Case | None = None, **admission: Any
    ) -> None:
        self.place = place or a_place()
        self.case = case or a_case(self.place, at=at, **admission)
        self.at = at

    @property
    def ward(self) -> Actor:
        return self.place.ward

    @property
    def municipality(self) -> Actor:
        return self.place.municipality

    @property
    def primary_care(self) -> Actor:
        return self.place.primary_care

    @cached_property
    def officer(self) -> Actor:
        """The settlement officer of the municipality that pays."""
        return an_officer(self.municipality)

    @cached_property
    def region_officer(self) -> Actor:
        return an_officer(self.ward)

    def later(self, **delta: float) -> "Life":
        self.at += timedelta(**delta)
        return self

    def does(self, actor: Actor, act: Act, **arguments: Any) -> CaseFacts:
        """Let ``actor`` do ``act`` ten minutes later."""
        self.at += STEP
        return act(case_id=self.case.pk, actor=actor, at=self.at, **arguments)

    def ready(self) -> "Life":
        self.does(
            self.ward,
            mark_ready_for_discharge,
            physician="Jonas Ek",
            assessed_at=self.at,
            legal_ground="consent",
        )
        return self

    def left(self) -> "Life":
        self.does(self.ward, discharge_patient, left_at=self.at, destination="home")
        return self

    def dead(self) -> "Life":
        self.does(self.ward, record_death, died_at=self.at, confirmed=True)
        return self

    def voided(self) -> "Life":
        self.does(self.ward, void_case, reason="Fel person")
        return self

    @property
    def facts(self) -> CaseFacts:
        return facts_from(self.case.pk, events_of(self.case.pk))

    @property
    def row(self) -> Case:
        return Case.objects.get(pk=self.case.pk)

    def new_since(self, version: int) -> list[Event]:
        return list(Event.objects.filter(case_id=self.case.pk, seq__gt=version).order_by("seq"))

    def last(self, name: str) -> Event:
        return Event.objects.filter(case_id=self.case.pk, name=name).latest("seq")

    def unit(self, actor: Actor) -> CaseUnit:
        return CaseUnit.objects.get(case_id=self.case.pk, unit_id=str(actor.unit_id))

    def told(self, kind: str) -> set[str]:
        """Return the names of the units that have a notice of the newest event called ``kind``."""
        ids = Notification.objects.filter(cause_id=self.last(kind).pk).values_list("unit_id", flat=True)
        return set(Unit.objects.filter(pk__in=list(ids)).values_list("name", flat=True))

    def message(self, kind: str, actor: Actor) -> Delivery:
        """Return the newest message called ``kind`` to the actor's unit."""
        return Delivery.objects.get(event_id=self.last(kind).pk, unit_id=str(actor.unit_id))

    def duties(self) -> list[Obligation]:
        """Return the duties that are open."""
        return list(Obligation.objects.filter(case_id=self.case.pk, met_at=None, cancelled_at=None))

    def owes(self, actor: Actor) -> set[str]:
        """Return the codes of what the actor's unit owes now."""
        found = Obligation.objects.filter(
            case_id=self.case.pk, unit_id=actor.unit_id, met_at=None, cancelled_at=None
        )
        return set(found.values_list("code", flat=True))


def names(events: list[Event]) -> list[str]:
    return [event.name for event in events]


def everything() -> list[Any]:
    """Return all rows that an act may touch: equal before and after a refusal."""
    tables = (Stream, Event, Change, Case, CaseUnit, Delivery, Obligation, Notification, OutboxRow)
    return [list(table.objects.order_by("pk").values()) for table in tables]


@contextmanager
def refused(
    kind: type[Exception], *, code: str = "", field: str = "", says: str = "", rolls_back: bool = True
) -> Iterator[None]:
    """The block is refused as ``kind``, with ``code``, about ``field``, saying ``says``, and leaves nothing."""
    before = everything() if rolls_back else []
    with pytest.raises(kind) as caught:
        yield
    if rolls_back:
        assert everything() == before, "a refusal leaves nothing behind"
    said = caught.value
    if isinstance(said, Refused):
        assert said.detail, "a refusal says what is so"
        assert code in ("", said.code)
        assert field in ("", said.field)
        assert says in said.detail
