"""The flow's pages: whose turn, the forms, who sees what; and the duties on Min tur."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from deviations.actions.note_deviation_internally import note_deviation_internally
from deviations.actions.reroute_deviation import reroute_deviation
from deviations.rules.flow import FLOW
from lus.access_log.models import Entry
from lus.organisations.actor import Actor
from lus.organisations.roles import Role
from tests.factories import NOW, a_place, signed_in

from .flow_life import DeviationLife
from .reports import TEXT

pytestmark = [pytest.mark.django_db, pytest.mark.at(NOW)]


@pytest.fixture
def life() -> DeviationLife:
    return DeviationLife()


def shown(actor: Actor, life: DeviationLife) -> str:
    return signed_in(actor).get(reverse("deviation", args=[life.number])).content.decode()


def typed(client: Client, url: str, **other: Any) -> dict[str, Any]:
    form = client.get(url).context["form"]
    kept = {bound.html_name: bound.value() for bound in form if bound.value() not in (None, "")}
    return kept | other


def test_the_page_says_whose_turn_it_is_and_until_when(life: DeviationLife) -> None:
    ward, municipality = shown(life.ward, life), shown(life.municipality, life)
    assert "Er tur" in ward
    assert f'href="{reverse("acknowledge_deviation", args=[life.number])}"' in ward
    assert "Lokal tidsgräns (ej fastställd)" in ward
    assert "Avd 72 har nästa steg" in municipality
    assert "Ta tillbaka" in municipality


def test_a_receiver_works_it_through_on_its_pages(life: DeviationLife) -> None:
    ward = signed_in(life.ward)
    steps: list[tuple[str, dict[str, str]]] = [
        ("acknowledge_deviation", {}),
        ("assess_deviation", {"severity": "2"}),
        ("decide_deviation_action", {"text": "Ny rutin.", "owner_role": "nurse", "due": "2026-04-01"}),
        ("give_deviation_feedback", {"text": "Tack, vi ändrar rutinen."}),
    ]
    for act, sent in steps:
        url = reverse(act, args=[life.number])
        answer = ward.post(url, typed(ward, url, **sent))
        assert answer.status_code == 302, (act, answer.content.decode()[-2000:])
        assert answer["Location"] == reverse("deviation", args=[life.number])
    html = shown(life.municipality, life)
    for words in ("Er tur", "Läs svaret på avvikelsen", "Ny rutin.", "Godta svaret", "Bestrid svaret"):
        assert words in html
    assert life.now().state == "answered"


def test_a_double_press_acts_once(life: DeviationLife) -> None:
    client, url = signed_in(life.ward), reverse("comment_deviation", args=[life.number])
    values = typed(client, url, text="Vi återkommer i veckan.")
    assert [client.post(url, values).status_code for _ in range(2)] == [302, 302]
    assert shown(life.ward, life).count("Vi återkommer i veckan.") == 1


def test_a_stopped_text_stays_on_the_form_and_is_marked(life: DeviationLife) -> None:
    client, url = signed_in(life.ward), reverse("comment_deviation", args=[life.number])
    answer = client.post(url, typed(client, url, text="Gäller 900602-2397 hos oss."))
    assert answer.status_code == 422
    assert "<mark>900602-2397</mark>" in answer.content.decode()
    asked = client.post(url, typed(client, url, text="Dr Ekman svarar er."))
    assert 'value="staff_name"' in asked.content.decode()
    sent = typed(client, url, text="Dr Ekman svarar er.", not_personal=["staff_name"])
    assert client.post(url, sent).status_code == 302


def test_an_act_that_is_too_late_or_not_theirs_says_so(life: DeviationLife) -> None:
    url = reverse("accept_deviation_answer", args=[life.number])
    assert signed_in(life.municipality).get(url).status_code == 409
    assert signed_in(life.ward).get(url).status_code == 403
    assert signed_in(life.clinic).get(url).status_code == 404
    client, acknowledge = signed_in(life.ward), reverse("acknowledge_deviation", args=[life.number])
    values = typed(client, acknowledge)
    life.assessed()
    answer = client.post(acknowledge, values)
    assert answer.status_code == 409
    assert "under bedömning" in answer.content.decode()


# Who looks → what they see: the report's text, the answer, the internal note; None: that there is no such thing.
SEEN: dict[str, tuple[bool, bool, bool] | None] = {
    "reporter": (True, True, False),
    "colleague": (False, False, False),
    "reporting receiver": (True, True, False),
    "reporting head": (True, True, False),
    "receiver": (True, True, True),
    "head": (True, True, True),
    "staff of a unit with a receiver": (True, True, False),
    "former": (False, False, False),
    "analyst": (False, False, False),
    "stranger": None,
    "administrator": None,
}


def who(life: DeviationLife, name: str) -> Actor:
    made: dict[str, tuple[Actor, str]] = {
        "colleague": (life.municipality, Role.NEEDS_ASSESSOR),
        "reporting receiver": (life.municipality, Role.DEVIATION_RECEIVER),
        "reporting head": (life.municipality, Role.UNIT_HEAD),
        "head": (life.clinic, Role.UNIT_HEAD),
        "receiver": (life.clinic, Role.DEVIATION_RECEIVER),
        "analyst": (a_place("Avd 9", "Solna", "Ek").ward, Role.COUNTY_ANALYST),
        "administrator": (life.clinic, Role.UNIT_ADMIN),
    }
    if name == "stranger":
        return a_place("Avd 8", "Täby", "Månen").ward
    if name == "staff of a unit with a receiver":
        life.somebody(life.clinic, Role.DEVIATION_RECEIVER)
        return life.clinic
    plain = {"reporter": life.municipality, "former": life.ward}
    return plain[name] if name in plain else life.somebody(*made[name])


@pytest.mark.parametrize("name", SEEN)
def test_who_sees_what_on_the_page_and_by_rest(name: str, life: DeviationLife, settings: Any) -> None:
    from lus.api.demo_tokens import issue_demo_token

    settings.DEMO = True
    life.does(life.ward, reroute_deviation, to_unit_id=life.clinic.unit_id, text="Hör till er mottagning.")
    life.does(life.clinic, note_deviation_internally, text="Fråga läkarchefen på måndag.")
    viewer, expected = who(life, name), SEEN[name]
    page = signed_in(viewer).get(reverse("deviation", args=[life.number]))
    assert viewer.assignment_id is not None
    token = {"Authorization": f"Bearer {issue_demo_token(viewer.assignment_id, at=NOW)}"}
    rest = Client().get(f"/api/v1/deviations/{life.number}", headers=token)
    if expected is None:
        assert {page.status_code, rest.status_code} <= {403, 404}
        return
    for answer in (page.content.decode(), rest.content.decode()):
        found = (TEXT in answer, "Hör till er mottagning." in answer, "läkarchefen" in answer)
        assert found == expected
        assert life.municipality.name not in answer or viewer == life.municipality
    looks = Entry.objects.filter(action="deviation", user_id=viewer.user_id)
    assert looks.exists() is expected[0]


def test_the_duty_stands_on_min_tur_of_those_who_can_do_it(life: DeviationLife) -> None:
    html = signed_in(life.ward).get("/").content.decode()
    assert "Kvittera avvikelsen" in html
    assert life.number in html
    assert reverse("acknowledge_deviation", args=[life.number]) in html
    named = life.somebody(life.ward, Role.DEVIATION_RECEIVER)
    html = signed_in(life.ward).get("/").content.decode()
    assert life.number in html
    assert reverse("acknowledge_deviation", args=[life.number]) not in html
    client = signed_in(named)
    assert client.get("/")["Location"] == "/deviations/"
    listed = client.get("/deviations/").content.decode()
    assert life.number in listed
    assert "Hos Avd 72" in listed


def test_min_tur_and_the_list_cost_the_same_however_many_there_are(life: DeviationLife) -> None:
    client = signed_in(life.ward)
    costs: dict[str, list[int]] = {"/": [], "/deviations/": []}
    client.get("/")
    for _ in range(2):
        for path, counted in costs.items():
            with CaptureQueriesContext(connection) as asked:
                client.get(path)
            counted.append(len(asked))
        DeviationLife(life.place)
    for path, counted in costs.items():
        assert counted[0] == counted[1], path


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("state=open", True),
        ("state=closed", False),
        ("step=3", True),
        ("step=x", True),
        ("category=K02", True),
        ("category=K09", False),
        ("direction=kommun_to_region", True),
        ("rerouted=1", False),
    ],
)
def test_the_list_is_narrowed(life: DeviationLife, query: str, found: bool) -> None:
    html = signed_in(life.ward).get(f"/deviations/?box=received&{query}").content.decode()
    assert (life.number in html) is found


def test_the_county_sees_its_list_without_texts(life: DeviationLife) -> None:
    analyst = life.somebody(life.clinic, Role.COUNTY_ANALYST)
    html = signed_in(analyst).get("/deviations/").content.decode()
    assert life.number in html
    assert "Rapportera avvikelse" not in html


def test_every_act_has_a_page() -> None:
    from deviations.views.flow_acts import PAGE_OF

    assert PAGE_OF.keys() == FLOW.keys()
