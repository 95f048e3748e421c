"""History: closed cases as events, drawn from the parameters. The same seed and the same now give the same cases.

Nothing is stored here. What the events mean is folded by the rules that the acts use (``past_rows.py``).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from random import Random
from uuid import UUID, uuid5

from discharge.actions.new_case import REFERENCE_DIGITS, REFERENCE_LETTERS
from discharge.rules.facts import PSYCHIATRIC_CARE, EventFact
from lus.organisations.models import UnitKind
from lus.persons.models import Person
from lus.swedish_time import local_date

from .accounts import colleague_name
from .county_plan import NAMESPACE, CountyPlan, PlannedUnit, first_unit, units_by_id
from .course import Course, Staff
from .parameters import parameters
from .past_case import tell_story
from .past_parties import Parties, Party
from .people import People, Wanted, draw_person
from .stay_times import draw_stay

DAYS_IN_MONTH = 30.44
MUNICIPAL_HEALTH_SHARE, PRIMARY_CARE_SHARE = 0.3, 0.8  # our assumptions; no source


@dataclass(frozen=True)
class PastCase:
    """A closed case: its id, its patient and everything that happened."""

    case_id: UUID
    person: Person
    events: tuple[EventFact, ...]


def past_cases(
    plan: CountyPlan, people: People, *, count: int, rng: Random, now: datetime, months: float
) -> Iterator[PastCase]:
    """Yield ``count`` cases that were closed before ``now`` and began within about ``months`` months."""
    forms = parameters()["care_form"]
    names = list(forms)
    shares = [forms[name]["share"] for name in names]
    wards = {name: plan.find(UnitKind.WARD, care_form=name) for name in names}
    for number in range(count):
        care_form = rng.choices(names, weights=shares)[0]
        wanted = draw_person(rng, care_form)
        person = people.invent(wanted)
        start = local_date(now - timedelta(days=rng.random() * months * DAYS_IN_MONTH))
        stay = draw_stay(rng, care_form, start, now)
        course = Course(rng)
        parties = _parties(rng, rng.choice(wards[care_form]), person, wanted, care_form)
        tell_story(course, stay, parties, person, care_form, reference(number))
        yield PastCase(course.case_id, person, tuple(course.events()))


def reference(number: int) -> str:
    """Return the code of past case ``number``: six characters, one more than any code that is given out today."""
    # The factor shares no divisor with the number of codes, so every code comes once.
    rest = number * 1_000_003 + 123_457
    code = ""
    for alphabet in (REFERENCE_LETTERS, REFERENCE_DIGITS) * 3:
        rest, place = divmod(rest, len(alphabet))
        code += alphabet[place]
    return code


def _parties(rng: Random, ward: PlannedUnit, person: Person, wanted: Wanted, care_form: str) -> Parties:
    health, code = rng.random() < MUNICIPAL_HEALTH_SHARE, wanted.municipality
    told = [Party(_staff(first_unit(UnitKind.RECEPTION, code, wanted.area).id), "municipality")]
    if health:
        told.append(Party(_staff(first_unit(UnitKind.MUNICIPAL_HEALTH, code).id), "municipal_health"))
    if care_form in PSYCHIATRIC_CARE:
        told.append(
            Party(_staff(first_unit(UnitKind.OUTPATIENT_PSYCHIATRY, code).id), "outpatient_psychiatry")
        )
    if health or rng.random() < PRIMARY_CARE_SHARE:
        assert person.listed_unit_id is not None
        told.append(Party(_staff(person.listed_unit_id), "primary_care"))
    return Parties(_staff(ward.id), tuple(told), health=health)


@cache
def _staff(unit_id: UUID) -> Staff:
    given, family = colleague_name(uuid5(NAMESPACE, f"staff:{unit_id}"))
    return Staff(str(unit_id), units_by_id()[unit_id].name, f"{given} {family}")
