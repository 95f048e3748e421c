"""*Enheten*: hours, channels and ladder are changed by the unit's administrator, and each change is written down."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from lus.notifications.deliver import deliver_due
from lus.notifications.models import Audience, Channel, OutboxRow, UnitChannel
from lus.opening_hours import is_open
from lus.organisations.models import EscalationLadder, OpeningException, SettingChange, Unit, UnitKind
from lus.organisations.queries import opening_hours_of
from lus.organisations.roles import Role
from lus.organisations.video_hosts import video_hosts_of
from tests.factories import NOW, Place, a_case, a_place, a_unit, an_actor, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.at(NOW)]
PAGES = ("/unit/", "/unit/opening-hours/", "/unit/notifications/", "/unit/escalation/", "/unit/video/")
CHANGES = (
    "opening-hours/week",
    "opening-hours/exception",
    "opening-hours/remove-exception",
    "notifications/channel",
    "notifications/remove-channel",
    "notifications/test",
    "escalation/change",
    "video/change",
)


@pytest.fixture
def place() -> Place:
    return a_place()


@pytest.fixture
def unit(place: Place) -> Unit:
    return Unit.objects.get(pk=str(place.municipality.unit_id))


@pytest.fixture
def admin(unit: Unit) -> Client:
    return signed_in(an_actor(unit, Role.UNIT_ADMIN))


def change(admin: Client, path: str, **typed: str) -> tuple[int, str]:
    answer = admin.post(f"/unit/{path}/", typed)
    return answer.status_code, answer.content.decode()


def test_the_week_decides_when_the_unit_is_open(admin: Client, unit: Unit) -> None:
    week = {f"day_{number}": "08.00–16.30" for number in range(5)}
    assert change(admin, "opening-hours/week", **week, day_5="", day_6="00.00–24.00")[0] == 302
    hours = opening_hours_of([unit.pk])[str(unit.pk)]
    assert is_open(hours, NOW)
    assert not is_open(hours, NOW + timedelta(days=4))
    assert "öppet till 16.30" in admin.get("/unit/opening-hours/").content.decode()
    assert SettingChange.objects.get().what == "Öppettider: 6 dagar i veckan"


@pytest.mark.parametrize("typed", ["16.30–08.00", "åtta till fyra", "25.00–26.00"])
def test_hours_that_cannot_be_are_refused_and_kept_in_the_form(admin: Client, unit: Unit, typed: str) -> None:
    status, html = change(admin, "opening-hours/week", day_0=typed)
    assert (status, typed in html) == (422, True)
    assert not opening_hours_of([unit.pk])


def test_a_day_of_its_own_is_added_and_taken_away(admin: Client) -> None:
    assert change(admin, "opening-hours/exception", day="2026-04-30", hours="08.00–12.00")[0] == 302
    assert change(admin, "opening-hours/exception", day="2026-04-30", hours="")[0] == 302
    assert OpeningException.objects.get().opens is None
    assert "Stängt" in admin.get("/unit/opening-hours/").content.decode()
    assert change(admin, "opening-hours/remove-exception", day=date(2026, 4, 30).isoformat())[0] == 302
    assert not OpeningException.objects.exists()


def test_a_channel_is_added_tested_and_its_delivery_seen(admin: Client, unit: Unit) -> None:
    typed = {
        "audience": "unit",
        "channel": "email",
        "address": "jour@example.invalid",
        "hours": "07.00–20.00",
    }
    assert change(admin, "notifications/channel", **typed)[0] == 302
    assert change(admin, "notifications/test")[0] == 302
    assert deliver_due(at=NOW) == 1
    html = admin.get("/unit/notifications/").content.decode()
    assert "jour@example.invalid" in html
    assert "Skickad" in html


@pytest.mark.parametrize(
    ("channel", "address"), [("sms", "08-123"), ("email", "jour"), ("sms", "jour@example.invalid")]
)
def test_an_address_that_cannot_be_reached_is_refused(admin: Client, channel: str, address: str) -> None:
    status, html = change(admin, "notifications/channel", audience="unit", channel=channel, address=address)
    assert (status, address in html) == (422, True)
    assert not UnitChannel.objects.exists()


def test_the_last_way_to_the_unit_is_not_closed(admin: Client, unit: Unit) -> None:
    row = UnitChannel.objects.create(unit=unit, channel=Channel.SMS, address="+46700000001")
    status, html = change(admin, "notifications/remove-channel", channel_id=str(row.pk))
    assert status == 422
    assert "sista kanal" in html
    Unit.objects.filter(pk=unit.pk).update(email="m@example.invalid")
    assert change(admin, "notifications/remove-channel", channel_id=str(row.pk))[0] == 302


def test_the_log_of_deliveries_names_no_case_and_no_patient(admin: Client, place: Place) -> None:
    case = a_case(place, at=NOW)
    html = admin.get("/unit/notifications/").content.decode()
    assert OutboxRow.objects.filter(audience=Audience.UNIT).exists()
    assert "Väntar" in html
    for word in (case.reference, case.person.family_name, str(case.pk), "inskrivning"):
        assert word.lower() not in html.lower().replace("lokal administratör", "")


LADDER = {"normal": "60 120 180", "after_opening": "30", "urgent": "10 20 30 40"}


def test_the_ladder_is_the_units_own_from_now_on(admin: Client, unit: Unit) -> None:
    backup = a_unit("Bistånd", UnitKind.NEEDS_ASSESSMENT, principal=unit.principal)
    assert "Produktens standard" in admin.get("/unit/escalation/").content.decode()
    assert change(admin, "escalation/change", **LADDER, backup_id=str(backup.pk))[0] == 302
    ladder = EscalationLadder.objects.get()
    assert (ladder.normal, ladder.urgent, ladder.backup) == ([60, 120, 180], [10, 20, 30, 40], backup)
    assert "Ersättare: Bistånd" in admin.get("/unit/escalation/").content.decode()


@pytest.mark.parametrize(
    "wrong", [{"normal": "60 50 180"}, {"urgent": "10 20 30"}, {"normal": "a b c"}, {"urgent": "0 20 30 40"}]
)
def test_a_ladder_that_falls_or_lacks_a_step_is_refused(admin: Client, wrong: dict[str, Any]) -> None:
    assert change(admin, "escalation/change", **{**LADDER, **wrong})[0] == 422
    assert not EscalationLadder.objects.exists()


@pytest.mark.parametrize("path", [*PAGES, *(f"/unit/{path}/" for path in CHANGES)])
def test_only_the_administrator_gets_here(place: Place, admin: Client, path: str) -> None:
    assert admin.get(path).status_code == 200
    assert signed_in(place.municipality).get(path).status_code == 403
    assert signed_in(place.ward).post(path).status_code in (403, 405)


def test_the_video_services_are_the_principal_s(admin: Client, unit: Unit) -> None:
    assert change(admin, "video/change", hosts="Video.Region.se\nhttps://mote.nacka.se/")[0] == 302
    assert video_hosts_of(unit.principal_id) == {"video.region.se", "mote.nacka.se"}
    assert "mote.nacka.se" in admin.get("/unit/video/").content.decode()
    for wrong in (
        "mote",
        "http://a.se/b",
        "a..se",
        "a" * 200 + ".se",
        " ".join(f"a{no}.se" for no in range(31)),
    ):
        assert change(admin, "video/change", hosts=wrong)[0] == 422
    assert change(admin, "video/change", hosts="")[0] == 302
    assert not video_hosts_of(unit.principal_id)
