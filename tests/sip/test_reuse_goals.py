"""Plan finns – återanvänd mål: what an earlier plan said is not written anew."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
import time_machine
from django.urls import reverse

from lus.events.models import Event
from lus.organisations.models import UnitKind
from lus.organisations.roles import Role
from lus.refusals import InvalidInput
from sip.actions.assess_sip_need import assess_sip_need
from sip.actions.close_sip import close_sip
from sip.actions.follow_up_sip import follow_up_sip
from sip.actions.record_sip_consent import record_sip_consent
from sip.actions.reuse_goals import reuse_goals
from sip.models import Plan
from sip.queries.older_goals import older_goals
from tests.discharge.actions.life import Life
from tests.factories import NOW, Place, a_case, a_place, a_unit, an_actor, signed_in

from .outside import Outside
from .plan_rows import GOAL, MUNICIPALITY, REGION, confirmed, document, locked, row_id
from .test_plan_versions import met

pytestmark = [pytest.mark.django_db, pytest.mark.at(NOW)]
TESTED_ACTS = ("reuse_goals",)


def handed(home: Outside) -> dict[str, UUID]:
    """Each goes on with its own measure."""
    units = {REGION: home.primary_care.unit_id, MUNICIPALITY: home.social.unit_id}
    return {str(row_id(home.plan, name)): unit for name, unit in units.items() if unit}


@pytest.fixture
def again(home: Outside) -> Outside:
    """A plan that was followed up and closed, and a new one begun a month later."""
    met(home)
    locked(home.plan, home.nurse, at=home.at)
    confirmed(home.plan, home.primary_care, home.social, at=home.at)
    home.does(
        home.nurse,
        follow_up_sip,
        result="partly",
        results=[{"goal_id": str(row_id(home.plan, GOAL)), "result": "partly"}],
    )
    home.does(home.nurse, close_sip, reason="not_needed", survey_offered=False, handed=handed(home))
    home.later(days=30)
    home.begins()
    return home


def test_goals_are_taken_along_once(again: Outside) -> None:
    base = f"/sip/{again.plan.pk}/document/"
    with time_machine.travel(again.at, tick=False):
        client = signed_in(again.nurse)
        assert "Ett mål därifrån finns inte här." in client.get(base).content.decode()
        shown = client.get(f"{base}reuse-goals/").context["form"]
        ((goal, words),) = shown.fields["goals"].choices
        assert words == "Duscha själv."
        client.post(f"{base}reuse-goals/", {"idempotency_key": str(uuid4()), "goals": [goal]})
        (taken,) = document(again.plan).rows
        assert (taken.id, dict(taken.values)) == (
            goal,
            {"words": "Duscha själv.", "target_on": "2026-05-01"},
        )
        assert "därifrån" not in client.get(base).content.decode()
    with pytest.raises(InvalidInput):
        again.does(again.social, reuse_goals, goals=[goal])


def test_a_goal_that_is_not_offered_is_refused(again: Outside) -> None:
    before = Event.objects.count()
    for goals in ([], [uuid4()]):
        with pytest.raises(InvalidInput):
            again.does(again.nurse, reuse_goals, goals=goals)
    assert Event.objects.count() == before


def test_the_same_by_api(again: Outside) -> None:
    base = f"/api/v1/plans/{again.plan.pk}"
    with time_machine.travel(again.at, tick=False):
        client = signed_in(again.nurse)
        (old,) = client.get(f"{base}/document").json()["older_goals"]
        key = {"Idempotency-Key": f"reuse-{old['id']}"}
        sent = client.post(
            f"{base}/acts/reuse-goals", {"goals": [old["id"]]}, "application/json", headers=key
        )
        assert sent.status_code == 201
        assert client.get(f"{base}/document").json()["older_goals"] == []


def test_only_who_took_part_in_the_earlier_plan_reads_it(again: Outside) -> None:
    stranger = an_actor(a_unit("Annan vårdcentral", UnitKind.PRIMARY_CARE), Role.CARE_CONTACT)
    plan = Plan.objects.get(pk=again.plan.pk)
    at = again.at + timedelta(minutes=1)
    assert older_goals(again.social, plan, document(plan), at=at) is not None
    assert older_goals(stranger, plan, document(plan), at=at) is None


def test_in_a_discharge_the_plan_from_home_is_used_again(home: Outside) -> None:
    met(home)
    locked(home.plan, home.nurse, at=home.at)
    confirmed(home.plan, home.primary_care, home.social, at=home.at)
    home.later(days=30)
    place = Place(a_place().ward, home.social, home.primary_care)
    life = Life(at=home.at, place=place, case=a_case(place, at=home.at, person=home.person))
    life.does(life.primary_care, assess_sip_need, needed=True)
    life.does(life.ward, record_sip_consent, state="given")
    with time_machine.travel(life.at, tick=False):
        shown = signed_in(life.primary_care).get(reverse("link_existing_sip", args=[life.case.pk]))
        assert f"{home.plan.reference}. Dess mål är ifyllda" in shown.content.decode()
        known = {name: field.initial for name, field in shown.context["form"].fields.items()}
        assert (known["goals"], known["responsible"]) == ("Duscha själv.", "municipality")
        own = Plan.objects.get(case_id=life.case.pk)
        document_page = signed_in(life.primary_care).get(f"/sip/{own.pk}/document/").content.decode()
        assert f"Personen har plan {home.plan.reference} sedan tidigare." in document_page
