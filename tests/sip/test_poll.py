"""Tidsförslag: times are proposed, answered and chosen before anybody is called."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from discharge.rules.facts_of_poll import PERSON, Poll
from lus.notifications.models import Notification
from lus.refusals import InvalidInput, NotAllowed, StageNotAllowed
from sip.actions.answer_sip_poll import answer_sip_poll
from sip.actions.choose_sip_slot import choose_sip_slot
from sip.actions.open_sip_poll import open_sip_poll
from sip.actions.record_sip_answer import record_sip_answer
from sip.actions.send_sip_summons import send_sip_summons
from tests.discharge.actions.life import refused
from tests.discharge.actions.sip_lives import polled, slots
from tests.factories import NOW, signed_in

from .outside import Outside

pytestmark = [pytest.mark.django_db, pytest.mark.at(NOW)]
TESTED_ACTS = ("open_sip_poll", "answer_sip_poll", "choose_sip_slot")


@pytest.fixture
def home(home: Outside) -> Outside:
    home.begins()
    home.does(home.nurse, open_sip_poll, times=[home.at + timedelta(days=days) for days in (8, 6, 7)])
    return home


def poll(home: Outside) -> Poll:
    found = home.facts.sip.poll
    assert found is not None
    return found


def said(home: Outside, *answers: str) -> dict[str, str]:
    return dict(zip((slot.slot_id for slot in poll(home).slots), answers, strict=True))


def test_times_are_proposed_answered_and_chosen_and_the_summons_is_filled_in(home: Outside) -> None:
    assert home.facts.sip.state == "offered", "a proposal is no summons"
    assert [(slot.starts_at - home.at).days for slot in poll(home).slots] == [6, 7, 8]
    home.does(home.social, answer_sip_poll, answers=said(home, "no", "yes", "if_needed"))
    home.does(home.nurse, answer_sip_poll, answers=said(home, "yes", "if_needed", "yes"))
    home.does(home.nurse, answer_sip_poll, answers=said(home, "yes", "yes", "yes"), for_person=True)
    assert set(poll(home).answers) == {str(home.social.unit_id), str(home.nurse.unit_id), PERSON}
    told = Notification.objects.filter(kind="sip_news", unit_id=str(home.nurse.unit_id))
    assert told.count() == 1, "who proposed is told of the other's answer"
    client = signed_in(home.nurse)
    url = f"/sip/{home.plan.pk}/times/choose/"
    html = client.get(url).content.decode()
    assert "Biståndet Nacka kan inte" in html
    best = poll(home).slots[1]
    assert f'value="{best.slot_id}"' in html
    assert client.post(url, {"slot_id": best.slot_id, "idempotency_key": "k"}).status_code == 302
    assert poll(home).chosen == best.starts_at
    assert 'value="2026-03-10 10.00"' in client.get(f"/sip/{home.plan.pk}/summons/").content.decode()
    home.does(home.nurse, send_sip_summons, meeting_at=best.starts_at, place="Hemma")
    assert home.facts.sip.poll is None


def test_the_page_asks_about_each_time_and_shows_how_many_have_answered(home: Outside) -> None:
    client, url = signed_in(home.social), f"/sip/{home.plan.pk}/times/answer/"
    shown = client.get(url)
    names = [f"slot_{slot.slot_id}" for slot in poll(home).slots]
    assert set(names) <= set(shown.context["form"].fields)
    left_out = client.post(url, {"for_person": "unit", names[0]: "yes"})
    assert left_out.status_code == 422
    typed = {"for_person": "unit", "idempotency_key": "k", **dict.fromkeys(names, "yes")}
    assert client.post(url, typed).status_code == 302
    html = client.get(f"/sip/{home.plan.pk}/").content.decode()
    assert "1 av 4 har svarat" in html
    assert "3 ja" in html


def test_new_times_end_the_old_ones(home: Outside) -> None:
    home.does(home.social, answer_sip_poll, answers=said(home, "yes", "yes", "yes"))
    old = said(home, "yes", "yes", "yes")
    home.does(home.nurse, open_sip_poll, times=[home.at + timedelta(days=days) for days in (20, 21)])
    assert poll(home).answers == {}
    with refused(InvalidInput, field="answers"):
        home.does(home.social, answer_sip_poll, answers=old)


def test_who_may_do_what_and_when(home: Outside) -> None:
    times = [home.at + timedelta(days=days) for days in (2, 3)]
    with refused(NotAllowed, code="sip-not-leading"):
        home.does(home.social, open_sip_poll, times=times)
    with refused(InvalidInput, field="slot_id"):
        home.does(home.nurse, choose_sip_slot, slot_id=uuid4())
    with refused(InvalidInput, field="times"):
        home.does(home.nurse, open_sip_poll, times=times[:1])
    with refused(InvalidInput, field="place_kind"):
        home.does(home.nurse, open_sip_poll, times=times, place_kind="moon")
    slot_id = UUID(poll(home).slots[0].slot_id)
    home.does(home.nurse, choose_sip_slot, slot_id=slot_id)
    with refused(StageNotAllowed, code="no-poll-open"):
        home.does(home.social, answer_sip_poll, answers=said(home, "yes", "yes", "yes"))


def test_a_time_that_has_been_is_not_chosen(home: Outside) -> None:
    slot_id = UUID(poll(home).slots[0].slot_id)
    home.later(days=6)
    with refused(InvalidInput, field="slot_id"):
        home.does(home.nurse, choose_sip_slot, slot_id=slot_id)


def test_a_no_from_the_person_ends_the_proposal(home: Outside) -> None:
    home.does(home.social, record_sip_answer, accepted=False, how="oral")
    assert home.facts.sip.poll is None


def test_in_a_discharge_the_clock_of_the_summons_runs_on() -> None:
    life = polled()
    assert life.told("sip_poll_opened") == {"Nacka"}
    life.does(life.primary_care, choose_sip_slot, slot_id=UUID(slots(life)[1]))
    assert life.row.summons_at is None
    assert "send_sip_summons" in life.owes(life.primary_care)
