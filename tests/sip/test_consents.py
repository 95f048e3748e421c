"""Samtycken på ett ärende och på en plan: four kinds in one press, days, guardians, taken back, and judged instead."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from discharge.actions.change_legal_status import change_legal_status
from discharge.actions.consent_answer import Validity
from discharge.api.sip_body import SipBody, sip_out
from discharge.forms.act_form import ActContext
from discharge.queries.case_page import case_page
from discharge.rules.consent_standing import consent_standing
from discharge.rules.facts_of_consents import CONSENT_KINDS
from discharge.rules.sip_standing import sip_standing
from discharge.views.consent_words import consent_section
from lus.persons.models import Person
from lus.refusals import InvalidInput, Refused, StageNotAllowed
from lus.swedish_time import local_date
from sip.actions.establish_sip import establish_sip
from sip.actions.open_plan import Asked, open_plan
from sip.actions.open_sip_poll import open_sip_poll
from sip.actions.record_sip_answer import record_sip_answer
from sip.actions.record_sip_consent import record_sip_consent
from sip.actions.record_sip_harm_test import record_sip_harm_test
from sip.actions.record_sip_meeting import record_sip_meeting
from sip.actions.send_sip_summons import send_sip_summons
from sip.actions.start_harm_test import start_harm_test
from sip.actions.withdraw_consent import withdraw_consent
from sip.models import InvitationRow
from sip.plan_forms import SipPlanForm
from sip.queries.plan_page import plan_page
from tests.discharge.actions.life import Life, refused
from tests.discharge.actions.sip_lives import PLAN, polled, summoned
from tests.factories import NOW, signed_in

from .outside import Outside

pytestmark = [pytest.mark.django_db, pytest.mark.at(NOW)]
TESTED_ACTS = ("withdraw_consent", "start_harm_test", "record_sip_harm_test")
ALL = tuple(CONSENT_KINDS)
JUDGED: dict[str, Any] = {
    "outcome": "no_harm",
    "physician": "Jonas Ek",
    "reasons": "Vården behöver samordnas",
    "review_on": date(2026, 4, 1),
}


@pytest.fixture
def home(home: Outside) -> Outside:
    """A plan that the nurse has begun."""
    home.begins()
    return home


def standing(life: Any, kind: str) -> str:
    return consent_standing(life.facts.consents, kind, life.at).state


def rows(home: Outside) -> dict[str, Any]:
    """Return the rows of *Samtycke* on the plan's page, by what they are about."""
    page = plan_page(home.nurse, home.plan.pk, at=home.at)
    return {
        row["what"]: row for row in consent_section(page, home.at, {"withdraw_consent": "/återkalla"})["rows"]
    }


def a_child(life: Any) -> Any:
    Person.objects.filter(pk=life.facts.person_id).update(birth_date=date(2015, 5, 1))
    return life


def test_all_four_in_one_press_hold_for_twelve_months() -> None:
    life = Life()
    life.does(life.ward, record_sip_consent, state="given", kinds=ALL)
    answers = life.facts.consents.answers
    assert {one.kind for one in answers} == set(ALL)
    assert {(one.valid_from, one.valid_until) for one in answers} == {(date(2026, 3, 3), date(2027, 3, 3))}
    assert (life.facts.sharing.consent, life.row.sip_consent) == ("given", "given")


PERIODS = [
    (Validity(), "valid_until"),
    (Validity(date(2026, 3, 3), date(2026, 3, 2)), "valid_until"),
    (Validity(date(2025, 3, 3), date(2026, 3, 2)), "valid_until"),
    (Validity(date(2026, 3, 3), date(2028, 3, 4)), "valid_until"),
    (Validity(date(2026, 3, 4), date(2026, 4, 4)), "valid_from"),
]


@pytest.mark.parametrize(("days", "field"), PERIODS)
def test_a_consent_has_a_last_day_within_two_years(days: Validity, field: str) -> None:
    life = Life()
    with refused(InvalidInput, code="consent-period", field=field):
        life.does(life.ward, record_sip_consent, state="given", validity=days)


