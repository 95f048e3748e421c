"""Who is at work when the tasks are measured: a ward, a municipality with home care, primary care, and a phone list."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from types import SimpleNamespace
from uuid import UUID

from django.utils import timezone
from playwright.sync_api import Browser

from discharge.models import Case
from lus.organisations.models import Unit, UnitKind
from tests.browser.people import Colleague, a_colleague
from tests.factories import Place, a_case, a_person, a_unit, an_officer, mark_ready
from tests.journeys.story import in_stockholm
from tests.rosters import a_roster_on_duty


@dataclass
class Scene:
    """``name``: how the patient of the task is called in the lists."""

    place: Place
    ward: Colleague
    municipality: Colleague
    primary_care: Colleague
    officer: Colleague
    patients: int = 0
    case_id: UUID | None = None

    @property
    def name(self) -> str:
        return f"Prov{self.patients:02d}, Anna"

    def admitted(self, *, ready: bool = False) -> Case:
        """Admit the next patient three hours ago, noticed to all; ``ready`` one hour ago."""
        self.patients += 1
        now = timezone.now()
        person = a_person(
            f"Prov{self.patients:02d}",
            "Anna",
            registered_municipality="0182",
            listed_unit_id=self.place.primary_care.unit_id,
        )
        case = a_case(self.place, at=now - timedelta(hours=3), person=person)
        self.case_id = case.pk
        return mark_ready(self.place, case, at=now - timedelta(hours=1)) if ready else case


@contextmanager
def a_scene(browser: Browser, address: str) -> Iterator[Scene]:
    """Let the three sign in, each in a browser of their own."""
    place = in_stockholm()
    reception = Unit.objects.get(pk=str(place.municipality.unit_id))
    a_unit("Hemtjänsten Björken", UnitKind.HOME_CARE, principal=reception.principal, municipality_code="0182")
    a_roster_on_duty(place, at=timezone.now())
    served = SimpleNamespace(url=address)
    ward, municipality, primary_care, officer = (
        a_colleague(browser, served, who)
        for who in (place.ward, place.municipality, place.primary_care, an_officer(place.municipality))
    )
    people = (ward, municipality, primary_care, officer)
    for one in people[:3]:
        one.comes_to_work()
    officer.goes_to("/settlement/")
    try:
        yield Scene(place, ward, municipality, primary_care, officer)
    finally:
        for one in people:
            one.page.context.close()
