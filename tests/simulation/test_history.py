"""The invented history: the same seed gives the same cases, near the anchors, and every case passes the proof."""

from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from django.core.management import CommandError, call_command

from discharge.models import Case
from discharge.rules.fold import fold
from discharge.verify import Difference, differences
from lus.events.models import Change, Event
from lus.persons.identifiers import parse
from lus.persons.models import Person
from lus.simulation.county_plan import county_plan
from lus.simulation.fill import fill
from lus.simulation.history import PastCase, past_cases, reference
from lus.simulation.people import People
from lus.swedish_time import local_date

NOW = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)


def drawn(count: int, seed: int = 7) -> list[PastCase]:
    rng = Random(seed)
    people = People(rng, county_plan(), local_date(NOW))
    return list(past_cases(county_plan(), people, count=count, rng=rng, now=NOW, months=2))


def test_the_same_seed_gives_the_same_events_and_another_seed_others():
    assert [past.events for past in drawn(20)] == [past.events for past in drawn(20)]
    assert [past.case_id for past in drawn(3)] != [past.case_id for past in drawn(3, seed=8)]


def test_everything_is_over_and_in_order():
    for past in drawn(150):
        facts = fold(str(past.case_id), past.events)
        assert facts.closed_at is not None
        assert facts.closed_at < NOW
        assert NOW - facts.closed_at < timedelta(days=120)
        assert all(event.happened_at <= event.recorded_at for event in past.events)
        assert [event.seq for event in past.events] == list(range(1, len(past.events) + 1))
        assert all(item.acknowledged_at for item in facts.deliveries)


def test_days_as_ready_lie_near_the_published_anchors():
    days = []
    for past in drawn(1200):
        facts = fold(str(past.case_id), past.events)
        if facts.spells and facts.care_form in ("somatic_acute", "geriatric"):
            assert facts.discharged_at is not None
            days.append((local_date(facts.discharged_at) - local_date(facts.spells[-1].sent_at)).days)
    assert 0.50 <= sum(day == 0 for day in days) / len(days) <= 0.70
    assert 0.6 <= sum(days) / len(days) <= 1.6


def test_references_never_repeat_and_are_longer_than_those_given_out():
    codes = {reference(number) for number in range(50_000)}
    assert len(codes) == 50_000
    assert {len(code) for code in codes} == {6}


def test_invented_people_have_numbers_that_only_test_persons_have():
    for past in drawn(50):
        number = parse(past.person.identifier, local_date(NOW))
        assert 980 <= int(number.value[8:11]) <= 999


@pytest.mark.django_db(transaction=True)
def test_a_filled_database_verifies_and_a_second_run_adds_nothing():
    for _ in range(2):
        fill(now=NOW, cases=60, progress=lambda _: None, with_today=False)
        assert Case.objects.count() == Person.objects.count() == 60
    assert [str(item) for item in differences() if isinstance(item, Difference)] == []
    assert set(Change.objects.values_list("event_id")) == set(Event.objects.values_list("pk"))
    fill(now=NOW, cases=150, progress=lambda _: None, with_today=False)
    assert Case.objects.count() == 150


def test_nothing_is_invented_where_patients_are_real(settings):
    settings.DEMO = settings.TESTING = False
    with pytest.raises(CommandError, match="Nothing was changed"):
        call_command("simulate")
