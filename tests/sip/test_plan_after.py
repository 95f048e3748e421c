"""När planen gäller: on paper for the person and for staff, followed up goal by goal, in a discharge and at home."""

from datetime import timedelta
from io import BytesIO
from typing import Any
from uuid import uuid4

import pytest
from pypdf import PdfReader

from discharge.rules.facts import CaseFacts
from lus.access_log.models import Entry
from lus.events.models import Event
from lus.organisations.actor import Actor
from lus.organisations.models import UnitKind
from lus.organisations.roles import Role
from lus.persons.models import Person, Protection
from lus.refusals import Refused
from sip.actions.add_sip_unit import add_sip_unit
from sip.actions.close_sip import close_sip
from sip.actions.establish_sip import establish_sip
from sip.actions.follow_up_sip import follow_up_sip
from sip.actions.update_intervention import update_intervention
from sip.actions.withdraw_consent import withdraw_consent
from sip.models import Plan
from sip.queries.measures_left import measures_left
from sip.rules.document.evaluation import goals_reached
from tests.discharge.actions.sip_lives import PLAN, held
from tests.factories import NOW, a_unit, an_actor, signed_in

from .outside import Outside
from .plan_rows import GOAL, MUNICIPALITY, confirmed, document, locked, row_id, whole_plan, write
from .test_plan_versions import met

pytestmark = [pytest.mark.django_db, pytest.mark.at(NOW + timedelta(days=4))]
PRINT = {"paper": "person", "size": "normal", "language": "sv", "identifier": "on"}


@pytest.fixture
def home(home: Outside) -> Outside:
    return met(home)


def in_force(home: Outside) -> Outside:
    locked(home.plan, home.nurse, at=home.at)
    confirmed(home.plan, home.primary_care, home.social, at=home.at)
    return home


def pdf(answer: Any) -> str:
    assert answer["Content-Type"] == "application/pdf", answer.content.decode()
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(answer.content)).pages)


def test_the_person_gets_the_plan_on_paper(home: Outside) -> None:
    client, address = signed_in(home.nurse), f"/sip/{home.plan.pk}/document/print/"
    assert "Ingen version av planen är låst" in client.get(address).content.decode()
    assert client.post(address, PRINT).status_code == 409
    in_force(home)
    mine = pdf(client.post(address, PRINT))
    assert "Att få bo hemma med katten." in mine
    assert home.person.identifier[-4:] in mine
    assert "UTKAST" not in mine
    assert "Justering" in pdf(client.post(address, {**PRINT, "paper": "staff"}))
    noted = [event.data["paper"] for event in Event.objects.filter(name="sip_plan_printed").order_by("seq")]
    assert noted == ["person", "staff"]


def test_a_protected_persons_paper_takes_a_reason_and_names_nobody(home: Outside) -> None:
    in_force(home)
    Person.objects.filter(pk=home.person.pk).update(protection=Protection.values[-1], street="Zzgränd 7")
    client, address = signed_in(home.nurse), f"/sip/{home.plan.pk}/document/print/"
    assert client.post(address, PRINT).status_code == 422
    paper = pdf(client.post(address, {**PRINT, "reason": "Personen bad om den"}))
    assert home.person.family_name not in paper
    assert home.person.identifier[-4:] not in paper
    assert Event.objects.get(name="sip_plan_printed").data["reason"] == "Personen bad om den"


def test_the_plan_is_copied_to_the_journal_without_a_name_or_a_number(home: Outside) -> None:
    client, address = signed_in(home.nurse), f"/sip/{home.plan.pk}/document/journal-note/"
    assert "Ingen version av planen är låst" in client.get(address).content.decode()
    in_force(home)
    note = client.get(address).context["note"]
    for line in (
        f"ärende {home.plan.reference}.",
        "Att få bo hemma med katten.",
        "Duscha själv.",
        "Version 1",
    ):
        assert line in note
    assert home.person.family_name not in note
    assert home.person.identifier[-4:] not in note
    assert address in client.get(f"/sip/{home.plan.pk}/document/").content.decode()
    assert Entry.objects.filter(action="sip_journal_note", person_ids=[home.person.pk]).exists()


def test_without_consent_only_who_keeps_the_record_reads_and_prints_it(home: Outside) -> None:
    in_force(home)
    plan = f"/sip/{home.plan.pk}/"
    home.does(home.nurse, withdraw_consent, kinds=["sip_create"])
    stranger = without_a_measure(home)
    for address in (plan, f"{plan}document/"):
        assert "Duscha själv" not in signed_in(stranger).get(address).content.decode()
    for client, status in ((signed_in(stranger), 409), (signed_in(home.nurse), 200)):
        assert client.post(f"{plan}document/print/", {**PRINT, "paper": "staff"}).status_code == status
    told = signed_in(stranger).get(f"/api/v1/plans/{home.plan.pk}").json()["sip"]
    assert (told["goals"], told["agenda"]) == ("", [])
    assert Event.objects.filter(name="sip_plan_printed").count() == 1


def without_a_measure(home: Outside) -> Actor:
    """A unit that takes part and has promised nothing."""
    other = an_actor(a_unit("Rehab Nacka", UnitKind.OUTPATIENT), Role.CARE_CONTACT)
    assert other.unit_id is not None
    home.does(home.nurse, add_sip_unit, unit_id=other.unit_id)
    return other


