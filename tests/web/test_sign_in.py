"""Signing in, choosing an assignment, and what is closed until then."""

from datetime import timedelta

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from lus.organisations.models import Unit, UnitKind
from lus.organisations.roles import Role
from tests.factories import LONG_AGO, PASSWORD, a_place, a_unit, a_user, an_assignment, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def ward() -> Unit:
    return a_unit("Avd 72")


def sign_in(client: Client, username: str, password: str = PASSWORD, to: str = "") -> str:
    """Return the last address after the log-in; the page itself when it was refused."""
    answer = client.post("/login/", {"username": username, "password": password, "next": to}, follow=True)
    return answer.redirect_chain[-1][0] if answer.redirect_chain else f"refused {answer.status_code}"


def test_who_has_one_assignment_works_at_once(client: Client, ward: Unit) -> None:
    assignment = an_assignment(ward, Role.WARD_STAFF)
    assert sign_in(client, assignment.user.username) == "/"
    assert "Avd 72" in client.get("/").content.decode()


def test_who_has_two_chooses_and_the_last_one_is_proposed_next_time(client: Client, ward: Unit) -> None:
    user = a_user()
    an_assignment(ward, Role.WARD_STAFF, user)
    second = an_assignment(a_unit("Avd 71"), Role.WARD_STAFF, user)
    assert sign_in(client, user.username) == "/assignment/"
    assert client.get("/").url == "/assignment/"  # type: ignore[attr-defined]
    assert client.post("/assignment/", {"assignment": second.pk}).url == "/"  # type: ignore[attr-defined]
    client.post("/logout/")
    sign_in(client, user.username)
    page = client.get("/assignment/").content.decode()
    assert page.index("Avd 71") < page.index("Avd 72") < page.index("Fortsätt")
    assert "senast använt" in page


def test_the_page_that_was_asked_for_comes_after_the_log_in(client: Client, ward: Unit) -> None:
    user = an_assignment(ward, Role.WARD_STAFF).user
    asked = client.get("/discharge/board/")
    assert asked.url == "/login/?next=%2Fdischarge%2Fboard%2F"  # type: ignore[attr-defined]
    assert sign_in(client, user.username, to="/discharge/board/") == "/discharge/board/"


@pytest.mark.parametrize(
    "elsewhere", ["https://example.org/", "//example.org", "/\\example.org", "javascript:1"]
)
def test_nobody_is_sent_to_another_server(client: Client, ward: Unit, elsewhere: str) -> None:
    assert sign_in(client, an_assignment(ward, Role.WARD_STAFF).user.username, to=elsewhere) == "/"


def test_a_wrong_password_is_told_and_the_sixth_locks(client: Client, ward: Unit) -> None:
    user = an_assignment(ward, Role.WARD_STAFF).user
    assert [sign_in(client, user.username, "fel") for _ in range(6)] == ["refused 422"] * 5 + ["refused 429"]
    assert sign_in(client, user.username) == "refused 429"


def test_a_switched_off_user_is_nobody(client: Client, ward: Unit) -> None:
    user = an_assignment(ward, Role.WARD_STAFF).user
    user.is_active = False
    user.save()
    assert sign_in(client, user.username) == "refused 422"


def test_an_assignment_that_has_ended_no_longer_works(ward: Unit) -> None:
    assignment = an_assignment(ward, Role.WARD_STAFF)
    client = Client()
    sign_in(client, assignment.user.username)
    assignment.valid_to = LONG_AGO + timedelta(days=1)
    assignment.save()
    assert client.get("/", follow=True).redirect_chain[-1][0] == "/assignment/"
    assert "Inget giltigt uppdrag" in client.get("/assignment/").content.decode()


def test_another_persons_assignment_cannot_be_chosen(client: Client, ward: Unit) -> None:
    theirs = an_assignment(ward, Role.WARD_STAFF)
    user = a_user()
    an_assignment(ward, Role.WARD_STAFF, user)
    an_assignment(a_unit("Avd 71"), Role.WARD_STAFF, user)
    sign_in(client, user.username)
    assert client.post("/assignment/", {"assignment": theirs.pk}).status_code == 200
    assert client.get("/").status_code == 302


def test_the_session_gets_a_new_name_with_each_assignment(ward: Unit) -> None:
    user = a_user()
    client = Client()
    one, two = (
        an_assignment(ward, Role.WARD_STAFF, user),
        an_assignment(a_unit("Avd 71"), Role.WARD_STAFF, user),
    )
    sign_in(client, user.username)
    names = []
    for assignment in (one, two):
        client.post("/assignment/", {"assignment": assignment.pk})
        names.append(client.session.session_key)
    assert names[0] != names[1]


def test_a_part_of_a_page_moves_the_whole_page_to_the_log_in(client: Client) -> None:
    part = client.get(
        "/discharge/board/", headers={"HX-Request": "true", "HX-Current-URL": "http://x/discharge/board/"}
    )
    assert (part.status_code, part["HX-Redirect"]) == (204, "/login/?next=%2Fdischarge%2Fboard%2F")


def test_practice_signs_in_by_one_click_and_nothing_else_does(client: Client, settings: Settings) -> None:
    user = an_assignment(a_unit("Nacka", UnitKind.RECEPTION), Role.RECEPTION).user
    settings.LUS_DEMO_ACCOUNTS = "tests.web.test_sign_in.invented"
    invented.people = [{"username": user.username, "name": "Amir", "unit": "Nacka", "role": "Mottagning"}]
    assert client.post("/login/", {"demo_account": user.username}).status_code == 422
    settings.DEMO = True
    assert "Amir" in client.get("/login/").content.decode()
    assert client.post("/login/", {"demo_account": user.username}, follow=True).redirect_chain[-1][0] == "/"
    assert client.post("/logout/").url == "/login/"  # type: ignore[attr-defined]
    assert client.post("/login/", {"demo_account": "root"}).status_code == 422


def test_signing_out_asks_for_a_press() -> None:
    client = signed_in(a_place().ward)
    assert client.get("/logout/").status_code == 405
    client.post("/logout/")
    assert client.get("/").status_code == 302


class _Invented:
    people: list[dict[str, str]] = []

    def __call__(self) -> list[dict[str, str]]:
        return self.people


invented = _Invented()
