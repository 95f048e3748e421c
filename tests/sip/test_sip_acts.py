"""SIP, as far as payment asks: the need, the answer about consent, and the summons within three days."""

from datetime import date, timedelta
from typing import Any

import pytest

from discharge.queries.case_page import case_page
from discharge.rules.sip_standing import sip_standing, standing_words
from discharge.views.sip_words import sip_section
from lus.deadlines.models import Obligation
from lus.organisations.actor import NotPermitted
from lus.refusals import AlreadyDone, InvalidInput, StageNotAllowed
from lus.swedish_time import end_of_local_day, local_date
from sip.actions.assess_sip_need import assess_sip_need
from sip.actions.record_sip_consent import record_sip_consent
from sip.actions.send_sip_summons import send_sip_summons
from tests.discharge.actions.life import Life, refused
from tests.discharge.actions.lives import admitted, consented
from tests.factories import signed_in

pytestmark = pytest.mark.django_db

TESTED_ACTS = ("assess_sip_need", "record_sip_consent", "send_sip_summons")


def summon(life: Life, **other: Any) -> None:
    arguments = {"meeting_at": life.at + timedelta(days=2), "place": "Digitalt"} | other
    life.does(life.primary_care, send_sip_summons, **arguments)


def test_a_need_is_told_to_all_and_asks_the_ward_for_consent() -> None:
    life = Life()
    life.does(life.primary_care, assess_sip_need, needed=True)
    assert life.told("sip_need_assessed") == {"Avd 72", "Nacka"}
    assert life.row.sip_needed is True
    assert "record_sip_consent" in life.owes(life.ward)


def test_no_need_takes_a_reason_and_asks_for_nothing_more() -> None:
    life = Life()
    with refused(InvalidInput, field="reason"):
        life.does(life.ward, assess_sip_need, needed=False)
    life.does(life.ward, assess_sip_need, needed=False, reason="Bara hemtjänst")
    assert life.row.sip_needed is False
    assert "record_sip_consent" not in life.owes(life.ward)


def test_the_person_may_ask_and_that_makes_the_need() -> None:
    life = Life()
    asked = local_date(life.at) - timedelta(days=2)
    life.does(life.ward, assess_sip_need, needed=True, requested_by="person", requested_on=asked)
    sip = life.facts.sip
    assert (sip.requested_by, sip.requested_on, life.row.sip_needed) == ("person", asked, True)
    assert "record_sip_consent" in life.owes(life.ward)
    shown = sip_section(case_page(life.ward, life.case.pk, at=life.at), [], life.at)["ticks"][0]
    assert shown["detail"].startswith("Personen själv bad om SIP sön 1/3. Bedömt")


def test_a_request_is_kept_though_the_answer_is_no() -> None:
    life = Life()
    life.does(
        life.ward,
        assess_sip_need,
        needed=False,
        reason="Bara hemtjänst behövs efter sjukhuset",
        requested_by="relative",
    )
    assert (life.facts.sip.requested_on, life.row.sip_needed) == (local_date(life.at), False)


NOBODYS_REQUEST = [
    ({"requested_by": "granne"}, "requested_by"),
    ({"requested_on": date(2026, 3, 2)}, "requested_by"),
    ({"requested_by": "staff", "requested_on": date(2026, 3, 9)}, "requested_on"),
]


@pytest.mark.parametrize(("arguments", "field"), NOBODYS_REQUEST, ids=["who", "nobody", "not yet"])
def test_who_asked_and_when_are_known_together(arguments: dict[str, Any], field: str) -> None:
    life = Life()
    with refused(InvalidInput, field=field):
        life.does(life.ward, assess_sip_need, needed=True, **arguments)


@pytest.mark.parametrize(("state", "owes"), [("given", True), ("refused", False)])
def test_only_a_yes_asks_for_a_summons(state: str, owes: bool) -> None:
    life = Life()
    life.does(life.primary_care, assess_sip_need, needed=True)
    life.does(life.ward, record_sip_consent, state=state)
    assert life.row.sip_consent == state
    assert ("send_sip_summons" in life.owes(life.primary_care)) is owes
    assert "record_sip_consent" not in life.owes(life.ward)


