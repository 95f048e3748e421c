"""What a plan's units owe, as rows: kept by every act, fired by the sweep, shown on Min tur, proven from the events."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from discharge.actions.name_care_contact import name_care_contact
from discharge.actions.remove_concerned_unit import remove_concerned_unit
from lus.deadlines.models import Obligation
from lus.deadlines.sweep import sweep_due
from lus.events.models import Event
from lus.notifications.models import Notification
from lus.organisations.actor import Actor
from lus.swedish_time import local_midnight
from sip.actions.answer_sip_summons import answer_sip_summons
from sip.actions.close_sip import close_sip
from sip.actions.establish_sip import establish_sip
from sip.actions.follow_up_sip import follow_up_sip
from sip.actions.record_sip_meeting import record_sip_meeting
from sip.actions.send_sip_summons import send_sip_summons
from sip.actions.share_plan_with_person import share_plan_with_person
from sip.models import Plan
from sip.queries.measures_left import measures_left
from sip.verify import differences
from tests.discharge.actions.lives import consented
from tests.discharge.actions.sip_lives import attended, established, summoned
from tests.factories import NOW, a_person, signed_in

from .outside import Outside
from .plan_rows import confirmed, locked, whole_plan, write

pytestmark = [pytest.mark.django_db, pytest.mark.at(NOW)]
ADDRESSES = ("/", "/sip/", "/sip/?show=ours", "/sip/?show=late", "/api/v1/my-turn")
FOLLOW_UP = {"result": "reached", "text": ""}


def owes(actor: Actor, plan: Plan) -> set[str]:
    rows = Obligation.objects.filter(case_id=plan.pk, unit_id=actor.unit_id, met_at=None, cancelled_at=None)
    return set(rows.values_list("code", flat=True))


def proven() -> bool:
    """Whether all rows are what the events say."""
    return [str(item) for _, found in differences() for item in found] == []


def in_force(home: Outside) -> Outside:
    """A plan that was called, met about, written, confirmed and given to the person."""
    plan = home.begins()
    assert owes(home.nurse, plan) == {"start_sip_outside"}
    home.does(home.nurse, send_sip_summons, meeting_at=home.at + timedelta(days=3), place="Hemma")
    assert owes(home.social, plan) == {"answer_sip_summons"}
    home.does(home.social, answer_sip_summons, answer="cannot", text="Alla är lediga")
    assert owes(home.social, plan) == {"replace_at_sip_meeting"}
    home.does(home.social, answer_sip_summons, answer="sends_other", text="Biståndet Solna")
    assert owes(home.social, plan) == set()
    assert owes(home.nurse, plan) == {"record_sip_meeting"}
    home.later(days=4)
    came = {str(unit.unit_id): "physical" for unit in (home.primary_care, home.social)}
    home.does(home.nurse, record_sip_meeting, attendance=came, person="physical")
    assert owes(home.nurse, plan) == {"lock_sip_version"}
    write(plan, home.nurse, whole_plan(plan, home.primary_care, home.social), at=home.at)
    locked(plan, home.nurse, at=home.at)
    assert (owes(home.nurse, plan), owes(home.social, plan)) == (set(), {"confirm_sip_version"})
    confirmed(plan, home.primary_care, home.social, at=home.at)
    after = {"share_sip_with_person", "summon_sip_follow_up", "follow_up_plan"}
    assert (owes(home.nurse, plan), owes(home.social, plan)) == (after, set())
    home.does(home.nurse, share_plan_with_person, way="paper")
    return home


def test_the_duties_follow_a_plan_from_beginning_to_end(home: Outside) -> None:
    in_force(home)
    assert owes(home.nurse, home.plan) == {"summon_sip_follow_up", "follow_up_plan"}
    assert proven()
    home.does(home.nurse, follow_up_sip, **FOLLOW_UP)
    assert owes(home.nurse, home.plan) == set()
    handed = {row.id: home.nurse.unit_id for row in measures_left(home.plan.pk)}
    home.does(home.nurse, close_sip, reason="goals_reached", survey_offered=False, handed=handed)
    assert proven()


def test_a_plan_lives_on_in_its_own_stream_when_the_case_is_closed() -> None:
    life = established()
    plan = Plan.objects.get()
    assert owes(life.primary_care, plan) == set()
    day = life.at.date() + timedelta(days=42)
    life.does(life.primary_care, follow_up_sip, **FOLLOW_UP, next_on=day)
    assert owes(life.primary_care, plan) == {"summon_sip_follow_up", "follow_up_plan"}
    assert proven()


def test_who_calls_in_a_discharge_owes_and_who_leaves_the_case_does_not() -> None:
    life = summoned()
    plan = Plan.objects.get()
    assert "record_sip_meeting" in owes(life.primary_care, plan)
    assert "answer_sip_summons" in owes(life.municipality, plan)
    life.does(life.primary_care, name_care_contact, name="Eva Nord", title="Sjuksköterska", phone="08-1")
    assert proven()


def test_a_unit_that_is_taken_out_of_the_case_owes_the_plan_nothing() -> None:
    life = summoned()
    plan = Plan.objects.get()
    life.does(life.ward, remove_concerned_unit, unit_id=life.municipality.unit_id, reason="Fel enhet")
    assert owes(life.municipality, plan) == set()
    assert proven()


def test_a_late_duty_of_a_plan_is_fired_told_and_seen(home: Outside) -> None:
    home.begins()
    plan = home.plan
    due = Obligation.objects.get(case_id=plan.pk, code="start_sip_outside").due_at
    assert due is not None
    assert (sweep_due(at=due - timedelta(seconds=1)), sweep_due(at=due), sweep_due(at=due)) == (0, 1, 0)
    event = Event.objects.get(case_id=plan.pk, name="deadline_passed")
    told = Notification.objects.get(kind="plan_clock_passed")
    assert (told.unit_id, told.case_id, told.cause_id, told.urgent) == (
        home.nurse.unit_id,
        None,
        event.pk,
        True,
    )
    with time_machine.travel(due + timedelta(hours=9), tick=False):
        client = signed_in(home.nurse)
        assert "En tid i en SIP har gått ut" in client.get("/notices/").content.decode()
        page = client.get(f"/sip/{plan.pk}/").content.decode()
    assert "Tiden gick ut" in page
    assert "Påbörja SIP: kalla till möte" in page
    told.refresh_from_db()
    assert told.seen_at is not None
    home.at = due + timedelta(hours=10)
    home.does(home.nurse, send_sip_summons, meeting_at=home.at + timedelta(days=3), place="Hemma")
    assert proven()


def overdue(home: Outside) -> datetime:
    """A plan on paper whose follow-up was yesterday; return this morning."""
    home.begins()
    home.does(home.nurse, send_sip_summons, meeting_at=home.at + timedelta(days=1), place="Hemma")
    home.later(days=2)
    came = {str(unit.unit_id): "physical" for unit in (home.primary_care, home.social)}
    home.does(home.nurse, record_sip_meeting, attendance=came, person="physical")
    plan: dict[str, Any] = {"goals": "Bo kvar", "responsible": "municipality", "consented": True}
    home.does(home.nurse, establish_sip, **plan, follow_up_on=date(2026, 4, 14))
    return local_midnight(date(2026, 4, 15)) + timedelta(hours=8)


def test_min_tur_and_sip_say_the_same_of_a_late_follow_up(home: Outside) -> None:
    morning = overdue(home)
    with time_machine.travel(morning, tick=False):
        client = signed_in(home.nurse)
        mine = client.get("/").content.decode()
        listed = client.get("/sip/?show=late").content.decode()
        others = signed_in(home.social).get("/sip/?show=late").content.decode()
        plan = client.get(f"/sip/{home.plan.pk}/").content.decode()
        api = client.get("/api/v1/my-turn").json()["turns"]
        assert signed_in(home.social).get("/api/v1/my-turn").json()["turns"] == []
        (row,) = client.get("/api/v1/plans").json()["results"]
    for page in (mine, listed, plan):
        assert "Försenad uppföljning av SIP" in page
    assert f"/sip/{home.plan.pk}/follow-up/" in mine
    assert "Åberg" in mine
    assert ">Sent <span" in mine.replace("</svg>", ">")
    assert "<b>Försenad" in listed
    assert ("<b>Försenad" in others, "Försenad uppföljning av SIP" in others) == (False, True)
    assert home.nurse.unit_name in others
    assert (row["next_step"]["code"], row["next_step"]["state"]) == ("follow_up_plan", "overdue")
    assert row["next_unit_name"] == home.nurse.unit_name
    assert [(one["plan_id"], one["case_id"], one["duty"]["code"], one["duty"]["state"]) for one in api] == [
        (str(home.plan.pk), None, "summon_sip_follow_up", "overdue"),
        (str(home.plan.pk), None, "follow_up_plan", "overdue"),
    ]


def test_what_begins_later_is_nobodys_yet(home: Outside) -> None:
    overdue(home)
    with time_machine.travel(home.at, tick=False):
        client = signed_in(home.nurse)
        page = client.get("/").content.decode()
        assert "Inget väntar på er" in page
        assert "Inget nu" in client.get("/sip/").content.decode()
        assert "Ingen SIP väntar" in client.get("/sip/?show=ours").content.decode()
    with time_machine.travel(local_midnight(date(2026, 3, 17)), tick=False):
        client = signed_in(home.nurse)
        assert "Kalla till uppföljning av SIP" in client.get("/").content.decode()


def test_a_protected_person_is_a_plan_code_on_min_tur(home: Outside) -> None:
    home.person = a_person("Hemlig", "Person", protection="skyddad_folkbokforing")
    home.begins()
    page = signed_in(home.nurse).get("/").content.decode()
    assert "Hemlig" not in page
    assert home.plan.reference in page
    assert ">Dold<" in page


def test_statements_do_not_grow_with_plans_nor_with_their_history(home: Outside) -> None:
    client, counts = signed_in(home.nurse), []
    for plans in (2, 8):
        while Plan.objects.count() < plans:
            home.person = a_person(f"Öberg{Plan.objects.count()}")
            home.begins()
            home.person = a_person(f"Ek{Plan.objects.count()}")
            home.begins()
            home.does(home.nurse, send_sip_summons, meeting_at=home.at + timedelta(days=30), place="Hemma")
            for answer in ("cannot", "comes") * 2:
                home.does(home.social, answer_sip_summons, answer=answer, text="Upptagna")
        counts.append([statements(client, address) for address in ADDRESSES])
    assert counts[0] == counts[1]


def statements(client: Client, address: str) -> int:
    """Return how many a page asks for, the second time that it is opened."""
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def test_an_act_writes_the_same_number_of_rows_however_long_the_plan_has_lived(home: Outside) -> None:
    home.begins()
    home.does(home.nurse, send_sip_summons, meeting_at=home.at + timedelta(days=30), place="Hemma")
    counts = []
    for _ in range(4):
        with CaptureQueriesContext(connection) as asked:
            home.does(home.social, answer_sip_summons, answer="comes")
        counts.append(len(asked))
    assert counts[1] == counts[3]


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE deadlines_obligation SET due_at = due_at + interval '1 hour' WHERE subject = 'plan'",
        "DELETE FROM deadlines_obligation WHERE subject = 'plan'",
        "UPDATE deadlines_obligation SET met_at = NULL WHERE code = 'start_sip_outside'",
    ],
    ids=["a moved limit", "lost rows", "a deed undone"],
)
def test_a_change_behind_the_events_is_found_and_mended(
    home: Outside, change: str, capsys: pytest.CaptureFixture[str]
) -> None:
    home.begins()
    home.does(home.nurse, send_sip_summons, meeting_at=home.at + timedelta(days=3), place="Hemma")
    call_command("verify_plans")
    with connection.cursor() as cursor:
        cursor.execute(change)
    with pytest.raises(SystemExit) as stopped:
        call_command("verify_plans")
    out = capsys.readouterr().out
    assert stopped.value.code == 1
    assert home.plan.reference in out
    assert home.person.family_name not in out
    call_command("verify_plans", "--mend")
    call_command("verify_plans")


def test_a_plan_of_a_discharge_verifies_after_each_step() -> None:
    life = consented()
    assert proven()
    life.does(
        life.primary_care, send_sip_summons, meeting_at=life.at + timedelta(days=2), place="Avdelningen"
    )
    life.does(life.municipality, answer_sip_summons, answer="comes")
    assert proven()
    life.later(days=2).does(
        life.primary_care, record_sip_meeting, attendance=attended(life), person="physical"
    )
    assert proven()
    assert owes(life.primary_care, Plan.objects.get()) == {"lock_sip_version"}