def results(plan: Plan, result: str = "reached") -> list[dict[str, str]]:
    return [{"goal_id": str(row_id(plan, GOAL)), "result": result, "person_words": "Det gick bra"}]


def test_each_goal_is_looked_at_when_the_plan_is_followed_up(home: Outside) -> None:
    in_force(home).later(days=30)
    for wrong in (
        [],
        [*results(home.plan), {"goal_id": "x", "result": "reached"}],
        results(home.plan, "maybe"),
    ):
        before = Event.objects.count()
        with pytest.raises(Refused) as said:
            home.does(home.nurse, follow_up_sip, result="reached", results=wrong)
        assert (said.value.code, Event.objects.count()) == ("results-missing", before)
    home.does(home.nurse, follow_up_sip, result="reached", results=results(home.plan))
    assert goals_reached(document(home.plan)) == (1, 1)
    assert home.facts.sip.state == "followed_up"


def test_in_a_discharge_the_case_hears_of_the_whole_and_the_plan_of_each_goal() -> None:
    life = held()
    plan = Plan.objects.get()
    given: dict[str, Any] = {"at": life.at}
    rows = whole_plan(plan, life.primary_care, life.municipality)
    write(
        plan,
        life.primary_care,
        {**rows, "overall": ("responsibility", {"overall_principal": "region"})},
        **given,
    )
    locked(plan, life.primary_care, **given)
    confirmed(plan, life.primary_care, life.municipality, **given)
    life.does(life.primary_care, follow_up_sip, result="partly", results=results(plan, "partly"))
    assert life.facts.sip.state == "followed_up"
    assert "results" not in life.facts.events[-1].data
    assert goals_reached(document(plan)) == (0, 1)


def test_the_page_asks_about_each_goal(home: Outside) -> None:
    in_force(home)
    client, address = signed_in(home.nurse), f"/sip/{home.plan.pk}/follow-up/"
    assert "Mål 1: Duscha själv." in client.get(address).content.decode()
    typed = {"result": "reached", "outcome": "continue", "idempotency_key": "k1"}
    assert client.post(address, typed).status_code == 422
    answer = client.post(address, {**typed, "goal_1": "partly", "said_1": "Nästan"})
    assert answer.status_code == 302
    assert document(home.plan).results[0].person_words == "Nästan"


def test_a_plan_is_not_closed_before_each_measure_is_somebodys(home: Outside) -> None:
    in_force(home)
    home.does(home.nurse, follow_up_sip, result="reached", results=results(home.plan))
    done = row_id(home.plan, MUNICIPALITY)
    home.does(home.social, update_intervention, row_id=done, status="done")
    (left,) = measures_left(home.plan.pk)
    for handed in ({}, {left.id: uuid4()}):
        before = Event.objects.count()
        with pytest.raises(Refused) as said:
            close(home, handed=handed)
        assert (said.value.field, Event.objects.count()) == ("handed_1", before)
    facts = close(home, handed={left.id: home.primary_care.unit_id}, helped_person="yes")
    data = facts.events[-1].data
    assert facts.sip.state == "closed"
    assert data["handed"] == [{"row_id": left.id, "unit_id": str(home.primary_care.unit_id)}]
    assert (data["goals"], data["survey_offered"]) == ({"reached": 1, "counted": 1}, True)


def close(home: Outside, **more: Any) -> CaseFacts:
    return home.does(home.nurse, close_sip, reason="goals_reached", survey_offered=True, **more)


def test_the_page_proposes_that_each_goes_on_with_its_own(home: Outside) -> None:
    in_force(home)
    client, address = signed_in(home.nurse), f"/sip/{home.plan.pk}/close/"
    asked = client.get(address).context["form"]
    own = {name: field.initial for name, field in asked.fields.items() if name.startswith("handed_")}
    assert own == {"handed_1": str(home.primary_care.unit_id), "handed_2": str(home.social.unit_id)}
    typed = {"reason": "goals_reached", "idempotency_key": "k1", "helped_person": "yes", "helped_units": "no"}
    assert (
        client.post(address, {**typed, **own}).status_code == 422
    )  # nobody has said whether a code was offered
    assert client.post(address, {**typed, **own, "survey_offered": "yes"}).status_code == 302
    html = client.get(f"/sip/{home.plan.pk}/").content.decode()
    assert "Målen är uppnådda." in html
    assert "Insatser fortsätter hos Vårdcentralen Solen, Biståndet Nacka." in html


def by_hand(home: Outside, actor: Actor) -> CaseFacts:
    return home.does(actor, establish_sip, **{**PLAN, "responsible": "municipality"})


def test_by_hand_only_while_nothing_is_locked_here(home: Outside) -> None:
    locked(home.plan, home.nurse, at=home.at)
    with pytest.raises(Refused) as said:
        by_hand(home, home.nurse)
    assert said.value.code == "plan-written-here"


def test_a_plan_made_by_hand_counts_when_the_next_is_numbered(home: Outside) -> None:
    by_hand(home, home.nurse)
    home.does(home.nurse, follow_up_sip, result="partly")
    locked(home.plan, home.nurse, at=home.at)
    confirmed(home.plan, home.primary_care, home.social, at=home.at)
    assert document(home.plan).established == (2,)
    assert home.facts.sip.version == 2
