"""SIP följs upp: a day is proposed and kept within half a year, and the follow-up says what happens now."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from django.urls import reverse

from lus.deadlines.models import Obligation
from lus.refusals import InvalidInput
from lus.swedish_time import local_date
from sip.actions.follow_up_sip import follow_up_sip
from sip.actions.lock_plan_version import PlanNotReady
from sip.actions.remove_plan_row import remove_plan_row
from sip.rules.document.evaluation import latest_follow_up, proposed_follow_up
from sip.rules.document.row import rows_in
from sip.verify import differences
from tests.discharge.actions.sip_lives import established
from tests.factories import NOW, signed_in

from .outside import Outside
from .plan_rows import confirmed, document, locked, write
from .test_plan_after import in_force, results
from .test_plan_versions import met

pytestmark = [pytest.mark.django_db, pytest.mark.at(NOW + timedelta(days=4))]
TODAY = local_date(NOW + timedelta(days=4))
TOO_LATE = latest_follow_up(TODAY) + timedelta(days=1)


@pytest.fixture
def home(home: Outside) -> Outside:
    return met(home)


def owed(home: Outside) -> list[bool]:
    """Whether each duty to lock is met, in the order that they began."""
    rows = Obligation.objects.filter(case_id=home.plan.pk, code="lock_sip_version", cancelled_at=None)
    return [row.met_at is not None for row in rows.order_by("starts_at")]


def test_a_day_is_proposed_in_the_plan_and_at_the_follow_up(home: Outside) -> None:
    client, proposed = signed_in(home.nurse), proposed_follow_up(TODAY).isoformat()
    address = reverse("save_plan_row", args=[home.plan.pk, "follow_up", home.plan.pk])
    held = client.get(address).context["form"]["on"].value()
    assert held == "2026-04-15"  # what is written is not written over
    (row,) = rows_in(document(home.plan).rows, "follow_up")
    home.does(home.nurse, remove_plan_row, row_id=UUID(row.id), row_version=row.row_version)
    assert client.get(address).context["form"]["on"].value() == proposed
    write(home.plan, home.nurse, {"next": ("follow_up", {"on": proposed})}, at=home.at)
    in_force(home)
    form = client.get(f"/sip/{home.plan.pk}/follow-up/").context["form"]
    assert form["next_on"].value() == proposed
    assert latest_follow_up(TODAY).isoformat() in form.fields["next_on"].help_text


@pytest.mark.parametrize("day", [TODAY - timedelta(days=1), TOO_LATE])
def test_nobody_plans_a_follow_up_in_the_past_or_after_half_a_year(home: Outside, day: date) -> None:
    write(home.plan, home.nurse, {"next": ("follow_up", {"on": day.isoformat()})}, at=home.at)
    with pytest.raises(PlanNotReady) as said:
        locked(home.plan, home.nurse, at=home.at)
    assert [(one.section, one.field) for one in said.value.missing] == [("follow_up", "on")]
    assert day.isoformat() in said.value.missing[0].text
    write(home.plan, home.nurse, {"next": ("follow_up", {"on": TODAY.isoformat()})}, at=home.at)
    in_force(home)
    with pytest.raises(InvalidInput) as wrong:
        home.does(home.nurse, follow_up_sip, result="reached", next_on=day)
    assert wrong.value.field == "next_on"


def test_a_plan_that_is_written_anew_is_a_draft_and_owed_until_it_is_locked(home: Outside) -> None:
    in_force(home)
    assert owed(home) == [True]
    home.later(hours=1).does(
        home.nurse, follow_up_sip, result="not", outcome="revise", results=results(home.plan)
    )
    assert (document(home.plan).status, document(home.plan).established_no) == ("drafting", 1)
    assert owed(home) == [True, False]
    home.later(hours=1)
    write(home.plan, home.nurse, {"important": ("important", {"words": "Katten."})}, at=home.at)
    locked(home.plan, home.nurse, at=home.at)
    confirmed(home.plan, home.primary_care, home.social, at=home.at)
    assert (document(home.plan).established_no, False in owed(home)) == (2, False)
    assert [one for _, found in differences() for one in found] == []


def test_a_plan_that_goes_on_is_as_it_is(home: Outside) -> None:
    in_force(home)
    home.does(home.nurse, follow_up_sip, result="partly", results=results(home.plan))
    assert (document(home.plan).status, home.facts.events[-1].data["outcome"]) == ("established", "continue")


def test_whoever_ends_the_plan_comes_to_the_page_that_ends_it(home: Outside) -> None:
    in_force(home)
    typed = {"result": "reached", "outcome": "close", "goal_1": "reached", "idempotency_key": "k1"}
    typed["next_on"] = proposed_follow_up(TODAY).isoformat()
    answer = signed_in(home.nurse).post(f"/sip/{home.plan.pk}/follow-up/", typed)
    assert answer["Location"] == f"/sip/{home.plan.pk}/close/"
    assert home.facts.sip.follow_up_on is None


def test_in_a_discharge_too() -> None:
    life = established()
    with pytest.raises(InvalidInput) as said:
        life.does(life.primary_care, follow_up_sip, result="reached", outcome="close", next_on=TOO_LATE)
    assert said.value.field == "next_on"
    with pytest.raises(InvalidInput) as said:
        life.does(life.primary_care, follow_up_sip, result="reached", outcome="kanske")
    assert said.value.field == "outcome"
    client = signed_in(life.primary_care)
    typed = {"result": "reached", "outcome": "close", "idempotency_key": "k1"}
    answer = client.post(reverse("follow_up_sip", args=[life.case.pk]), typed)
    assert answer["Location"] == reverse("close_sip", args=[life.case.pk])