WRONG = [
    ({"state": "kanske"}, "state"),
    ({"state": "given", "given_by": "granne"}, "given_by"),
    ({"state": "given", "kinds": []}, "kinds"),
    ({"state": "given", "kinds": ["allt"]}, "kinds"),
    ({"state": "given", "form": "viskat"}, "form"),
]


@pytest.mark.parametrize(("arguments", "field"), WRONG)
def test_an_answer_is_one_of_the_list(arguments: dict[str, Any], field: str) -> None:
    life = Life()
    with refused(InvalidInput, field=field):
        life.does(life.ward, record_sip_consent, **arguments)


def test_whoever_asks_writes_the_consent_and_the_event_says_who() -> None:
    life = Life()
    life.does(life.municipality, assess_sip_need, needed=True)
    facts = life.does(life.municipality, record_sip_consent, state="given")
    assert facts.sip_consent == "given"
    assert facts.events[-1].unit_id == str(life.municipality.unit_id)


def test_a_unit_that_may_not_call_is_told_whose_task_it_is() -> None:
    life = consented()
    for actor in (life.ward, life.municipality):
        answer = signed_in(actor).post(
            f"/api/v1/cases/{life.case.pk}/acts/send-sip-summons",
            {"meeting_at": "2026-03-09T10:00:00+01:00", "place": "Avdelningen"},
            "application/json",
            headers={"Idempotency-Key": f"call-{actor.unit_id}", "If-Match": '"1"'},
        )
        assert answer.status_code == 403
        assert "fast vårdkontakt" in answer.json()["detail"]
        page = signed_in(actor).get(f"/discharge/{life.case.pk}/sip/summons/")
        assert (page.status_code, "LUS 4 kap. 3 §" in page.content.decode()) == (403, True)


def test_a_request_is_refused_with_a_reason_that_can_be_read() -> None:
    life = Life()
    life.does(life.ward, assess_sip_need, needed=True, requested_by="person")
    with refused(InvalidInput, field="reason"):
        life.does(life.primary_care, assess_sip_need, needed=False, reason="Behövs inte.")
    life.does(life.primary_care, assess_sip_need, needed=False, reason="Personen har redan en plan hos oss.")
    assert sip_standing(life.facts, life.at) == "refused_by_party"
    assert standing_words(life.facts, life.at) == "Begärd men nekad av verksamhet"


def test_the_summons_reaches_all_and_meets_the_duty() -> None:
    life = consented().ready()
    summon(life)
    assert life.told("sip_summons_sent") == {"Nacka"}
    assert life.row.summons_at == life.at
    assert Obligation.objects.get(code="send_sip_summons", cancelled_at=None).met_at == life.at


def test_the_three_days_begin_with_the_ready_notice() -> None:
    life = consented()
    assert Obligation.objects.get(code="send_sip_summons").due_at is None
    life.ready()
    duty = Obligation.objects.get(code="send_sip_summons", cancelled_at=None)
    assert duty.due_at == end_of_local_day(local_date(life.at) + timedelta(days=3))


@pytest.mark.parametrize(
    ("other", "field"),
    [({"place": " "}, "place"), ({"place": "x" * 121}, "place"), ({"meeting_at": None}, "meeting_at")],
    ids=["nowhere", "too many words", "a meeting that has been"],
)
def test_a_summons_names_when_and_where(other: dict[str, Any], field: str) -> None:
    life = consented()
    if field == "meeting_at":
        other = {"meeting_at": life.at}
    with refused(InvalidInput, field=field):
        summon(life, **other)


def test_without_consent_nobody_is_summoned() -> None:
    life = Life()
    life.does(life.primary_care, assess_sip_need, needed=True)
    with refused(StageNotAllowed):
        summon(life)


def test_a_summons_is_sent_once() -> None:
    life = consented()
    summon(life)
    with refused(AlreadyDone, says=f"av {life.primary_care.name}"):
        summon(life)


def test_only_outpatient_care_summons() -> None:
    life = consented()
    with refused(NotPermitted):
        life.does(life.municipality, send_sip_summons, meeting_at=life.at + timedelta(days=1), place="x")


def test_before_the_notice_there_is_nobody_to_plan_with() -> None:
    life = admitted()
    with refused(StageNotAllowed, code="no-admission-notice"):
        life.does(life.ward, assess_sip_need, needed=True)
