"""A message that nobody reads: reminder, backup, the sender's call, head; stopped by a receipt in its transaction."""

from datetime import datetime, timedelta

import pytest

from discharge.actions.acknowledge import acknowledge
from discharge.actions.close_case import close_case
from discharge.actions.decline_case import decline_case
from discharge.actions.mark_ready_for_discharge import mark_ready_for_discharge
from discharge.actions.record_phone_contact import record_phone_contact
from discharge.actions.report_wrong_recipient import report_wrong_recipient
from lus.deadlines.models import Obligation
from lus.deadlines.sweep import sweep_due
from lus.events.models import Event
from lus.notifications.models import Audience, Notification, OutboxRow
from lus.organisations.models import EscalationLadder, Unit, UnitKind, User
from lus.swedish_time import at_local, local_date
from tests.factories import NOW, a_unit
from tests.rosters import office_hours

from .life import Life

TESTED_ACTS = ("escalate_receipt",)
MINUTE = timedelta(minutes=1)


def levels(life: Life) -> list[int]:
    found = Event.objects.filter(case_id=life.case.pk, name__startswith="acknowledgement_").order_by("seq")
    mine = str(life.municipality.unit_id)
    return [event.data["level"] for event in found if event.data["unit_id"] == mine]


def sweep_until(at: datetime) -> None:
    while sweep_due(at=at):
        pass


def test_an_unread_notice_climbs_the_ladder_and_each_level_is_an_event() -> None:
    life = Life()
    for minutes, expected in ((119, []), (121, [1]), (241, [1, 2]), (361, [1, 2, 3]), (421, [1, 2, 3, 4])):
        sweep_until(NOW + minutes * MINUTE)
        assert levels(life) == expected
    sweep_until(NOW + timedelta(days=9))
    assert levels(life) == [1, 2, 3, 4]


def test_an_urgent_one_climbs_by_the_clock_also_when_the_unit_is_closed() -> None:
    life = Life()
    office_hours(life.municipality)
    life.at = NOW + timedelta(days=4)
    life.ready()
    sent = life.at
    sweep_until(sent + 121 * MINUTE)
    message = str(life.last("ready_notice_sent").pk)
    found = Event.objects.filter(data__event_id=message, data__unit_id=str(life.municipality.unit_id))
    assert [event.data["level"] for event in found.order_by("seq")] == [1, 2, 3, 4]


def test_what_can_wait_is_counted_in_open_minutes() -> None:
    life_at = NOW + timedelta(days=3, hours=5, minutes=30)  # Friday 15.30
    place = Life().place
    office_hours(place.municipality)
    life = Life(at=life_at, place=place)
    duty = Obligation.objects.get(
        case_id=life.case.pk, code="acknowledge", unit_id=str(life.municipality.unit_id), cancelled_at=None
    )
    monday = local_date(NOW) + timedelta(days=6)
    assert duty.due_at == at_local(monday, datetime(2026, 1, 1, 9, 0).time())


def test_a_clock_that_was_away_goes_the_whole_way_and_keeps_the_due_times() -> None:
    life = Life()
    back = NOW + timedelta(days=3)
    sweep_until(back)
    assert levels(life) == [1, 2, 3, 4]
    event = Event.objects.filter(name="acknowledgement_escalated", data__level=2).first()
    assert event is not None
    assert (event.happened_at, event.recorded_at) == (NOW + 240 * MINUTE, back)


STOPS = [
    lambda life: life.does(life.municipality, acknowledge, message_id=life.last("admission_notice_sent").pk),
    lambda life: life.does(life.municipality, decline_case, reason="no_need_of_us"),
    lambda life: life.does(life.municipality, report_wrong_recipient, reason="moved"),
    lambda life: life.left().does(life.ward, close_case, reason="home"),
]


@pytest.mark.parametrize("stop", STOPS, ids=["receipt", "declined", "wrong recipient", "closed"])
def test_the_ladder_stops_in_the_same_transaction(stop: object) -> None:
    life = Life()
    sweep_until(NOW + 121 * MINUTE)
    life.at = NOW + 130 * MINUTE
    stop(life)  # type: ignore[operator]
    rows = Obligation.objects.filter(code="receipt_escalates", key__endswith=str(life.municipality.unit_id))
    assert {row.cancelled_at for row in rows} == {life.at}
    before = levels(life)
    sweep_until(NOW + timedelta(hours=12))
    assert [level for level in levels(life) if level > 1] == [level for level in before if level > 1]


def test_a_unit_without_any_active_user_is_called_at_once() -> None:
    life = Life()
    User.objects.filter(assignments__unit_id=str(life.municipality.unit_id)).update(is_active=False)
    life.at += MINUTE
    life.ready()
    sweep_until(life.at)
    event = life.last("acknowledgement_escalated")
    assert (event.data["level"], event.data["result"]) == (3, "no_active_user")
    assert "call_unread_unit" in life.owes(life.ward)


def test_from_level_three_the_ward_calls_and_logs_it() -> None:
    life = Life()
    sweep_until(NOW + 361 * MINUTE)
    assert "call_unread_unit" in life.owes(life.ward)
    life.at = NOW + 370 * MINUTE
    for called in (life.municipality, life.primary_care):
        life.does(
            life.ward,
            record_phone_contact,
            unit_id=called.unit_id,
            outcome="reached",
            answered_by="Vakthavande",
        )
    assert "call_unread_unit" not in life.owes(life.ward)


def test_level_two_tells_the_backup_and_the_administrator_and_neither_sees_the_case() -> None:
    life = Life()
    backup = a_unit("Biståndshandläggning", UnitKind.NEEDS_ASSESSMENT)
    EscalationLadder.objects.create(
        unit=Unit.objects.get(pk=str(life.municipality.unit_id)),
        normal=[10, 20, 30],
        after_opening=60,
        urgent=[5, 10, 15, 20],
        backup=backup,
        set_at=NOW,
        set_by="Ulla",
    )
    life.does(
        life.ward,
        mark_ready_for_discharge,
        physician="Jonas Ek",
        assessed_at=life.at,
        legal_ground="consent",
    )
    sweep_until(life.at + 11 * MINUTE)
    assert Notification.objects.filter(kind="backup_asked", unit_id=backup.pk).count() == 1
    nudge = OutboxRow.objects.get(audience=Audience.ADMIN)
    assert nudge.unit_id == life.municipality.unit_id
    assert nudge.notification.seen_at is not None


def test_a_changed_ladder_moves_no_limit_that_runs() -> None:
    life = Life()
    EscalationLadder.objects.create(
        unit_id=str(life.municipality.unit_id),
        normal=[1, 2, 3],
        after_opening=1,
        urgent=[1, 2, 3, 4],
        set_at=NOW,
        set_by="Ulla",
    )
    sweep_until(NOW + 119 * MINUTE)
    assert levels(life) == []
