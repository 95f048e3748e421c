"""Those who meet in a case, each in an own browser, the patient, and the one clock that all of them live by."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import time_machine
from playwright.sync_api import Browser

from discharge.models import Case
from discharge.queries.facts import facts_from
from discharge.queries.ledger import ledger_of
from discharge.rules.facts import CaseFacts
from discharge.verify import Difference, differences
from lus.deadlines.models import Obligation
from lus.deadlines.sweep import sweep_due
from lus.events.models import Event
from lus.events.queries import events_of
from lus.organisations.actor import Actor
from lus.persons.models import Person
from tests.journeys.story import clock

from .people import Colleague, a_colleague, receipts_in_tables


@dataclass
class Team:
    """``cast``: who takes part, by the name that the story calls them."""

    cast: dict[str, Colleague]
    person: Person
    now: time_machine.Traveller

    def __getattr__(self, name: str) -> Colleague:
        try:
            return self.__dict__["cast"][name]
        except KeyError:
            raise AttributeError(name) from None

    @property
    def everybody(self) -> tuple[Colleague, ...]:
        return tuple(self.cast.values())

    @property
    def case(self) -> Case:
        """The patient's newest case."""
        return Case.objects.filter(person=self.person).latest("admitted_at")

    def at(self, day: date, said: str, *who: Colleague) -> None:
        """Let it be ``said`` o'clock, with the clocks run out that have, and ``who`` at Min tur."""
        moment = clock(day, said)
        self.now.move_to(moment)
        sweep_due(at=moment)
        for colleague in who:
            colleague.comes_to_work()

    @property
    def first_case(self) -> Case:
        """The patient's oldest case."""
        return Case.objects.filter(person=self.person).earliest("admitted_at")

    @property
    def facts(self) -> CaseFacts:
        return facts_from(self.case.pk, events_of(self.case.pk))

    def last(self, name: str) -> Event:
        """Return the newest event of that name."""
        return Event.objects.filter(case_id=self.case.pk, name=name).latest("recorded_at")

    def all_read(self, expected: list[tuple[str, str, str, str]]) -> None:
        """Everybody reads these days, and the tables say the same."""
        ledger = ledger_of(self.facts, at=datetime.now(UTC))
        assert ledger is not None
        found = [(f"{line.date}", str(line.code), line.word, line.number) for line in ledger.lines]
        assert found == expected, found
        for colleague in self.everybody:
            colleague.comes_to_work()
            assert colleague.strip(self.case) == [(day, word, number) for day, _, word, number in expected]

    def receipts_hold(self, *expected: tuple[str, str, bool]) -> None:
        """Every message stands with its receivers, on the ward's page as in the tables; ``expected`` among them."""
        shown = self.ward.receipts(self.case)
        assert shown == receipts_in_tables(self.case)
        assert not set(expected) - set(shown), shown

    def owed(self, code: str) -> Obligation:
        """Return the only standing duty of that kind."""
        return Obligation.objects.get(case_id=self.case.pk, code=code, cancelled_at=None)

    def ends_well(self) -> None:
        """Every column is what the events say, and no browser has complained."""
        assert [found for found in differences() if isinstance(found, Difference)] == []
        assert [colleague.complaints for colleague in self.everybody] == [[] for _ in self.everybody]


@contextmanager
def a_team(
    browser: Browser, live_server: Any, now: time_machine.Traveller, person: Person, **actors: Actor
) -> Iterator[Team]:
    """Give each actor a browser of their own for as long as the story lasts."""
    cast = {name: a_colleague(browser, live_server, actor) for name, actor in actors.items()}
    yield Team(cast, person, now)
    for colleague in cast.values():
        colleague.page.context.close()