def test_one_that_has_run_out_is_none_and_the_refusal_says_the_day(home: Outside) -> None:
    days = Validity(None, local_date(home.at) + timedelta(days=10))
    home.does(home.nurse, record_sip_consent, state="given", validity=days)
    home.later(days=11)
    meeting = {"meeting_at": home.at + timedelta(days=3), "place": "Hemma"}
    with refused(StageNotAllowed, code="consent-missing", says=str(days.valid_until)):
        home.does(home.nurse, send_sip_summons, **meeting)
    row = rows(home)["Kallelse till SIP"]
    assert (row["word"], row["state"]) == ("Har gått ut", "saknas")
    assert row["detail"].endswith("Gäller inte sedan lör 14/3. Fråga igen.")
    home.does(home.nurse, record_sip_consent, state="given")
    home.does(home.nurse, send_sip_summons, **meeting)


def test_a_consent_taken_back_calls_the_meeting_off_and_the_files_are_taken_back() -> None:
    life = summoned()
    sent = InvitationRow.objects.filter(method="REQUEST").count()
    life.does(life.ward, withdraw_consent, kinds=["sip_summons"])
    assert life.facts.sip.state == "offered"
    assert sip_standing(life.facts, life.at) == "withdrawn"
    assert InvitationRow.objects.filter(method="CANCEL").count() == sent
    assert life.last("sip_meeting_cancelled").data["reason"] == "Samtycket är återkallat"


def test_proposed_times_are_taken_away_with_the_consent() -> None:
    life = polled()
    life.does(life.municipality, withdraw_consent, kinds=["sip_summons"])
    assert life.facts.sip.poll is None
    with refused(StageNotAllowed, code="consent-missing", says="återkallat"):
        life.does(life.primary_care, open_sip_poll, times=[])


def test_each_guardian_answers_and_one_no_is_split(home: Outside) -> None:
    a_child(home)
    with refused(InvalidInput, code="guardian-consent-missing", says="vårdnadshavare 1", field="given_by"):
        home.does(home.nurse, record_sip_consent, state="given", given_by="self")
    home.does(home.nurse, record_sip_consent, state="given")
    assert home.facts.consents.answers[0].given_by == "guardian1"
    home.does(home.nurse, record_sip_consent, state="refused", given_by="guardian2")
    assert (standing(home, "sip_summons"), sip_standing(home.facts, home.at)) == ("split", "consent_split")
    with refused(StageNotAllowed, code="consent-split", says="den andra nej"):
        home.does(home.nurse, send_sip_summons, meeting_at=home.at + timedelta(days=3), place="Hemma")
    assert "Vårdnadshavare 2: nej" in rows(home)["Kallelse till SIP"]["detail"]
    home.does(home.nurse, record_sip_consent, state="given", given_by="guardian2")
    assert standing(home, "sip_summons") == "given"


def unable() -> Life:
    life = Life()
    life.does(life.ward, start_harm_test, reason="Är medvetslös")
    return life


def test_a_harm_test_lets_units_meet_and_no_plan_is_made() -> None:
    life = unable()
    assert sip_standing(life.facts, life.at) == "incapacity"
    meeting = {"meeting_at": life.at + timedelta(days=1), "place": "Avd 72"}
    with refused(StageNotAllowed, code="consent-missing"):
        life.does(life.primary_care, send_sip_summons, **meeting)
    life.does(life.ward, record_sip_harm_test, **JUDGED)
    assert sip_standing(life.facts, life.at) == "coordination_only"
    life.does(life.primary_care, send_sip_summons, **meeting)
    life.later(days=1)
    came = dict.fromkeys(life.facts.sip.called, "physical")
    life.does(life.primary_care, record_sip_meeting, attendance=came, person="representative")
    with refused(StageNotAllowed, code="coordination-only"):
        life.does(life.primary_care, establish_sip, **PLAN)


