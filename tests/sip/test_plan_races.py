"""Two units in one plan at the same moment: one version, one plan in force, one number for each calendar file."""

from datetime import timedelta
from functools import partial

import pytest

from lus.events.models import Event
from lus.organisations.actor import Actor
from lus.organisations.models import Unit
from lus.organisations.roles import Role
from sip.actions.change_sip_time import change_sip_time
from sip.actions.confirm_plan_version import confirm_plan_version
from sip.actions.lock_plan_version import lock_plan_version
from sip.actions.send_sip_summons import send_sip_summons
from sip.models import InvitationRow
from tests.discharge.actions.test_races import at_once, refusals
from tests.factories import an_actor

from .outside import Outside
from .plan_rows import document, locked
from .test_plan_versions import met

pytestmark = pytest.mark.django_db(transaction=True)
ROUNDS = 3


def colleague(of: Actor) -> Actor:
    return an_actor(Unit.objects.get(pk=str(of.unit_id)), Role.MUNICIPAL_NURSE)


def count(home: Outside, name: str) -> int:
    return Event.objects.filter(case_id=home.plan.pk, name=name).count()


def without_gaps(home: Outside) -> bool:
    seqs = Event.objects.filter(case_id=home.plan.pk).order_by("seq").values_list("seq", flat=True)
    return list(seqs) == list(range(1, len(seqs) + 1))


def test_two_lock_at_once_and_there_is_one_version(home: Outside) -> None:
    met(home)
    lock = partial(lock_plan_version, case_id=home.plan.pk, at=home.at, consented=True)
    nurses = (home.nurse, colleague(home.nurse))
    (said,) = refusals(at_once(*(partial(lock, actor=actor) for actor in nurses)))
    assert said.code == "nothing-to-lock"
    assert ([one.no for one in document(home.plan).versions], without_gaps(home)) == ([1], True)
    assert count(home, "sip_version_locked") == 1  # whoever came second wrote nothing


def test_the_last_two_confirm_at_once_and_the_plan_is_in_force_once(home: Outside) -> None:
    met(home)
    content = locked(home.plan, home.nurse, at=home.at)
    confirm = partial(confirm_plan_version, case_id=home.plan.pk, at=home.at, content_hash=content)
    both = (home.primary_care, home.social)
    assert refusals(at_once(*(partial(confirm, actor=actor) for actor in both))) == []
    assert (count(home, "sip_unit_confirmed"), count(home, "sip_established")) == (2, 1)
    assert (document(home.plan).established, home.facts.sip.state) == ((1,), "established")
    assert without_gaps(home)


def test_two_new_times_at_once_are_two_numbers_in_the_calendars(home: Outside) -> None:
    home.begins()
    Unit.objects.filter(pk=str(home.primary_care.unit_id)).update(email="solen@exempel.invalid")
    home.does(home.nurse, send_sip_summons, meeting_at=home.at + timedelta(days=9), place="Hemma")
    other, days = colleague(home.nurse), 10
    for _ in range(ROUNDS):
        move = partial(change_sip_time, case_id=home.plan.pk, at=home.at, place="Hemma", reason="Krock")
        times = [home.at + timedelta(days=days + more) for more in (0, 1)]
        calls = zip((home.nurse, other), times, strict=True)
        assert refusals(at_once(*(partial(move, actor=who, meeting_at=when) for who, when in calls))) == []
        days += 2
    files = InvitationRow.objects.order_by("sequence").values_list("sequence", "starts_at")
    sequences = [sequence for sequence, _ in files]
    assert sequences == list(range(1 + 2 * ROUNDS))
    assert files[len(files) - 1][1] == home.facts.sip.meeting_at
    assert without_gaps(home)
