"""What is measured on: three wards with 14, 50 and 200 open cases, and as many closed cases as asked for."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from discharge.actions.close_case import close_case
from discharge.actions.discharge_patient import discharge_patient
from discharge.actions.load_agreements import load_agreements
from discharge.rules.agreement_records import RECORDS
from discharge.rules.amounts import AMOUNTS
from tests.factories import Place, a_case, a_place, mark_ready

SIZES = (14, 50, 200)
ORIGINALS = 250


@dataclass
class World:
    """``places``: by number of open cases, the ward (with its municipality and primary care)."""

    places: dict[int, Place]
    at: datetime


def build(at: datetime, say: Callable[[str], None]) -> World:
    """Fill an empty database by the real acts; takes about a minute."""
    load_agreements(RECORDS, AMOUNTS)
    places = {size: a_place(f"Avd {size}", f"Kommun {size}", f"Vårdcentral {size}") for size in SIZES}
    for size, place in places.items():
        for number in range(size):
            case = a_case(place, at=at - timedelta(hours=30))
            if number % 3 == 0:
                mark_ready(place, case, at=at - timedelta(hours=number % 20 + 1))
        say(f"{size} open cases on one ward")
    for number in range(ORIGINALS):
        _close_one(list(places.values())[number % len(SIZES)], at - timedelta(days=10 + number % 45))
    say(f"{ORIGINALS} closed cases")
    return World(places, at)


def _close_one(place: Place, at: datetime) -> None:
    case = a_case(place, at=at)
    mark_ready(place, case, at=at + timedelta(days=1))
    left = at + timedelta(days=3)
    discharge_patient(case_id=case.pk, actor=place.ward, at=left, left_at=left, destination="home")
    close_case(case_id=case.pk, actor=place.ward, at=left)
