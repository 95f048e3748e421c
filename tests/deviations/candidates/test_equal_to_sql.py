"""On the invented county each rule finds what a query of its own finds in the record: the same cases and events."""

from datetime import UTC, datetime
from io import StringIO
from random import Random

import pytest
from django.core.management import CommandError, call_command

from deviations.management.commands import check_candidates
from deviations.queries.candidate_hits import Hits
from deviations.rules.candidates.detectors import DETECTORS
from lus.simulation.county import save_county
from lus.simulation.load_history import load_history
from lus.simulation.people import People
from lus.swedish_time import local_date

from .odd_cases import store_odd_cases

NOW = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)


@pytest.mark.django_db
@pytest.mark.at(NOW)
def test_rules_and_queries_find_the_same_on_the_invented_county() -> None:
    plan = save_county()
    people = People(Random(7), plan, local_date(NOW))
    load_history(plan, people, cases=100, seed=7, now=NOW, months=2, progress=lambda _: None)
    store_odd_cases(180, seed=11, now=NOW)
    out = StringIO()
    call_command("check_candidates", "--show", stdout=out)
    rows = [line.split() for line in out.getvalue().splitlines()[1:]]
    assert [row[0] for row in rows] == list(DETECTORS)
    assert {row[3] for row in rows} == {"yes"}
    assert [row[0] for row in rows if int(row[1]) == 0] == []


@pytest.mark.django_db
@pytest.mark.at(NOW)
def test_the_command_says_which_rule_differs(monkeypatch: pytest.MonkeyPatch) -> None:
    none: Hits = {name: set() for name in DETECTORS}
    monkeypatch.setattr(check_candidates, "hits_by_rule", lambda at: none | {"AD07": {("case", "event", "")}})
    monkeypatch.setattr(check_candidates, "hits_by_sql", lambda at: none)
    out = StringIO()
    with pytest.raises(CommandError, match="differ: AD07"):
        call_command("check_candidates", "--show", stdout=out)
    assert "case event" in out.getvalue()
