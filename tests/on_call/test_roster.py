"""A roster is changed by who keeps it; shifts that cannot be are refused; holes become tasks."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

import pytest

from lus.on_call.models import OnCallFunction, OnCallShift, RosterChange, RosterTask
from lus.on_call.note_holes import note_holes
from lus.on_call.queries import reached
from lus.on_call.roster import add_shift, copy_week, remove_shift, swap_shifts
from lus.organisations.actor import NotPermitted
from lus.organisations.models import UnitKind
from lus.organisations.roles import Role
from lus.refusals import NotThere, Refused
from lus.swedish_time import at_local
from tests.factories import NOW, a_place, a_unit, an_actor
from tests.rosters import NACKA, Roster, a_roster, a_roster_on_duty, office_hours

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture
def roster() -> Roster:
    return a_roster(a_place())


def add(roster: Roster, start: datetime, end: datetime, **more: object) -> OnCallShift:
    given = {"function_id": roster.function.pk, "actor": roster.admin, "at": NOW, **more}
    return add_shift(starts_at=start, ends_at=end, **given)  # type: ignore[arg-type]


def test_a_shift_is_added_and_who_did_it_is_written_down(roster: Roster) -> None:
    add(roster, NOW, NOW + HOUR)
    assert RosterChange.objects.get().changed_by == roster.admin.name
    (found,) = reached([NACKA], at=NOW)
    assert (found.answer.kind, found.function) == ("on_call", roster.function)


@pytest.mark.parametrize(
    ("start", "end", "code"),
    [
        (NOW, NOW, "shift-ends-first"),
        (NOW, NOW - HOUR, "shift-ends-first"),
        (NOW + HOUR, NOW + 3 * HOUR, "shift-overlaps"),
        (NOW - timedelta(days=3000), NOW - timedelta(days=2999), "shift-outside-agreement"),
    ],
    ids=["no length", "backwards", "overlaps", "before the agreement"],
)
def test_a_shift_that_cannot_be_is_refused(roster: Roster, start: datetime, end: datetime, code: str) -> None:
    add(roster, NOW, NOW + 2 * HOUR)
    before = OnCallShift.objects.count()
    with pytest.raises(Refused) as said:
        add(roster, start, end)
    assert (said.value.code, OnCallShift.objects.count()) == (code, before)
    assert RosterChange.objects.count() == 1


def test_a_shift_after_the_last_day_of_the_agreement_is_refused(roster: Roster) -> None:
    roster.group.valid_to = date(2026, 3, 3)
    roster.group.save()
    add(roster, at_local(date(2026, 3, 3), time(20)), at_local(date(2026, 3, 4), time(0)))
    with pytest.raises(Refused, match="shift-outside-agreement"):
        add(roster, at_local(date(2026, 3, 4), time(0)), at_local(date(2026, 3, 4), time(1)))


def test_a_week_is_copied_by_the_clock_also_over_the_night_of_the_change(roster: Roster) -> None:
    add(roster, at_local(date(2026, 3, 22), time(1, 30)), at_local(date(2026, 3, 22), time(8)))
    copied = copy_week(group_id=roster.group.pk, monday=date(2026, 3, 16), actor=roster.admin, at=NOW)
    last = OnCallShift.objects.latest("starts_at")
    assert copied == 1
    assert last.starts_at == at_local(date(2026, 3, 29), time(1, 30))
    assert last.ends_at - last.starts_at == 5.5 * HOUR


def test_a_week_over_one_that_is_filled_is_refused_whole(roster: Roster) -> None:
    add(roster, NOW, NOW + HOUR)
    add(roster, NOW + timedelta(days=7), NOW + timedelta(days=7, hours=1))
    with pytest.raises(Refused, match="shift-overlaps"):
        copy_week(group_id=roster.group.pk, monday=date(2026, 3, 2), actor=roster.admin, at=NOW)


def test_a_week_without_shifts_cannot_be_copied(roster: Roster) -> None:
    with pytest.raises(Refused):
        copy_week(group_id=roster.group.pk, monday=date(2026, 3, 2), actor=roster.admin, at=NOW)


def test_two_functions_swap(roster: Roster) -> None:
    other = OnCallFunction.objects.create(group=roster.group, label="Jour två", phone="08-000 90 02")
    first = add(roster, NOW, NOW + HOUR)
    second = add(roster, NOW + HOUR, NOW + 2 * HOUR, function_id=other.pk)
    swap_shifts(first_id=first.pk, second_id=second.pk, actor=roster.admin, at=NOW)
    assert OnCallShift.objects.get(pk=first.pk).function == other
    with pytest.raises(Refused):
        swap_shifts(first_id=first.pk, second_id=first.pk, actor=roster.admin, at=NOW)


CHANGES: list[Callable[..., object]] = [
    lambda roster, actor: add(roster, NOW, NOW + HOUR, actor=actor),
    lambda roster, actor: remove_shift(shift_id=roster.on_duty(NOW, NOW + HOUR).pk, actor=actor, at=NOW),
    lambda roster, actor: copy_week(group_id=roster.group.pk, monday=date(2026, 3, 2), actor=actor, at=NOW),
]


@pytest.mark.parametrize("change", CHANGES)
def test_only_an_administrator_of_the_unit_that_keeps_it_changes_it(
    roster: Roster, change: Callable[..., object]
) -> None:
    stranger = an_actor(a_unit("Solna", UnitKind.RECEPTION), Role.UNIT_ADMIN)
    with pytest.raises(NotThere):
        change(roster, stranger)
    with pytest.raises(NotPermitted):
        change(roster, an_actor(roster.group.owner, Role.RECEPTION))


def test_a_removed_shift_is_gone_and_noted(roster: Roster) -> None:
    shift = add(roster, NOW, NOW + HOUR)
    remove_shift(shift_id=shift.pk, actor=roster.admin, at=NOW)
    assert not OnCallShift.objects.exists()
    assert RosterChange.objects.count() == 2


def test_a_hole_in_promised_hours_becomes_one_task_and_is_done_when_filled(roster: Roster) -> None:
    roster.promises(4, time(16, 30), time(8))
    assert note_holes(at=NOW) == RosterTask.objects.count() > 3
    assert note_holes(at=NOW + HOUR) == 0
    first = RosterTask.objects.earliest("starts_at")
    add(roster, first.starts_at, first.ends_at)
    note_holes(at=NOW + 2 * HOUR)
    assert RosterTask.objects.get(pk=first.pk).done_at == NOW + 2 * HOUR


def test_the_open_reception_comes_before_its_on_call_and_nobody_is_said(roster: Roster) -> None:
    place = a_place(municipality="Nacka öppen")
    a_roster_on_duty(place, "safe_homecoming")
    office_hours(place.municipality)
    (found,) = reached([NACKA], at=NOW)
    assert (found.answer.kind, found.may_decide) == ("reception", ())
    (evening,) = reached([NACKA], at=at_local(date(2026, 3, 3), time(18)))
    assert (evening.answer.kind, evening.may_decide) == ("on_call", ("safe_homecoming",))
    (nobody,) = reached(["0184"], at=NOW)
    assert (nobody.answer.kind, nobody.answer.next_at) == ("nobody", None)
