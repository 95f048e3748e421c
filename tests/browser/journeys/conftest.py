"""Where the stories are set: a stopped clock, the agreements, and browsers for whoever takes part."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date
from typing import Any

import pytest
import time_machine
from playwright.sync_api import Browser

from discharge.actions.load_agreements import load_agreements
from discharge.rules.agreement_records import RECORDS
from discharge.rules.amounts import AMOUNTS
from lus.organisations.actor import Actor
from lus.persons.models import Person
from tests.browser.team import Team, a_team
from tests.journeys.story import clock

MakeTeam = Callable[..., Team]


@pytest.fixture
def make_team(browser: Browser, live_server: Any) -> Iterator[MakeTeam]:
    """``make_team(day, person, ward=…, municipality=…)``: the story begins at seven on ``day``."""
    with ExitStack() as stack:
        now = stack.enter_context(time_machine.travel(clock(date(2026, 3, 2), "7.00"), tick=False))
        load_agreements(RECORDS, AMOUNTS)

        def make(day: date, person: Person, **actors: Actor) -> Team:
            now.move_to(clock(day, "7.00"))
            return stack.enter_context(a_team(browser, live_server, now, person, **actors))

        yield make
