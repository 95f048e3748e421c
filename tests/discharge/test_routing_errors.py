"""Felrouting: twelve months by cause, and no figure from one to four."""

from collections import Counter
from datetime import date, timedelta

import pytest
import time_machine

from discharge.actions.report_wrong_recipient import report_wrong_recipient
from discharge.queries.routing_errors import first_days, month_of, routing_errors
from lus.organisations.actor import NotPermitted
from lus.organisations.models import Unit
from lus.organisations.roles import Role
from tests.factories import NOW, Place, a_case, a_person, a_place, an_actor, signed_in

MARCH = date(2026, 3, 1)

FIGURES = [
    ("nothing", 0, {}, (0, 0, None, {})),
    ("none wrong", 10, {}, (10, 0, 0.0, {})),
    ("few sent", 3, {"moved": 1}, (None, None, None, {})),
    ("few wrong", 40, {"moved": 4}, (40, None, None, {})),
    ("enough", 40, {"moved": 6}, (40, 6, 0.15, {"moved": 6})),
    ("one cause too small is not reckoned from the rest", 40, {"moved": 6, "other": 1}, (40, 7, 0.175, {})),
    (
        "two causes too small hide each other",
        50,
        {"moved": 6, "other": 1, "other_district": 3},
        (50, 10, 0.2, {"moved": 6}),
    ),
]


@pytest.mark.parametrize(("life", "sent", "causes", "wanted"), FIGURES, ids=[row[0] for row in FIGURES])
def test_no_figure_points_at_a_person(life, sent, causes, wanted) -> None:
    month = month_of(MARCH, sent, Counter(causes))
    assert (month.sent, month.wrong, month.share, dict(month.causes)) == wanted


def test_a_year_goes_back_over_new_year() -> None:
    months = first_days(date(2026, 2, 28))
    assert (len(months), months[0], months[2], months[-1]) == (
        12,
        date(2026, 2, 1),
        date(2025, 12, 1),
        date(2025, 3, 1),
    )


def a_month(place: Place, wrong: int, right: int) -> None:
    for number in range(wrong + right):
        case = a_case(place, person=a_person(f"Nr {number}"))
        if number < wrong:
            at = NOW + timedelta(minutes=5)
            report_wrong_recipient(case_id=case.pk, actor=place.municipality, at=at, reason="moved")


@pytest.mark.django_db
def test_a_municipality_sees_what_came_to_it_and_a_ward_what_it_sent() -> None:
    place = a_place()
    a_month(place, wrong=5, right=5)
    at = NOW + timedelta(hours=1)
    for actor, sent, share in ((place.municipality, 10, 0.5), (place.ward, 20, 0.25)):
        admin = an_actor(Unit.objects.get(pk=str(actor.unit_id)), Role.UNIT_ADMIN)
        newest = routing_errors(admin, at=at)[0]
        assert (newest.sent, newest.wrong, newest.share, dict(newest.causes)) == (
            sent,
            5,
            share,
            {"moved": 5},
        )
    with pytest.raises(NotPermitted):
        routing_errors(place.municipality, at=at)


@pytest.mark.django_db
def test_the_page_tells_few_as_few() -> None:
    place = a_place()
    a_month(place, wrong=2, right=8)
    admin = an_actor(Unit.objects.get(pk=str(place.municipality.unit_id)), Role.UNIT_ADMIN)
    with time_machine.travel(NOW + timedelta(hours=1), tick=False):
        html = signed_in(admin).get("/unit/routing-errors/").content.decode()
    assert "färre än 5" in html
    assert "personen har flyttat" not in html
