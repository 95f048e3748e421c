"""SIP utanför sjukhus: begun by either principal, met about, made and ended by the same acts as in a discharge."""

from datetime import timedelta
from typing import Any

import pytest

from discharge.views.sip_words import sip_section
from lus.access_log.models import Entry
from lus.events.models import Event
from lus.notifications.models import Notification
from lus.organisations.actor import NotPermitted
from lus.refusals import InvalidInput, NotThere, Refused, StageNotAllowed
from sip.actions.add_sip_unit import add_sip_unit
from sip.actions.answer_sip_summons import answer_sip_summons
from sip.actions.cancel_sip_meeting import cancel_sip_meeting
from sip.actions.change_sip_time import change_sip_time
from sip.actions.close_sip import close_sip
from sip.actions.establish_sip import establish_sip
from sip.actions.follow_up_sip import follow_up_sip
from sip.actions.open_plan import Asked
from sip.actions.picture import plan_columns, unit_rows
from sip.actions.record_sip_answer import record_sip_answer
from sip.actions.record_sip_meeting import record_sip_meeting
from sip.actions.remove_sip_unit import remove_sip_unit
from sip.actions.send_sip_summons import send_sip_summons
from sip.models import Plan
from sip.queries.plan_page import plan_page
from sip.views.plan_events import plan_events
from tests.discharge.actions.sip_lives import PLAN, established
from tests.factories import a_place

from .outside import Outside, close_unit

pytestmark = pytest.mark.django_db
TESTED_ACTS = ("open_plan", "add_sip_unit", "remove_sip_unit")


def as_the_events_say(home: Outside) -> str:
    """Return the state, and see that the row and the units say what the events say."""
    facts, plan = home.facts, Plan.objects.get(pk=home.plan.pk)
    assert {name: getattr(plan, name) for name in plan_columns(facts)} == plan_columns(facts)
    stored = {unit.unit_id: {"role": unit.role, "state": unit.state} for unit in plan.units.all()}
    assert stored == unit_rows(facts)
    return facts.sip.state


def summon(home: Outside, **more: Any) -> None:
    meeting = {"meeting_at": home.at + timedelta(days=3), "place": "Hemma", **more}
    home.does(home.nurse, send_sip_summons, **meeting)


def refused(home: Outside, actor: Any, act: Any, **arguments: Any) -> str:
    """Return the code of the refusal, and see that nothing was recorded."""
    before = Event.objects.count()
    with pytest.raises(Refused) as said:
        home.does(actor, act, **arguments)
    assert Event.objects.count() == before
    return said.value.code


def test_from_beginning_to_end(home: Outside) -> None:
    home.begins()
    assert as_the_events_say(home) == "offered"
    assert home.facts.sip_consent == "given"
    summon(home)
    assert as_the_events_say(home) == "summoned"
    assert Plan.objects.get().asked == 2
    home.later(hours=1)
    home.does(home.primary_care, answer_sip_summons, answer="comes")
    assert Plan.objects.get().awaited == [home.social.unit_id]
    home.later(days=4)
    came = {str(home.primary_care.unit_id): "physical", str(home.social.unit_id): "phone"}
    home.does(home.nurse, record_sip_meeting, attendance=came, person="physical")
    assert home.facts.events[-1].data["incomplete"] is False
    assert as_the_events_say(home) == "held"
    home.does(home.nurse, establish_sip, **{**PLAN, "responsible": "municipality"})
    assert as_the_events_say(home) == "established"
    home.later(days=40)
    home.does(home.nurse, follow_up_sip, result="reached")
    home.does(home.nurse, close_sip, reason="goals_reached", survey_offered=False)
    assert as_the_events_say(home) == "closed"
    assert Plan.objects.get().closed_at == home.at


def test_the_plan_tells_who_asked_for_it(home: Outside) -> None:
    home.begins(requested_by="relative")
    assert (home.facts.sip.requested_by, home.facts.sip_needed) == ("relative", True)
    page = plan_page(home.nurse, home.plan.pk, at=home.at)
    told = [event["what"] for day in plan_events(page, home.at) for event in day["events"]]
    assert told.index("SIP begärd") < told.index("Samordnad individuell plan påbörjad")
    assert sip_section(page, [], home.at)["ticks"][0]["detail"].startswith("Närstående bad om SIP i dag.")


def test_the_others_are_told_without_a_patient(home: Outside) -> None:
    home.begins()
    told = Notification.objects.filter(kind="sip_news")
    assert {row.unit_id for row in told} == {home.primary_care.unit_id, home.social.unit_id}
    assert {row.case_id for row in told} == {None}
    plan_page(home.social, home.plan.pk, at=home.at)
    assert set(told.filter(seen_at=None).values_list("unit_id", flat=True)) == {home.primary_care.unit_id}
    assert Entry.objects.filter(action="sip_plan").count() == 1


