"""Orsak till kvarstannande: several at once, each with an owner who may contest, ended by what ends the wait."""

from datetime import timedelta

import pytest

from discharge.actions.close_waiting_reason import close_waiting_reason
from discharge.actions.contest_waiting_reason import contest_waiting_reason
from discharge.actions.open_waiting_reason import open_waiting_reason
from discharge.actions.undo_discharge import undo_discharge
from discharge.verify import differences
from lus.organisations.actor import Actor
from lus.refusals import AlreadyDone, InvalidInput, StageNotAllowed
from lus.swedish_time import local_date
from tests.factories import NOW, a_person

from .life import Life, refused

pytestmark = pytest.mark.django_db
TESTED_ACTS = ("open_waiting_reason", "close_waiting_reason", "contest_waiting_reason")


def waits(life: Life, code: str = "municipal_decision", owner: Actor | None = None, **more: object) -> Life:
    actor = owner or life.municipality
    life.does(life.ward, open_waiting_reason, code=code, owner_id=actor.unit_id, **more)
    return life


def last_reason(life: Life) -> object:
    return life.last("waiting_reason_opened").pk


def test_several_reasons_run_at_once_and_their_owners_are_told() -> None:
    life = waits(waits(Life().ready()), "regional_outpatient", None)
    waits(life, "aids_or_home_adaptation", life.primary_care)
    assert [row[0] for row in life.row.waiting_for] == [
        "municipal_decision",
        "regional_outpatient",
        "aids_or_home_adaptation",
    ]
    assert life.told("waiting_reason_opened") == {"Vårdcentralen Solen"}
    assert "open_waiting_reason" not in life.owes(life.ward)
    assert not [found for found in differences() if not isinstance(found, int)]


def test_the_ward_owes_a_reason_until_it_is_said() -> None:
    life = Life().ready()
    assert "open_waiting_reason" in life.owes(life.ward)
    life = waits(life)
    assert "open_waiting_reason" not in life.owes(life.ward)
    life.does(life.ward, close_waiting_reason, reason_id=last_reason(life))
    assert "open_waiting_reason" in life.owes(life.ward)


def test_the_owner_contests_once_and_the_ward_is_told() -> None:
    life = waits(Life().ready(), comment="Beslut saknas.")
    life.does(life.municipality, contest_waiting_reason, reason_id=last_reason(life), text="Beslut finns.")
    reason = life.facts.waiting[0]
    assert (reason.comment, reason.contested) == ("Beslut saknas.", "Beslut finns.")
    assert life.told("waiting_reason_contested") == {"Avd 72"}
    with refused(AlreadyDone):
        life.does(life.municipality, contest_waiting_reason, reason_id=last_reason(life), text="Igen.")


def test_only_the_owner_contests() -> None:
    life = waits(Life().ready())
    with refused(InvalidInput, field="reason_id"):
        life.does(life.primary_care, contest_waiting_reason, reason_id=last_reason(life), text="Nej.")


def test_the_same_reason_of_the_same_owner_runs_once() -> None:
    life = waits(Life().ready())
    with refused(AlreadyDone):
        waits(life)


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"code": "weather"}, "code"),
        ({"code": "other"}, "code"),
        ({"since": local_date(NOW) + timedelta(days=1)}, "since"),
        ({"since": local_date(NOW) - timedelta(days=1)}, "since"),
    ],
)
def test_a_reason_that_cannot_be_is_refused(more: dict[str, object], field: str) -> None:
    life = Life().ready()
    with refused(InvalidInput, field=field):
        waits(life, **more)  # type: ignore[arg-type]


def test_an_owner_outside_the_case_is_refused() -> None:
    life = Life().ready()
    with refused(InvalidInput, field="owner_id"):
        life.does(life.ward, open_waiting_reason, code="guardian", owner_id=a_person().pk)


def test_nobody_waits_before_the_patient_is_ready() -> None:
    life = Life()
    with refused(StageNotAllowed):
        waits(life)


def test_a_reason_is_closed_once_and_on_a_day_that_it_ran() -> None:
    life = waits(Life().ready())
    with refused(InvalidInput, field="until"):
        life.does(
            life.ward,
            close_waiting_reason,
            reason_id=last_reason(life),
            until=local_date(NOW) + timedelta(days=1),
        )
    with refused(InvalidInput, field="reason_id"):
        life.does(life.ward, close_waiting_reason, reason_id=a_person().pk)
    life.does(life.ward, close_waiting_reason, reason_id=last_reason(life))
    with refused(AlreadyDone):
        life.does(life.ward, close_waiting_reason, reason_id=last_reason(life))


def test_the_discharge_ends_it_and_an_undone_one_lets_it_run_on() -> None:
    life = waits(Life().ready()).left()
    assert (life.row.waiting_for, life.facts.waiting[0].ended_by) == ([], "discharged")
    life.does(life.ward, undo_discharge, reason="Fel knapp")
    assert [row[0] for row in life.row.waiting_for] == ["municipal_decision"]
    assert not [found for found in differences() if not isinstance(found, int)]
