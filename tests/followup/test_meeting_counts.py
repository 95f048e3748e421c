"""What counts of held meetings: a row that follows from events, the unit's own report, and no cost of history."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from followup.models import CountedMeeting
from followup.queries.survey_report import survey_report
from lus.organisations.actor import Actor
from lus.refusals import InvalidInput
from sip.actions.establish_sip import establish_sip
from sip.actions.record_sip_meeting import record_sip_meeting
from sip.actions.send_sip_summons import send_sip_summons
from sip.bodies import MeetingBody
from sip.rules.leader_tells import LeaderTells
from tests.discharge.actions.life import refused
from tests.discharge.actions.sip_lives import PLAN, attended, established, time_for_the_meeting
from tests.factories import NOW, signed_in
from tests.sip.outside import Outside, around_home

pytestmark = pytest.mark.django_db


@pytest.fixture
def home() -> Outside:
    return around_home()


def meets(home: Outside, **more: Any) -> None:
    """A plan is begun and its meeting held."""
    home.begins(replaces_open=True)
    home.does(home.nurse, send_sip_summons, meeting_at=home.at + timedelta(minutes=5), place="Hemma")
    home.later(hours=1)
    came = {str(home.primary_care.unit_id): "video", str(home.social.unit_id): "absent"}
    home.does(home.nurse, record_sip_meeting, attendance=came, person="physical", **more)


def counted(actor: Actor, *digital: bool, quarter: str = "2025-Q1") -> None:
    rows = [
        CountedMeeting(pk=uuid4(), unit_id=str(actor.unit_id), quarter=quarter, facts={"digital": value})
        for value in digital
    ]
    CountedMeeting.objects.bulk_create(rows)


def as_the_events_say() -> bool:
    try:
        call_command("verify_meetings")
    except SystemExit:
        return False
    return True


def test_a_held_meeting_is_counted_at_the_unit_that_led_it(home: Outside) -> None:
    meets(home, told=LeaderTells(premeeting=False, obstacles=("somebody_missing",)))
    row = CountedMeeting.objects.get()
    assert (row.unit_id, row.quarter) == (home.nurse.unit_id, "2026-Q1")
    known = ("premeeting", "all_from_municipality", "person_there", "obstacle_somebody_missing", "goals")
    assert [row.facts[one] for one in known] == [False, False, True, True, False]
    home.does(home.nurse, establish_sip, **{**PLAN, "responsible": "municipality"})
    row.refresh_from_db()
    assert (row.facts["goals"], row.facts["at_discharge"]) == (True, False)
    assert as_the_events_say()


def test_a_meeting_in_a_discharge_counts_from_its_case() -> None:
    life = established()
    row = CountedMeeting.objects.get()
    assert (row.unit_id, row.facts["at_discharge"]) == (life.primary_care.unit_id, True)
    assert (row.facts["called_by_region"], row.facts["responsible"]) == (True, True)
    assert as_the_events_say()


def test_what_follows_when_the_quarter_has_closed_moves_no_figure(home: Outside) -> None:
    meets(home)
    home.later(days=70)
    home.does(home.nurse, establish_sip, **{**PLAN, "responsible": "municipality"})
    assert CountedMeeting.objects.get().facts["goals"] is False
    assert as_the_events_say()


def test_rows_that_say_something_else_are_found_and_mended(home: Outside) -> None:
    meets(home)
    CountedMeeting.objects.update(facts={})
    assert not as_the_events_say()
    call_command("verify_meetings", "--mend")
    assert as_the_events_say()
    CountedMeeting.objects.all().delete()  # as after the upgrade that began to count
    call_command("verify_meetings", "--mend")
    assert CountedMeeting.objects.get().facts["person_there"] is True


def test_what_goes_not_together_is_refused_and_nothing_is_held() -> None:
    life = time_for_the_meeting()
    told = LeaderTells(obstacles=("none", "technology"))
    with refused(InvalidInput, field="obstacles"):
        life.does(
            life.primary_care, record_sip_meeting, attendance=attended(life), person="physical", told=told
        )
    assert not CountedMeeting.objects.exists()


@pytest.mark.at(NOW)
def test_the_leader_tells_it_on_the_page_and_by_api_alike(home: Outside) -> None:
    home.at = NOW - timedelta(hours=2)
    home.begins()
    home.does(home.nurse, send_sip_summons, meeting_at=NOW - timedelta(hours=1), place="Hemma")
    came = {f"unit_{actor.unit_id}": "physical" for actor in (home.primary_care, home.social)}
    told = {
        "premeeting": "yes",
        "present": ["physician", "school"],
        "target_group": "",
        "obstacles": ["none"],
    }
    client, address = signed_in(home.nurse), f"/sip/{home.plan.pk}/meeting/"
    sent = {**came, "person": "physical", "seen_version": home.facts.version, "idempotency_key": "k1"}
    wrong = client.post(address, {**sent, **told, "obstacles": ["none", "other"]})
    assert (wrong.status_code, "Två svar går inte ihop" in wrong.content.decode()) == (422, True)
    assert client.post(address, {**sent, **told}).status_code == 302
    kept = home.facts.events[-1].data
    assert (kept["premeeting"], kept["present"], kept["target_group"]) == (True, ["physician", "school"], "")
    body = MeetingBody(
        data={
            "attendance": [],
            "person": "physical",
            "told": {"premeeting": True, "present": ["physician", "school"], "obstacles": ["none"]},
        }
    )
    assert body.is_valid()
    assert body.arguments(body.validated_data)["told"].as_kept().items() <= kept.items()


@pytest.mark.at(NOW)
def test_the_page_shows_the_own_units_meetings_of_closed_quarters(home: Outside) -> None:
    counted(home.nurse, True, True, True, False, False)
    counted(home.nurse, True, quarter="2025-Q2")
    counted(home.nurse, *[True] * 9, quarter="2026-Q1")  # it runs still
    client = signed_in(home.nurse)
    meetings = client.get("/follow-up/surveys/").context["report"]["meetings"]
    assert meetings["periods"] == ["Kvartal 1", "Kvartal 2", "Hela 2025"]
    assert [cell["n"] for cell in meetings["counts"]] == [5, None, None]
    html = client.get("/follow-up/surveys/").content.decode()
    assert "Mötena ni lett" in html
    assert "60 %" in html
    assert "100 %" not in html
    assert "Mötena ni lett" not in signed_in(home.social).get("/follow-up/surveys/").content.decode()


def test_the_report_reads_as_much_whatever_the_history(home: Outside) -> None:
    def read() -> int:
        with CaptureQueriesContext(connection) as statements:
            survey_report(home.nurse, 2025, at=NOW)
        return len(statements)

    counted(home.nurse, True)
    few = read()
    counted(home.nurse, *[True] * 40)
    for year in range(2019, 2025):
        counted(home.nurse, *[True] * 5, quarter=f"{year}-Q3")
    assert read() == few
    assert survey_report(home.nurse, at=NOW).years == tuple(range(2025, 2018, -1))
