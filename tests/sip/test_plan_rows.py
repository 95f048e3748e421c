"""Planens rader: saved one by one by several units, never over each other, and nothing that was typed is lost."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from lus.events.models import Event
from lus.notifications.models import Notification
from lus.organisations.actor import Actor
from lus.refusals import NotThere, Refused
from sip.actions.record_sip_consent import record_sip_consent
from sip.actions.remove_plan_row import remove_plan_row
from sip.actions.save_plan_row import RowChanged, save_plan_row
from sip.models import Plan
from sip.queries.plan_facts import own_events
from sip.rules.document.facts import DocumentFacts
from sip.rules.document.fold_document import fold_document
from sip.rules.document.row_ids import row_id_of
from tests.discharge.actions.sip_lives import held
from tests.factories import NOW, a_place, signed_in

from .outside import Outside

pytestmark = [pytest.mark.django_db, pytest.mark.at(NOW)]
TESTED_ACTS = ("save_plan_row", "remove_plan_row")
WORDS = {"words": "Att få bo hemma med katten."}


@pytest.fixture
def home(home: Outside) -> Outside:
    home.begins()
    return home


def document(plan_id: UUID) -> DocumentFacts:
    return fold_document(own_events(plan_id))


def save(home: Outside, actor: Actor, section: str, values: dict[str, str], **more: Any) -> None:
    home.does(actor, save_plan_row, section=section, values=values, **more)


def refused(home: Outside, actor: Actor, section: str, values: dict[str, str], **more: Any) -> Refused:
    """Return the refusal, and see that nothing was recorded."""
    before = Event.objects.count()
    with pytest.raises(Refused) as said:
        save(home, actor, section, values, **more)
    assert Event.objects.count() == before
    return said.value


def url(home: Outside, section: str, row_id: UUID | None = None) -> str:
    known = row_id_of(str(home.plan.pk), section, str(row_id or ""))
    return f"/sip/{home.plan.pk}/document/row/{section}/{known}/"


def test_each_unit_saves_its_rows_and_nobody_is_disturbed(home: Outside) -> None:
    told = Notification.objects.count()
    save(home, home.nurse, "important", {"words": "  Att få bo hemma.\r\nMed katten. "})
    save(home, home.social, "need", {"area": "daily_life", "words": "Duscha."}, row_id=uuid4())
    save(home, home.primary_care, "need", {"area": "health"}, row_id=uuid4())
    rows = document(home.plan.pk).rows
    assert [row.section for row in rows] == ["important", "need", "need"]
    assert rows[0].get("words") == "Att få bo hemma.\nMed katten."
    assert {row.saved_by_unit for row in rows[1:]} == {
        str(home.social.unit_id),
        str(home.primary_care.unit_id),
    }
    assert Notification.objects.count() == told


def test_two_who_begin_the_same_section_meet_in_one_row(home: Outside) -> None:
    save(home, home.nurse, "important", WORDS)
    said = refused(home, home.social, "important", {"words": "Att slippa flytta."})
    assert isinstance(said, RowChanged)
    assert (said.stale.sides[0].saved, said.stale.sides[0].sent) == (WORDS["words"], "Att slippa flytta.")
    save(home, home.social, "important", {"words": "Båda."}, row_version=said.stale.row.row_version)
    assert [row.get("words") for row in document(home.plan.pk).rows] == ["Båda."]


def test_the_same_text_again_saves_nothing(home: Outside) -> None:
    save(home, home.nurse, "important", WORDS)
    before = Event.objects.count()
    save(home, home.social, "important", WORDS)
    assert Event.objects.count() == before


def test_what_is_taken_away_meets_whoever_wrote_in_it(home: Outside) -> None:
    row_id = uuid4()
    save(home, home.nurse, "goal", {"words": "Duscha själv."}, row_id=row_id)
    home.does(home.social, remove_plan_row, row_id=row_id, row_version=1)
    assert document(home.plan.pk).rows == ()
    said = refused(home, home.nurse, "goal", {"words": "Duscha helt själv."}, row_id=row_id, row_version=1)
    assert isinstance(said, RowChanged)
    assert said.stale.row.removed
    assert said.stale.row.get("words") == "Duscha själv."
    home.does(home.social, remove_plan_row, row_id=row_id, row_version=1)  # gone already: nothing to do
    save(home, home.nurse, "goal", {"words": "Duscha helt själv."}, row_id=row_id, row_version=2)
    with pytest.raises(RowChanged):
        home.does(home.social, remove_plan_row, row_id=row_id, row_version=1)


def test_a_goal_that_a_measure_hangs_on_stays(home: Outside) -> None:
    goal = uuid4()
    save(home, home.nurse, "goal", {"words": "Duscha själv."}, row_id=goal)
    measure = {"goal_id": str(goal), "what": "Träna", "unit_id": str(home.nurse.unit_id)}
    save(home, home.nurse, "intervention", measure, row_id=uuid4())
    with pytest.raises(Refused) as said:
        home.does(home.nurse, remove_plan_row, row_id=goal, row_version=1)
    assert said.value.code == "goal-in-use"


def test_what_a_row_can_hold_and_whose_it_is(home: Outside) -> None:
    other = str(a_place("Avd 9", "Täby", "Vårdcentralen Månen").primary_care.unit_id)
    given = {"row_id": uuid4()}
    bad: list[tuple[Actor, str, dict[str, str], str]] = [
        (home.nurse, "goal", {"target_on": "i vår"}, "plan-row-invalid"),
        (home.nurse, "nothing", {}, "plan-row-invalid"),
        (home.nurse, "intervention", {"unit_id": other}, "plan-row-invalid"),
        (home.nurse, "why_now", {"why": "x" * 801}, "plan-row-invalid"),
        (home.social, "intervention", {"unit_id": str(home.nurse.unit_id)}, "section-not-yours"),
        (home.social, "responsibility", {"overall_principal": "region"}, "section-not-yours"),
    ]
    for actor, section, values, code in bad:
        assert refused(home, actor, section, values, **given).code == code, section
    save(home, home.social, "intervention", {"unit_id": str(home.social.unit_id)}, **given)
    stranger = a_place("Avd 8", "Tyresö", "Vårdcentralen Björken").primary_care
    with pytest.raises(NotThere):
        save(home, stranger, "important", WORDS)


def test_without_consent_nothing_more_is_written_and_nothing_is_lost(home: Outside) -> None:
    save(home, home.nurse, "important", WORDS)
    home.does(home.social, record_sip_consent, state="refused")
    assert refused(home, home.nurse, "important", {"words": "Nytt"}, row_version=1).code == "consent-missing"
    page = signed_in(home.nurse).get(f"/sip/{home.plan.pk}/document/").content.decode()
    assert "Att få bo hemma med katten." in page
    assert "Samtycke saknas" in page
    answer = signed_in(home.nurse).post(
        url(home, "important"), {"words": "Medan jag skrev", "row_version": "1"}
    )
    assert answer.status_code == 409
    assert "Medan jag skrev" in answer.content.decode()


def test_a_discharge_has_the_same_document_with_the_ward_in_it() -> None:
    life = held()
    plan = Plan.objects.get()
    given: dict[str, Any] = {"case_id": plan.pk, "at": life.at + timedelta(minutes=5)}
    save_plan_row(**given, actor=life.ward, section="need", values={"words": "Trappan."}, row_id=uuid4())
    measure = {"what": "Hemtjänst", "unit_id": str(life.municipality.unit_id)}
    save_plan_row(**given, actor=life.municipality, section="intervention", values=measure, row_id=uuid4())
    with pytest.raises(Refused) as said:
        save_plan_row(**given, actor=life.ward, section="follow_up", values={"on": "2026-04-20"})
    assert said.value.code == "section-not-yours"
    assert len(document(plan.pk).rows) == 2
    assert life.facts.version == Event.objects.filter(case_id=life.case.pk).count()


def test_a_row_on_a_page_of_its_own(home: Outside) -> None:
    client, row_id = signed_in(home.nurse), uuid4()
    form = client.get(url(home, "goal", row_id)).content.decode()
    assert "Hur vi ser att det är nått" in form
    typed = {"words": "Duscha själv.", "row_version": "0", "idempotency_key": "k1"}
    for _ in range(2):
        answer = client.post(url(home, "goal", row_id), typed)
        assert answer["Location"] == f"/sip/{home.plan.pk}/document/#section-goal"
    html = client.get(f"/sip/{home.plan.pk}/document/").content.decode()
    assert html.index("Vad är viktigt för dig?") < html.index(">Personen<")
    assert "Målet har ingen dag" in html
    wrong = client.post(
        url(home, "goal", row_id),
        {**typed, "target_on": "snart", "row_version": "1", "idempotency_key": "k2"},
    )
    assert (wrong.status_code, "snart" in wrong.content.decode()) == (422, True)
    away = client.get(f"/sip/{home.plan.pk}/document/remove-row/?row_id={row_id}&row_version=1")
    assert "Ta bort raden" in away.content.decode()
    done = client.post(
        f"/sip/{home.plan.pk}/document/remove-row/",
        {"row_id": row_id, "row_version": 1, "idempotency_key": "k3"},
    )
    assert done["Location"] == f"/sip/{home.plan.pk}/document/"
    assert document(home.plan.pk).rows == ()


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}], ids=["page", "part"])
def test_both_texts_side_by_side_and_mine_can_be_saved(home: Outside, headers: dict[str, str]) -> None:
    save(home, home.social, "important", {"words": "Deras text"})
    client = signed_in(home.nurse)
    mine = {"words": "Min text", "row_version": "0", "idempotency_key": "k1"}
    answer = client.post(url(home, "important"), mine, headers=headers)
    html = answer.content.decode()
    assert answer.status_code == 409
    assert all(
        words in html for words in ("Deras text", "Min text", "Spara min", "Behåll deras", 'value="1"')
    )
    assert document(home.plan.pk).rows[0].get("words") == "Deras text"
    saved = client.post(
        url(home, "important"), {**mine, "row_version": "1", "idempotency_key": "k2"}, headers=headers
    )
    assert saved.status_code == (200 if headers else 302)
    assert document(home.plan.pk).rows[0].get("words") == "Min text"


def test_a_part_is_read_again_as_it_stands(home: Outside) -> None:
    save(home, home.social, "important", WORDS)
    part = signed_in(home.nurse).get(url(home, "important") + "?as=read", headers={"HX-Request": "true"})
    assert "katten" in part.content.decode()
    assert "<html" not in part.content.decode()
    assert signed_in(home.nurse).get(url(home, "nothing", uuid4())).status_code == 404


def statements(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as found:
        assert client.get(address).status_code == 200
    return len(found)


def test_the_document_reads_as_much_for_two_rows_as_for_twenty(home: Outside) -> None:
    client, address = signed_in(home.nurse), f"/sip/{home.plan.pk}/document/"
    save(home, home.nurse, "goal", {"words": "Mål 1"}, row_id=uuid4())
    client.get(address)  # the unit's notices are seen the first time
    few = statements(client, address)
    for number in range(20):
        save(home, home.nurse, "goal", {"words": f"Mål {number}"}, row_id=uuid4())
    assert statements(client, address) == few
    assert "Dagordning" not in client.get(f"{address}?form=short").content.decode()


def test_the_same_by_api(home: Outside) -> None:
    client, base = signed_in(home.nurse), f"/api/v1/plans/{home.plan.pk}"

    def post(act: str, body: dict[str, Any], key: str) -> Any:
        sent = {"Idempotency-Key": f"key-of-{key}"}
        return client.post(f"{base}/acts/{act}", body, "application/json", headers=sent)

    row_id = str(uuid4())
    body = {"section": "goal", "row_id": row_id, "values": {"words": "Duscha."}, "row_version": 0}
    assert post("save-plan-row", body, "one").status_code == 201
    stale = post("save-plan-row", {**body, "values": {"words": "Simma."}}, "two")
    assert (stale.status_code, stale.json()["type"].rpartition("/")[2]) == (409, "row-changed")
    assert stale.json()["saved"]["values"] == {"words": "Duscha."}
    assert stale.json()["sent"] == {"words": "Simma."}
    shown = client.get(f"{base}/document")
    assert [row["values"] for row in shown.json()["rows"]] == [{"words": "Duscha."}]
    assert "save-plan-row" in shown.json()["acts"]
    assert post("remove-plan-row", {"row_id": row_id, "row_version": 1}, "three").status_code == 201
    assert client.get(f"{base}/document").json()["rows"] == []
