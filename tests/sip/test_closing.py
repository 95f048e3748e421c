"""SIP avslutas: from any open state, asked only what it had; a death ends it at once, wherever it was recorded."""

from datetime import timedelta
from typing import Any

import pytest

from discharge.actions.close_case import close_case
from discharge.actions.undo_death import undo_death
from discharge.verify import differences as of_cases
from lus.organisations.models import Unit
from lus.refusals import InvalidInput, Refused
from sip.actions.assess_sip_need import assess_sip_need
from sip.actions.close_sip import close_sip
from sip.actions.establish_sip import establish_sip
from sip.actions.send_sip_summons import send_sip_summons
from sip.actions.withdraw_consent import withdraw_consent
from sip.models import InvitationRow, Plan
from sip.verify import differences as of_plans
from tests.discharge.actions.life import Life, refused
from tests.discharge.actions.lives import consented
from tests.discharge.actions.sip_lives import PLAN, held, summoned
from tests.factories import NOW, a_case, a_place, signed_in

from .outside import Outside
from .test_plan_after import in_force
from .test_plan_versions import met

pytestmark = [pytest.mark.django_db, pytest.mark.at(NOW + timedelta(days=4))]


def proven() -> bool:
    found = [str(one) for _, said in of_plans() for one in said]
    return found + [str(one) for one in of_cases() if not isinstance(one, int)] == []


def calls(home: Outside) -> None:
    home.does(home.nurse, send_sip_summons, meeting_at=home.at + timedelta(days=3), place="Hemma")


@pytest.mark.parametrize("so_far", ["begun", "withdrawn", "called"])
def test_a_plan_is_closed_before_there_is_anything_to_ask_about(home: Outside, so_far: str) -> None:
    home.begins()
    if so_far == "withdrawn":
        home.does(home.nurse, withdraw_consent, kinds=["sip_summons"])
    if so_far == "called":
        calls(home)
    facts = home.does(home.social, close_sip, reason="moved")
    data = facts.events[-1].data
    assert (facts.sip.state, Plan.objects.get().closed_at) == ("closed", home.at)
    assert (data["handed"], data["survey_offered"], data["helped_person"]) == ([], None, "not_asked")
    off = [event.data["recipients"] for event in facts.events if event.name == "sip_meeting_cancelled"]
    both = {str(home.primary_care.unit_id), str(home.nurse.unit_id)}
    assert [set(one) for one in off] == ([both] if so_far == "called" else [])
    assert proven()


def test_nobody_reaches_the_goals_of_a_plan_that_never_was(home: Outside) -> None:
    home.begins()
    with pytest.raises(Refused) as said:
        home.does(home.nurse, close_sip, reason="goals_reached")
    assert (said.value.code, said.value.field) == ("no-plan-to-evaluate", "reason")


def test_after_a_meeting_the_survey_is_asked_about(home: Outside) -> None:
    met(home)
    with pytest.raises(InvalidInput) as said:
        home.does(home.nurse, close_sip, reason="not_needed")
    assert said.value.field == "survey_offered"
    assert home.does(home.nurse, close_sip, reason="not_needed", survey_offered=False).sip.state == "closed"


def test_of_a_death_any_unit_tells_and_nothing_more_is_asked(home: Outside) -> None:
    in_force(met(home))
    client, address = signed_in(home.primary_care), f"/sip/{home.plan.pk}/close/"
    form = client.get(address).context["form"]
    assert [key for key, _ in form.fields["reason"].choices] == ["deceased"]
    assert not {"survey_offered", "helped_person", "handed_1"} & set(form.fields)
    with pytest.raises(Refused) as said:
        home.does(home.primary_care, close_sip, reason="moved", survey_offered=False)
    assert said.value.code == "sip-not-responsible"
    answer = client.post(address, {"reason": "deceased", "idempotency_key": "k1"})
    assert (answer.status_code, home.facts.sip.state) == (302, "closed")


def test_who_answers_for_it_is_not_asked_after_a_death_either(home: Outside) -> None:
    in_force(met(home))
    client, address = signed_in(home.nurse), f"/sip/{home.plan.pk}/close/"
    assert "handed_1" in client.get(address).context["form"].fields
    typed = {"idempotency_key": "k1", "helped_person": "yes", "helped_units": "yes"}
    wrong = client.post(address, {**typed, "reason": "moved"})
    assert set(wrong.context["form"].errors) == {"survey_offered", "handed_1", "handed_2"}
    assert client.post(address, {**typed, "reason": "deceased"}).status_code == 302
    assert home.facts.sip.state == "closed"


def test_a_closed_plan_is_opened_again_with_a_reason_and_within_a_year(home: Outside) -> None:
    home.begins()
    home.does(home.nurse, close_sip, reason="moved")
    with pytest.raises(InvalidInput):
        home.does(home.nurse, assess_sip_need, needed=True)
    closed, home.at = home.at, home.at + timedelta(days=366)
    with pytest.raises(Refused) as said:
        home.does(home.nurse, assess_sip_need, needed=True, reason="Flyttade tillbaka")
    assert said.value.code == "sip-reopen-late"
    home.at = closed + timedelta(days=364)
    facts = home.does(home.nurse, assess_sip_need, needed=True, reason="Flyttade tillbaka")
    assert (facts.sip.state, facts.events[-1].name) == ("not_assessed", "sip_reopened")
    assert Plan.objects.get().closed_at is None
    assert proven()