@pytest.mark.parametrize(
    ("change", "standing_then"),
    [({"outcome": "harm"}, "incapacity"), ({"review_on": date(2026, 3, 4)}, "incapacity")],
)
def test_a_test_that_says_no_or_is_old_lets_nobody_meet(change: dict[str, Any], standing_then: str) -> None:
    life = unable()
    life.does(life.ward, record_sip_harm_test, **{**JUDGED, **change})
    life.later(days=2)
    assert sip_standing(life.facts, life.at) == standing_then


def test_a_no_is_never_judged_away() -> None:
    life = Life()
    life.does(life.ward, record_sip_consent, state="refused")
    with refused(StageNotAllowed, code="sip-state"):
        life.does(life.ward, start_harm_test, reason="Är medvetslös")
    life = summoned()
    life.does(life.ward, withdraw_consent, kinds=["sip_summons"])
    with refused(StageNotAllowed, code="harm-test-not-needed"):
        life.does(life.ward, record_sip_harm_test, **JUDGED)


def test_who_can_say_needs_no_test() -> None:
    life = unable()
    life.does(life.ward, record_sip_harm_test, **JUDGED)
    life.does(life.ward, record_sip_consent, state="given", kinds=ALL)
    assert life.facts.consents.harm_test is None
    with refused(StageNotAllowed, code="harm-test-not-needed"):
        life.does(life.ward, start_harm_test, reason="Är medvetslös")


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"outcome": "kanske"}, "outcome"),
        ({"outcome": "provision"}, "provision"),
        ({"physician": " "}, "physician"),
        ({"reasons": " "}, "reasons"),
        ({"scope": "allt"}, "scope"),
        ({"review_on": date(2026, 3, 2)}, "review_on"),
        ({"review_on": date(2028, 3, 4)}, "review_on"),
    ],
)
def test_a_test_says_who_judged_why_and_until_when(change: dict[str, Any], field: str) -> None:
    life = unable()
    with refused(InvalidInput, field=field):
        life.does(life.ward, record_sip_harm_test, **{**JUDGED, **change})


def test_the_municipality_has_no_physician(home: Outside) -> None:
    home.does(home.nurse, record_sip_consent, state="given", kinds=["information"])
    with refused(StageNotAllowed, code="not-outpatient"):
        home.does(home.social, start_harm_test, reason="Är medvetslös")


def test_under_compulsory_care_only_records_are_asked_about() -> None:
    life = Life(care_form="psychiatric_adult", legal_status="lpt")
    life.does(life.ward, change_legal_status, legal_status="opt", physician="Jonas Ek", decided_at=life.at)
    with refused(StageNotAllowed, code="sip-replaced-by-care-plan", says="samordnad vårdplan"):
        life.does(life.ward, record_sip_consent, state="given", kinds=ALL)
    life.does(life.ward, record_sip_consent, state="given", kinds=["information", "shared_record"])
    assert standing(life, "shared_record") == "given"


def test_the_pages_show_four_rows_and_the_way_to_take_them_back(home: Outside) -> None:
    home.does(home.nurse, record_sip_consent, state="given", kinds=ALL)
    page = signed_in(home.nurse).get(f"/sip/{home.plan.pk}/").content.decode()
    assert page.count("Återkalla<") == len(ALL)
    assert "withdraw-consent/?kinds=shared_record" in page
    asked = signed_in(home.nurse).get(f"/sip/{home.plan.pk}/withdraw-consent/?kinds=shared_record")
    assert asked.context["form"]["kinds"].value() == "shared_record"


def test_one_press_on_the_page_is_all_four(home: Outside) -> None:
    client, url = signed_in(home.nurse), f"/sip/{home.plan.pk}/consent/"
    form = client.get(url).context["form"]
    pressed = {name: form[name].value() for name in ("kinds", "state", "given_by", "how", "valid_until")}
    assert client.post(url, pressed).status_code == 302
    assert {one.kind for one in home.facts.consents.answers if one.state == "given"} == set(ALL)


