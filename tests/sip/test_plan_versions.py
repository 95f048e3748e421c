"""Versioner: locked with consent and all that the law asks for, confirmed unit by unit, in force when all have."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine

from discharge.models import Case
from lus.events.models import Event
from lus.notifications.models import Notification
from lus.organisations.actor import Actor
from lus.refusals import InvalidInput, Refused
from sip.actions.confirm_plan_version import confirm_plan_version
from sip.actions.establish_with_gaps import establish_with_gaps
from sip.actions.lock_plan_version import PlanNotReady, lock_plan_version
from sip.actions.object_to_plan_version import object_to_plan_version
from sip.actions.record_sip_consent import record_sip_consent
from sip.actions.record_sip_meeting import record_sip_meeting
from sip.actions.save_plan_row import save_plan_row
from sip.actions.send_sip_summons import send_sip_summons
from sip.actions.share_plan_with_person import share_plan_with_person
from sip.actions.update_intervention import update_intervention
from sip.actions.version_answer import PlanChanged
from sip.models import Plan
from sip.queries.document_page import document_page
from sip.row_form import PlanRowForm
from sip.rules.document.sections import SECTIONS
from tests.discharge.actions.sip_lives import held as held_life
from tests.factories import NOW, signed_in

from .outside import Outside, close_unit
from .plan_rows import MUNICIPALITY, REGION, confirmed, document, locked, row_id, whole_plan, write

pytestmark = [pytest.mark.django_db, pytest.mark.at(NOW)]
TESTED_ACTS = (
    "lock_plan_version",
    "confirm_plan_version",
    "object_to_plan_version",
    "establish_with_gaps",
    "share_plan_with_person",
    "update_intervention",
)


def met(outside: Outside) -> Outside:
    """A plan outside hospital, written at the meeting."""
    plan = outside.begins()
    outside.does(outside.nurse, send_sip_summons, meeting_at=outside.at + timedelta(days=3), place="Hemma")
    outside.later(days=4)
    came = {str(unit.unit_id): "physical" for unit in (outside.primary_care, outside.social)}
    outside.does(outside.nurse, record_sip_meeting, attendance=came, person="physical")
    write(plan, outside.nurse, whole_plan(plan, outside.primary_care, outside.social), at=outside.at)
    return outside


@pytest.fixture
def home(home: Outside) -> Outside:
    return met(home)


def refused(home: Outside, actor: Actor, act: Any, **arguments: Any) -> Refused:
    """Return the refusal, and see that nothing was recorded."""
    before = Event.objects.count()
    with pytest.raises(Refused) as said:
        home.does(actor, act, **arguments)
    assert Event.objects.count() == before
    return said.value


def test_from_draft_to_a_plan_in_force(home: Outside) -> None:
    plan, at = home.plan, {"at": home.at}
    locked(plan, home.nurse, **at)
    assert document(plan).status == "confirming"
    assert home.facts.events[-2].data["kind"] == "sip_create"
    confirmed(plan, home.primary_care, **at)
    assert (document(plan).status, home.facts.sip.state) == ("confirming", "held")
    confirmed(plan, home.social, **at)
    assert document(plan).status == "established"
    sip = home.facts.sip
    assert (sip.state, sip.version, sip.goals, sip.responsible) == (
        "established",
        1,
        "Duscha själv.",
        "municipality",
    )
    row = Plan.objects.get()
    assert (row.state, row.version, str(row.follow_up_on)) == ("established", 1, "2026-04-15")
    assert refused(home, home.social, confirm_plan_version, content_hash="x").code == "sip-state"


def test_in_a_discharge_the_case_knows_when_all_have_confirmed() -> None:
    life = held_life()
    plan = Plan.objects.get()
    given = {"at": life.at + timedelta(minutes=5)}
    write(plan, life.primary_care, whole_plan(plan, life.primary_care, life.municipality), **given)
    locked(plan, life.primary_care, **given)
    confirmed(plan, life.primary_care, life.municipality, **given)
    assert document(plan).status == "established"
    assert (life.facts.sip.state, life.facts.sip.goals) == ("established", "Duscha själv.")
    assert Plan.objects.get().state == "established"
    assert Case.objects.get().version == life.facts.version


def test_everything_that_is_missing_is_told_at_once_with_its_law(home: Outside) -> None:
    plan = home.plan
    given: dict[str, tuple[str, dict[str, str]]] = {
        "why": ("why_now", {}),
        "important": ("important", {}),
        "overall": ("responsibility", {}),
    }
    write(plan, home.nurse, {**given, MUNICIPALITY: ("intervention", {"what": "Stöd."})}, at=home.at)
    said = refused(home, home.nurse, lock_plan_version, consented=True)
    assert isinstance(said, PlanNotReady)
    codes = {one.code for one in said.missing}
    assert {"SIP13", "SIP15", "SIP16", "SIP17"} <= codes
    page = signed_in(home.nurse).get(f"/sip/{plan.pk}/document/lock/").content.decode()
    assert "Skriv personens ord eller varför det saknas" in page
    assert "HSL 16 kap. 4 §" in page
    assert f"/document/row/intervention/{row_id(plan, MUNICIPALITY)}/" in page
    answer = signed_in(home.nurse).post(f"/sip/{plan.pk}/document/lock/", {"consented": "on"})
    assert (answer.status_code, "Det här fattas" in answer.content.decode()) == (409, True)


def test_who_locks_and_with_whose_consent(home: Outside) -> None:
    assert refused(home, home.nurse, lock_plan_version, consented=False).code == "consent-missing"
    # The social service may, because the municipality has the overall responsibility; else only who leads.
    write(home.plan, home.nurse, {"overall": ("responsibility", {"overall_principal": "region"})}, at=home.at)
    assert refused(home, home.social, lock_plan_version, consented=True).code == "sip-not-leading"
    locked(home.plan, home.primary_care, at=home.at)
    assert refused(home, home.nurse, lock_plan_version, consented=True).code == "nothing-to-lock"


def test_an_answer_is_on_one_exact_content(home: Outside) -> None:
    plan = home.plan
    first = locked(plan, home.nurse, at=home.at)
    confirmed(plan, home.primary_care, at=home.at)
    write(plan, home.nurse, {"next": ("follow_up", {"on": "2026-04-20"})}, at=home.later(minutes=5).at)
    assert refused(home, home.social, confirm_plan_version, content_hash=first).code == "plan-changed"
    second = locked(plan, home.nurse, at=home.at)
    again = refused(home, home.social, confirm_plan_version, content_hash=first)
    assert isinstance(again, PlanChanged)
    assert [(one.before, one.after) for one in again.changes] == [("2026-04-15", "2026-04-20")]
    assert again.newest == second
    form = signed_in(home.primary_care).get(f"/sip/{plan.pk}/document/confirm/").content.decode()
    assert "2026-04-15 → 2026-04-20" in form
    old = {"content_hash": first, "idempotency_key": "k1"}
    page = signed_in(home.primary_care).post(f"/sip/{plan.pk}/document/confirm/", old)
    assert (page.status_code, second in page.content.decode()) == (409, True)


def test_an_objection_makes_it_a_draft_again(home: Outside) -> None:
    first = locked(home.plan, home.nurse, at=home.at)
    told = Notification.objects.filter(unit_id=str(home.nurse.unit_id)).count()
    objection = {"content_hash": first, "note": "Fel dag."}
    home.does(home.social, object_to_plan_version, **objection)
    assert document(home.plan).status == "drafting"
    assert Notification.objects.filter(unit_id=str(home.nurse.unit_id)).count() == told + 1
    assert refused(home, home.primary_care, confirm_plan_version, content_hash=first).code == "plan-changed"
    locked(home.plan, home.nurse, at=home.at)
    confirmed(home.plan, home.primary_care, home.social, at=home.at)
    assert document(home.plan).established == (2,)
    assert home.facts.sip.version == 2


def test_with_gaps_only_after_the_limit(home: Outside) -> None:
    locked(home.plan, home.nurse, at=home.at)
    confirmed(home.plan, home.primary_care, at=home.at)
    assert refused(home, home.nurse, establish_with_gaps, reason="Svarar inte").code == "not-yet-with-gaps"
    home.later(days=10)
    home.does(home.nurse, establish_with_gaps, reason="Svarar inte")
    facts = document(home.plan)
    assert (facts.status, facts.gaps) == ("established", (str(home.social.unit_id),))
    assert home.facts.sip.state == "established"


def test_consent_withdrawn_stops_the_lock_and_keeps_what_is_locked(home: Outside) -> None:
    """In the middle of the work: nothing is lost, nothing more is locked, what is locked can be read."""
    plan = home.plan
    first = locked(plan, home.nurse, at=home.at)
    confirmed(plan, home.primary_care, at=home.at)
    home.does(home.primary_care, record_sip_consent, state="refused")
    rows = document(plan).rows
    for act, more in (
        (confirm_plan_version, {"content_hash": first}),
        (lock_plan_version, {"consented": True}),
        (establish_with_gaps, {"reason": "Svarar inte"}),
    ):
        assert refused(home, home.social, act, **more).code == "consent-missing"
    page = document_page(home.social, plan.pk, at=home.at)
    assert page.document.locked is not None
    assert page.document.locked.rows == rows
    assert "Svårt att duscha." in signed_in(home.social).get(f"/sip/{plan.pk}/document/").content.decode()
    home.does(home.nurse, record_sip_consent, state="given")
    confirmed(plan, home.social, at=home.at)
    assert document(plan).status == "established"


def in_force(home: Outside) -> Outside:
    locked(home.plan, home.nurse, at=home.at)
    confirmed(home.plan, home.primary_care, home.social, at=home.at)
    return home


def test_the_person_has_the_plan(home: Outside) -> None:
    assert refused(home, home.nurse, share_plan_with_person, way="paper").code == "nothing-in-force"
    made = in_force(home).at.date()
    home.later(days=2)
    home.does(home.nurse, share_plan_with_person, way="paper", given_on=made + timedelta(days=1))
    shared = document(home.plan).shared[-1]
    assert (shared.no, shared.way, shared.at.date()) == (1, "paper", made + timedelta(days=1))
    for wrong in ({"way": "dove"}, {"way": "mail", "given_on": made - timedelta(days=1)}):
        assert isinstance(refused(home, home.nurse, share_plan_with_person, **wrong), InvalidInput)


def test_a_measure_moves_without_a_new_version(home: Outside) -> None:
    in_force(home)
    own, other = row_id(home.plan, MUNICIPALITY), row_id(home.plan, REGION)
    home.does(home.social, update_intervention, row_id=own, status="ongoing")
    facts = document(home.plan)
    assert (facts.status, facts.row(str(own)).get("status")) == ("established", "ongoing")  # type: ignore[union-attr]
    said = refused(home, home.social, update_intervention, row_id=other, status="done")
    assert said.code == "section-not-yours"
    for wrong in ({"row_id": home.plan.pk, "status": "done"}, {"row_id": own, "status": "nothing"}):
        assert isinstance(refused(home, home.social, update_intervention, **wrong), InvalidInput)


def test_the_same_by_api(home: Outside) -> None:
    base = f"/api/v1/plans/{home.plan.pk}"

    def post(actor: Actor, act: str, body: dict[str, Any]) -> Any:
        key = {"Idempotency-Key": f"{act}-{actor.unit_id}"}
        return signed_in(actor).post(f"{base}/acts/{act}", body, "application/json", headers=key)

    with time_machine.travel(home.at, tick=False):
        assert post(home.nurse, "lock-plan-version", {"consented": True}).status_code == 201
        shown = signed_in(home.social).get(f"{base}/document").json()
        assert shown["left_to_confirm"] == [str(home.primary_care.unit_id), str(home.social.unit_id)]
        old = post(home.social, "confirm-plan-version", {"content_hash": "0" * 64})
        assert (old.status_code, old.json()["content_hash"]) == (409, shown["versions"][0]["content_hash"])
        answer = {"content_hash": shown["versions"][0]["content_hash"]}
        for actor in (home.primary_care, home.nurse):
            status = post(actor, "confirm-plan-version", {**answer, "note": ""}).status_code
            assert status == (409 if actor is home.nurse else 201)
        objection = {**answer, "note": "Fel dag."}
        assert post(home.social, "object-to-plan-version", objection).status_code == 201
    assert document(home.plan).status == "drafting"


def test_a_unit_that_has_closed_gets_no_measure(home: Outside) -> None:
    close_unit(home.social, home.at)
    said = refused(home, home.nurse, lock_plan_version, consented=True)
    assert isinstance(said, PlanNotReady)
    assert [(one.code, one.field) for one in said.missing] == [("SIP16", "unit_id")]
    measure = {"what": "Stöd.", "unit_id": str(home.social.unit_id), "principal": "municipality"}
    row = {"section": "intervention", "values": measure, "row_id": row_id(home.plan, "new")}
    stopped = refused(home, home.nurse, save_plan_row, **row)
    assert (stopped.code, stopped.field) == ("plan-row-invalid", "unit_id")
    assert "stängd" in stopped.detail
    page = document_page(home.nurse, home.plan.pk, at=home.at)
    offered = PlanRowForm(page=page, section=SECTIONS["intervention"], row=None).fields["unit_id"]
    assert str(home.social.unit_id) not in dict(offered.choices)  # type: ignore[attr-defined]