def test_a_plan_that_was_closed_as_dead_by_mistake_is_as_it_was(home: Outside) -> None:
    in_force(met(home))
    before = home.facts.sip
    home.does(home.social, close_sip, reason="deceased")
    assert home.does(home.nurse, assess_sip_need, needed=True, reason="Fel person").sip == before
    assert proven()


@pytest.mark.parametrize("life_of", [consented, summoned])
def test_a_closed_plan_in_a_discharge_owes_no_summons(life_of: Any) -> None:
    life: Life = life_of()
    life.does(life.primary_care, close_sip, reason="consent_withdrawn")
    assert not {"send_sip_summons", "answer_sip_summons"} & (
        life.owes(life.primary_care) | life.owes(life.municipality)
    )
    assert life.facts.sip.state == life.row.sip_state == "closed"
    assert proven()


def test_the_need_that_nobody_has_judged_is_not_closed() -> None:
    life = Life()
    with refused(Refused, code="sip-state"):
        life.does(life.primary_care, close_sip, reason="moved")


def admitted(home: Outside) -> Life:
    """The person with the plan at home is admitted, where other units are."""
    place = a_place(ward="Avd 9", municipality="Täby", primary_care="Vårdcentralen Ängen")
    return Life(home.at, place, a_case(place, at=home.at, person=home.person))


def test_a_death_on_the_ward_ends_the_plan_at_home_and_calls_its_meeting_off(home: Outside) -> None:
    home.begins()
    Unit.objects.filter(pk=str(home.primary_care.unit_id)).update(email="solen@exempel.invalid")
    calls(home)
    life = admitted(home).dead()
    assert [event.name for event in home.facts.events[-2:]] == ["sip_meeting_cancelled", "sip_closed"]
    assert (home.facts.sip.state, home.facts.events[-1].data["reason"]) == ("closed", "deceased")
    files = InvitationRow.objects.order_by("sequence").values_list("method", "is_cancelled")
    assert list(files) == [("REQUEST", False), ("CANCEL", True)]
    assert proven()
    life.does(life.ward, undo_death, reason="Fel patient")
    sip = home.facts.sip
    assert (sip.state, sip.meeting, Plan.objects.get(case=None).closed_at) == ("offered", None, None)
    assert proven()


def test_what_a_unit_has_ended_itself_a_correction_does_not_open(home: Outside) -> None:
    home.begins()
    home.does(home.nurse, close_sip, reason="deceased")
    life = admitted(home).dead()
    life.does(life.ward, undo_death, reason="Fel patient")
    assert home.facts.sip.state == "closed"


def test_a_death_ends_the_plan_of_an_older_discharge_too() -> None:
    old = held()
    plan = {**PLAN, "follow_up_on": (old.at + timedelta(days=60)).date()}
    old.does(old.primary_care, establish_sip, **plan)
    before = old.facts.sip
    old.left().does(old.ward, close_case, reason="home")
    place = a_place(ward="Avd 9", municipality="Täby", primary_care="Vårdcentralen Ängen")
    life = Life(old.later(days=20).at, place, a_case(place, at=old.at, person=old.case.person))
    life.dead()
    assert (old.facts.sip.state, old.facts.stay) == ("closed", "discharged")
    assert Plan.objects.get(case=old.case).closed_at is not None
    assert proven()
    life.does(life.ward, undo_death, reason="Fel patient")
    assert (old.facts.sip, proven()) == (before, True)


def test_a_death_takes_no_summons_back() -> None:
    old = summoned().ready()
    sent = old.facts.summons_in_force
    old.left().does(old.ward, close_case, reason="home")
    place = a_place(ward="Avd 9", municipality="Täby", primary_care="Vårdcentralen Ängen")
    life = Life(old.later(hours=1).at, place, a_case(place, at=old.at, person=old.case.person)).dead()
    assert (old.facts.sip.state, old.facts.summons_in_force) == ("closed", sent)
    life.does(life.ward, undo_death, reason="Fel patient")
    assert (old.facts.sip.state, old.facts.summons_in_force) == ("offered", None)
    assert proven()


def test_a_plan_that_was_only_needed_ends_with_the_stay() -> None:
    life = Life()
    life.does(life.primary_care, assess_sip_need, needed=True)
    life.dead()
    assert (Plan.objects.get().state, Plan.objects.get().closed_at) == ("closed", life.facts.deceased_at)
    life.does(life.ward, undo_death, reason="Fel patient")
    assert (Plan.objects.get().state, Plan.objects.get().closed_at) == ("not_assessed", None)
    assert proven()


def test_the_page_tells_that_a_closed_plan_is_opened_again(home: Outside) -> None:
    home.begins()
    home.does(home.nurse, close_sip, reason="moved")
    client, address = signed_in(home.nurse), f"/sip/{home.plan.pk}/need/"
    assert "öppnas den igen" in client.get(address).content.decode()
    typed = {"needed": "yes", "reason": "", "idempotency_key": "k1"}
    assert "reason" in client.post(address, typed).context["form"].errors
    assert client.post(address, {**typed, "reason": "Flyttade tillbaka"}).status_code == 302
    assert "Flyttade tillbaka." in client.get(f"/sip/{home.plan.pk}/").content.decode()
