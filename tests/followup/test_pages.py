"""The surveys' pages: to answer without an account, to print codes, and to read what five or more have said."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from followup.models import Answer
from lus.one_time.delete_ended import delete_ended
from lus.one_time.models import OneTimeCode
from lus.organisations.actor import Actor
from lus.organisations.models import UnitKind
from lus.organisations.roles import Role
from lus.web.models import IdempotencyKey
from tests.factories import NOW, a_unit, an_actor, signed_in

from .people import answered, draw

pytestmark = [pytest.mark.django_db, pytest.mark.at(NOW), pytest.mark.usefixtures("no_tries_yet")]
SURVEYS, CODES = "/follow-up/surveys/", "/follow-up/surveys/codes/"
LAST_YEAR = datetime(2025, 2, 10, 9, 0, tzinfo=UTC)
WANTED = {"kind": "sip_person", "count": "3", "idempotency_key": "press-1"}


@pytest.fixture
def clinic() -> Actor:
    return an_actor(a_unit("Vårdcentralen Solen", UnitKind.PRIMARY_CARE), Role.CARE_CONTACT)


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("sip_person", ["P1", "P8", "sex", "Stämmer helt", "Vet ej"]),
        ("sip_child", ["B1", "B5", "#glad", "#sadar", "#ledsen", "Ja", "Lite", "Nej", "Vet inte"]),
        ("sip_relative", ["V1", "N3", "vårdnadshavare"]),
    ],
)
def test_the_questions_are_those_of_the_codes_kind(clinic: Actor, kind: str, said: list[str]) -> None:
    (code,) = draw(clinic, at=NOW, kind=kind)
    html = Client().post("/enkat/", {"code": code}).content.decode()
    assert [word for word in said if word not in html] == []
    assert ('name="sex"' in html) == (kind == "sip_person")
    assert not Answer.objects.exists()  # nothing is kept before it is sent


def test_an_answer_is_sent_once(clinic: Actor) -> None:
    (code,) = draw(clinic, at=NOW)
    sent = {"code": code, "P1": "4", "P2": "dont_know", "text": "Bra möte."}
    first, second = (Client().post("/enkat/svar/", sent) for _ in range(2))
    assert (first["Location"], second.status_code) == ("/enkat/tack/", 404)
    assert "Koden gäller inte" in second.content.decode()
    assert "Tack för ditt svar" in Client().get("/enkat/tack/").content.decode()


def test_a_used_and_an_unknown_code_are_told_in_the_same_words(clinic: Actor) -> None:
    used, _ = draw(clinic, at=NOW, count=2)
    Client().post("/enkat/svar/", {"code": used, "P1": "4"})
    pages = [Client().post("/enkat/", {"code": code}).content for code in (used, "ABCDE-FGHJK", "")]
    assert len(set(pages)) == 1
    assert used.encode() not in pages[0]


def test_a_closed_survey_says_when_it_closed(clinic: Actor) -> None:
    (code,) = draw(clinic, at=LAST_YEAR)
    page = Client().post("/enkat/", {"code": code})
    assert page.status_code == 409
    assert "Enkäten stängde 2025-04-30" in page.content.decode()


def test_an_empty_and_a_wrong_answer_are_kept_on_the_page(clinic: Actor) -> None:
    (code,) = draw(clinic, at=NOW)
    empty = Client().post("/enkat/svar/", {"code": code})
    assert (empty.status_code, "Du har inte svarat" in empty.content.decode()) == (422, True)
    wrong = Client().post("/enkat/svar/", {"code": code, "P1": "9", "P2": "4"}).content.decode()
    assert "Välj ett av svaren" in wrong
    assert wrong.count(" checked") == 1


def test_a_text_with_a_person_is_marked_and_stays_with_who_wrote_it(clinic: Actor) -> None:
    (code,) = draw(clinic, at=NOW)
    page = Client().post("/enkat/svar/", {"code": code, "P1": "4", "text": "Ring mig på 070-123 45 67."})
    html = page.content.decode()
    assert page.status_code == 422
    assert "<mark>070-123 45 67</mark>" in html
    assert "Ta bort det, eller lämna rutan tom" in html
    assert not Answer.objects.exists()


def test_too_many_wrong_codes_stop_also_a_right_one(clinic: Actor, settings: Any) -> None:
    (code,) = draw(clinic, at=NOW)
    guesser, other = Client(REMOTE_ADDR="203.0.113.5"), Client(REMOTE_ADDR="203.0.113.6")
    told = [
        guesser.post("/enkat/", {"code": f"GISS{number}"}).status_code
        for number in range(settings.ONE_TIME_TRIES)
    ]
    assert set(told) == {404}
    assert guesser.post("/enkat/", {"code": code}).status_code == 429
    assert guesser.post("/enkat/svar/", {"code": code, "P1": "4"}).status_code == 429
    assert other.post("/enkat/", {"code": code}).status_code == 200


def test_the_open_pages_need_no_account_and_give_no_cookie(clinic: Actor) -> None:
    visitor = Client(enforce_csrf_checks=True)
    (code,) = draw(clinic, at=NOW)
    answers = [visitor.get("/enkat/"), visitor.post("/enkat/", {"code": code}), visitor.get("/enkat/tack/")]
    assert [answer.status_code for answer in answers] == [200, 200, 200]
    assert visitor.get("/enkat/svar/")["Location"] == "/enkat/"
    assert not visitor.cookies
    assert all("no-store" in answer["Cache-Control"] for answer in answers)


def test_codes_are_shown_once_and_kept_nowhere(clinic: Actor) -> None:
    client = signed_in(clinic)
    page = client.post(CODES, WANTED)
    codes = [letter["code"] for letter in page.context["letters"]]
    assert len(set(codes)) == 3
    html = page.content.decode()
    assert all(code in html for code in codes)
    assert html.count('aria-label="QR-kod') == 3
    assert "30 april 2026" in html
    again = client.post(CODES, WANTED)
    assert again.status_code == 409
    assert "Koderna visas bara en gång" in again.content.decode()
    assert OneTimeCode.objects.count() == 3
    assert IdempotencyKey.objects.get().result == {"drawn": 3}


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"count": "51"}, "1 till 50"),
        ({"count": "0"}, "1 till 50"),
        ({"count": "många"}, "heltal"),
        ({"kind": ""}, "Välj vem som ska svara"),
        ({"kind": "staff"}, "Svaret finns inte"),
    ],
)
def test_a_wish_that_cannot_be_is_kept_on_the_page(clinic: Actor, wrong: dict[str, str], said: str) -> None:
    page = signed_in(clinic).post(CODES, WANTED | wrong)
    assert page.status_code == 422
    assert said in page.content.decode()
    assert not OneTimeCode.objects.exists()


def test_the_report_shows_the_own_units_closed_quarters(clinic: Actor) -> None:
    answered(clinic, 5, 5, 4, 2, 1, at=LAST_YEAR, unused=5)
    answered(clinic, 5, 5, 5, 5, at=LAST_YEAR + timedelta(days=90))
    answered(clinic, *[1] * 9, at=NOW)  # the running quarter
    client = signed_in(clinic)
    html = client.get(SURVEYS).content.decode()
    kind = client.get(SURVEYS).context["report"]["kinds"][0]
    assert [cell["rate"] for cell in kind["responses"]] == ["50 %", None, None]
    assert "60 %" in html
    assert "3,4 · 5 av 10" in html
    assert "Visas inte" in html
    assert "100 %" not in html  # four of four
    assert "Den som planen gäller 9" in html  # codes given out, not answers
    assert kind["periods"] == ["Kvartal 1", "Kvartal 2", "Hela 2025"]


def test_what_was_given_out_is_counted_when_the_codes_are_gone(clinic: Actor) -> None:
    answered(clinic, 5, 5, 4, 2, 1, at=LAST_YEAR, unused=5)
    # A late answer is told for a year that the survey closed.
    assert delete_ended(at=LAST_YEAR + timedelta(days=440)) == 0
    assert delete_ended(at=LAST_YEAR + timedelta(days=480)) == 10
    html = signed_in(clinic).get(SURVEYS).content.decode()
    assert "3,4 · 5 av 10" in html
    assert Answer.objects.count() == 5


def test_another_unit_sees_nothing_of_it(clinic: Actor) -> None:
    answered(clinic, 5, 5, 4, 2, 1, at=LAST_YEAR)
    other = an_actor(a_unit("Vårdcentralen Månen", UnitKind.PRIMARY_CARE), Role.CARE_CONTACT)
    html = signed_in(other).get(f"{SURVEYS}?year=2025").content.decode()
    assert "Inget resultat än" in html
    assert "Hela 2025" not in html


@pytest.mark.parametrize("year", ["", "1", "x", "0000", "99999", "２０２５"])
def test_an_odd_year_is_no_error(clinic: Actor, year: str) -> None:
    assert signed_in(clinic).get(f"{SURVEYS}?year={year}").status_code == 200


def test_the_report_costs_the_same_however_much_there_is(clinic: Actor) -> None:
    client, costs = signed_in(clinic), []
    client.get(SURVEYS)
    for quarter in range(3):
        answered(clinic, 5, 4, 3, 2, 1, at=LAST_YEAR + timedelta(days=91 * quarter))
        with CaptureQueriesContext(connection) as asked:
            client.get(SURVEYS)
        costs.append(len(asked))
    assert costs[0] == costs[-1] <= 8


def test_who_administers_only_gives_out_nothing(clinic: Actor) -> None:
    client = signed_in(an_actor(a_unit("Avd 9"), Role.UNIT_ADMIN))
    assert client.get(SURVEYS).status_code == 403
    assert client.post(CODES, WANTED).status_code == 403
    assert signed_in(clinic).get(CODES)["Location"] == SURVEYS