def test_a_no_is_kept_and_may_become_a_yes(home: Outside) -> None:
    home.begins(Asked(accepted=False, words="Inte nu"))
    assert as_the_events_say(home) == "declined_by_person"
    meeting = {"meeting_at": home.at + timedelta(days=1), "place": "Hemma"}
    assert refused(home, home.nurse, send_sip_summons, **meeting) == "consent-missing"
    home.later(days=30)
    home.does(home.nurse, record_sip_answer, accepted=True, how="oral", consents_to_summons=True)
    assert as_the_events_say(home) == "offered"
    summon(home)
    assert as_the_events_say(home) == "summoned"


def test_a_no_after_the_summons_calls_the_meeting_off(home: Outside) -> None:
    home.begins()
    summon(home)
    home.does(home.social, record_sip_answer, accepted=False, how="oral")
    assert as_the_events_say(home) == "declined_by_person"


def test_the_meeting_is_moved_and_called_off(home: Outside) -> None:
    home.begins()
    summon(home)
    home.does(home.social, answer_sip_summons, answer="comes")
    later = home.at + timedelta(days=5)
    home.does(home.nurse, change_sip_time, meeting_at=later, place="Hemma", reason="Läkaren är borta")
    assert len(Plan.objects.get().awaited) == 2
    home.does(home.nurse, cancel_sip_meeting, reason="Personen är sjuk")
    assert as_the_events_say(home) == "offered"


def test_who_leads_and_who_does_not(home: Outside) -> None:
    home.begins()
    meeting = {"meeting_at": home.at + timedelta(days=1), "place": "Hemma"}
    assert refused(home, home.social, send_sip_summons, **meeting) == "sip-not-leading"
    home.does(home.primary_care, send_sip_summons, **meeting)  # regional outpatient care may always call
    with pytest.raises(NotPermitted):
        home.does(a_place().ward, answer_sip_summons, answer="comes")


def test_a_plan_of_others_is_not_there(home: Outside) -> None:
    home.begins()
    stranger = a_place("Avd 9", "Tyresö", "Vårdcentralen Björken").primary_care
    with pytest.raises(NotThere):
        plan_page(stranger, home.plan.pk, at=home.at)
    with pytest.raises(NotThere):
        home.does(stranger, answer_sip_summons, answer="comes")


def test_both_principals_take_part(home: Outside) -> None:
    assert said(home, units=[home.social.unit_id]) == "sip-needs-both-principals"
    assert said(home, units=[home.primary_care.unit_id] * 2) == "sip-unit-twice"
    ward = a_place().ward
    assert said(home, units=[ward.unit_id]) == "validation"
    close_unit(home.primary_care, home.at)
    assert said(home, units=[home.primary_care.unit_id]) == "validation"
    assert not Plan.objects.exists()
    assert not Event.objects.exists()


def said(home: Outside, **more: Any) -> str:
    with pytest.raises(Refused) as refusal:
        home.begins(**more)
    return refusal.value.code


def test_an_open_plan_is_used_again_unless_somebody_insists(home: Outside) -> None:
    first = home.begins()
    with pytest.raises(StageNotAllowed) as refusal:
        home.begins()
    assert refusal.value.code == "sip-plan-exists"
    assert first.reference in refusal.value.detail
    home.begins(replaces_open=True)
    assert Plan.objects.count() == 2


def test_units_come_and_go(home: Outside) -> None:
    home.begins(units=[home.primary_care.unit_id])
    joins = {"unit_id": home.social.unit_id}
    home.does(home.nurse, add_sip_unit, **joins)
    assert plan_page(home.social, home.plan.pk, at=home.at).plan == home.plan
    assert refused(home, home.nurse, add_sip_unit, **joins) == "sip-unit-twice"
    summon(home)
    home.does(home.nurse, remove_sip_unit, **joins, reason="Inga insatser")
    assert as_the_events_say(home) == "summoned"
    assert Plan.objects.get().asked == 1
    with pytest.raises(NotThere):
        plan_page(home.social, home.plan.pk, at=home.at)
    last = {"unit_id": home.primary_care.unit_id, "reason": "Inga insatser"}
    assert refused(home, home.nurse, remove_sip_unit, **last) == "sip-needs-both-principals"
    own = {"unit_id": home.nurse.unit_id, "reason": "Inga insatser"}
    with pytest.raises(InvalidInput):
        home.does(home.nurse, remove_sip_unit, **own)
    close_unit(home.social, home.at)
    with pytest.raises(InvalidInput):
        home.does(home.nurse, add_sip_unit, **joins)


def test_a_plan_in_a_discharge_has_a_row_that_follows_the_case() -> None:
    life = established()
    plan = Plan.objects.get()
    assert (plan.origin, plan.state, plan.version) == ("discharge", "established", 1)
    assert plan.led_by_id == life.primary_care.unit_id
    assert {name: getattr(plan, name) for name in plan_columns(life.facts)} == plan_columns(life.facts)
    page = plan_page(life.municipality, plan.pk, at=life.at)
    assert page.facts.sip.goals == PLAN["goals"]