def test_a_child_is_asked_about_by_guardian(home: Outside) -> None:
    a_child(home)
    form = signed_in(home.nurse).get(f"/sip/{home.plan.pk}/consent/").context["form"]
    offered = [key for key, _ in form.fields["given_by"].choices]
    assert offered == ["guardian1", "guardian2", "representative"]
    assert form["given_by"].value() == "guardian1"


def test_a_plan_is_not_begun_beside_a_care_plan_that_the_unit_knows_of(home: Outside) -> None:
    life = Life(care_form="psychiatric_adult", legal_status="lpt")
    life.does(life.ward, change_legal_status, legal_status="opt", physician="Jonas Ek", decided_at=life.at)
    begun: dict[str, Any] = {
        "person_id": life.case.person_id,
        "at": life.at,
        "why": "Behöver stöd hemma",
        "asked": Asked(accepted=True),
    }
    known = {**begun, "actor": life.municipality, "units": [life.primary_care.unit_id]}
    with refused(Refused, code="sip-replaced-by-care-plan", field="compulsory_ended", says="ÖPT"):
        open_plan(**known)
    assert open_plan(**known, compulsory_ended=True).origin == "outpatient"
    # A unit that has no part in the case learns nothing of it by trying.
    assert (
        open_plan(**begun, actor=home.nurse, units=[UUID(str(home.primary_care.unit_id))]).origin
        == "outpatient"
    )


def test_a_childs_plan_is_begun_by_a_guardians_yes(home: Outside) -> None:
    a_child(home)
    with refused(InvalidInput, code="guardian-consent-missing", field="given_by"):
        home.begins(Asked(accepted=True, given_by="self"), replaces_open=True)
    home.begins(replaces_open=True)
    assert home.facts.consents.answers[0].given_by == "guardian1"


def test_what_is_given_is_not_asked_for_again_at_the_lock(home: Outside) -> None:
    home.does(home.nurse, record_sip_consent, state="given", kinds=ALL)
    life = summoned()
    assert "consented" in SipPlanForm(context=context(life)).fields
    life.does(life.ward, record_sip_consent, state="given", kinds=ALL)
    assert "consented" not in SipPlanForm(context=context(life)).fields
    life.later(days=2)
    came = dict.fromkeys(life.facts.sip.called, "physical")
    life.does(life.primary_care, record_sip_meeting, attendance=came, person="physical")
    before = len(life.facts.consents.answers)
    life.does(life.primary_care, establish_sip, **{**PLAN, "consented": False})
    assert (life.facts.sip.state, len(life.facts.consents.answers)) == ("established", before)


def context(life: Life) -> ActContext:
    return ActContext(case_page(life.primary_care, life.case.pk, at=life.at), life.primary_care, life.at)


def test_the_answer_tells_how_each_kind_stands_and_not_why_somebody_judged() -> None:
    life = unable()
    life.does(life.ward, record_sip_harm_test, **JUDGED)
    sip = SipBody(sip_out(life.facts, life.at)).data
    assert (sip["standing"], sip["harm_test"]["outcome"]) == ("coordination_only", "no_harm")
    assert "physician" not in sip["harm_test"]
    life.does(life.ward, record_sip_consent, state="given", kinds=["sip_create"])
    sip = SipBody(sip_out(life.facts, life.at)).data
    stands = {one["kind"]: one["state"] for one in sip["consents"]}
    assert stands == {
        "information": "unknown",
        "shared_record": "unknown",
        "sip_summons": "unknown",
        "sip_create": "given",
    }


def test_reasons_stay_with_who_judged(home: Outside) -> None:
    home.does(home.nurse, withdraw_consent, kinds=["sip_summons"])
    home.does(home.nurse, record_sip_answer, accepted=True, how="oral")
    home.does(home.primary_care, start_harm_test, reason="Djup demens")
    home.does(home.primary_care, record_sip_harm_test, **{**JUDGED, "reasons": "Ser inte faran"})
    page = signed_in(home.social).get(f"/sip/{home.plan.pk}/").content.decode()
    assert "Personen kan inte ta ställning." in page
    assert [word for word in ("Djup demens", "Ser inte faran", "Jonas Ek") if word in page] == []
