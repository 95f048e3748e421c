"""Min tur: groups by time left, one press for Kvittera, and what an empty list proves."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from discharge.models import Case
from lus.access_log.models import Entry
from lus.deadlines.models import Obligation
from lus.deadlines.sweep import sweep_due
from lus.events.models import Event
from lus.organisations.actor import Actor
from lus.organisations.models import Unit
from lus.organisations.roles import Role
from lus.swedish_time import local_midnight
from tests.factories import NOW, Place, a_case, a_person, a_place, a_unit, an_actor, mark_ready, signed_in

pytestmark = pytest.mark.django_db
MOST_STATEMENTS = 20


@pytest.fixture
def now() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOW, tick=False) as clock:
        yield clock


@pytest.fixture
def place(now: time_machine.Traveller) -> Place:
    return a_place(municipality="Nacka kommun")


def page_of(actor: Actor) -> str:
    return signed_in(actor).get("/").content.decode()


def notice_url(case: Case) -> str:
    message = Event.objects.get(case_id=case.pk, name="admission_notice_sent")
    return f"/discharge/{case.pk}/acknowledge/{message.pk}/"


def groups_of(page: str) -> list[str]:
    """Return the headings of the groups, in order."""
    headings = ("Sent", "I dag", "Kommande 72 h", "Senare", "Utan tidsgräns")
    shown = [(page.find(f"</svg>{heading} <span"), heading) for heading in headings]
    return [heading for position, heading in sorted(shown) if position >= 0]


def test_duties_stand_in_groups_by_time_left(place: Place) -> None:
    a_case(place)
    page = page_of(place.primary_care)
    assert groups_of(page) == ["I dag", "Utan tidsgräns"]
    assert "<b>4</b> att göra" in page
    assert 'nästa <b><time datetime="2026-03-03T11:00:00+00:00">12.00</time>' in page


def test_a_missed_clock_is_told_with_how_late(place: Place, now: time_machine.Traveller) -> None:
    a_case(place)
    due = Obligation.objects.get(code="acknowledge", unit_id=place.municipality.unit_id).due_at
    assert due is not None
    sweep_due(at=due + timedelta(seconds=5))
    now.move_to(due + timedelta(minutes=47))
    page = page_of(place.municipality)
    assert groups_of(page)[0] == "Sent"
    assert "47 min sen" in page
    assert "<b>1 sen</b>" in page
    assert "driftstörning" not in page


def test_a_clock_that_nobody_noticed_in_time_tells_of_the_outage(
    place: Place, now: time_machine.Traveller
) -> None:
    a_case(place)
    now.move_to(NOW + timedelta(hours=5))
    sweep_due(at=NOW + timedelta(hours=5))
    assert "visades i dag 15.00, 3 h efter gränsen (driftstörning)" in page_of(place.municipality)


def test_the_first_verb_alone_is_filled(place: Place) -> None:
    a_case(place)
    a_case(place)
    page = page_of(place.municipality)
    buttons = [
        part.split(">")[0]
        for part in page.split('class="ds-button"')[1:]
        if "data-verb" in part.split(">")[0]
    ]
    assert ["secondary" in button for button in buttons] == [False] + [True] * (len(buttons) - 1)


def test_kvittera_is_one_press_and_goes_back(place: Place) -> None:
    case = a_case(place)
    client = signed_in(place.municipality)
    assert notice_url(case) in client.get("/").content.decode()
    done = client.post(notice_url(case), follow=True)
    assert done.redirect_chain == [("/", 302)]
    page = done.content.decode()
    assert "Kvitterad 10.00." in page
    assert "Klart i dag" in page
    assert notice_url(case) not in page


def test_a_double_click_on_kvittera_records_it_once(place: Place) -> None:
    case = a_case(place)
    client = signed_in(place.municipality)
    for _ in range(2):
        assert client.post(notice_url(case)).status_code == 302
    assert Event.objects.filter(case_id=case.pk, name="message_acknowledged").count() == 1


def test_with_htmx_the_row_stays_and_the_figures_follow(place: Place) -> None:
    case = a_case(place)
    part = (
        signed_in(place.municipality).post(notice_url(case), headers={"HX-Request": "true"}).content.decode()
    )
    assert "Kvitterad 10.00" in part
    assert 'id="turn-head" hx-swap-oob="true"' in part
    assert "<b>1</b> att göra" in part


def test_another_unit_cannot_acknowledge_and_learns_nothing(place: Place) -> None:
    case = a_case(place)
    stranger = a_place("Avd 9", "Solna kommun", "Vårdcentralen Månen").municipality
    theirs = signed_in(stranger).post(notice_url(case))
    nowhere = signed_in(stranger).post(notice_url(case).replace(str(case.pk), str(case.person_id)))
    assert theirs.status_code == nowhere.status_code == 404
    assert not Event.objects.filter(case_id=case.pk, name="message_acknowledged").exists()


def test_who_waits_for_others_sees_whom(place: Place) -> None:
    a_case(place, person=a_person("Åberg", "Anna"))
    page = page_of(place.ward)
    assert "Inget väntar på er" in page
    assert "Senast kontrollerat 10.00.00" in page
    assert "Väntar på andra" in page
    assert "Åberg Anna" in page


def test_an_empty_list_says_what_is_proven(now: time_machine.Traveller) -> None:
    page = page_of(an_actor(a_unit("Avd 1"), Role.WARD_STAFF))
    assert "Inget väntar på er" in page
    assert "Väntar på andra" not in page


def test_a_protected_person_is_a_case_code(place: Place) -> None:
    case = a_case(place, person=a_person("Hemlig", "Person", protection="skyddad_folkbokforing"))
    mark_ready(place, case, at=NOW)
    for actor in (place.municipality, place.ward):
        page = page_of(actor)
        assert "Hemlig" not in page
        assert case.reference in page


def test_who_was_shown_is_stored(place: Place) -> None:
    case = a_case(place)
    page_of(place.municipality)
    assert Entry.objects.get(action="my_turn").person_ids == [case.person_id]


def test_who_may_see_no_case_is_told_which_role_may(now: time_machine.Traveller) -> None:
    client = signed_in(an_actor(a_unit("Avd 1"), Role.UNIT_ADMIN))
    assert client.get("/").headers["Location"] == "/unit/"
    refused = client.get("/discharge/board/")
    assert refused.status_code == 403
    assert "sjuksköterska" in refused.content.decode()


def test_statements_do_not_grow_with_the_duties(place: Place) -> None:
    client = signed_in(place.municipality)
    client.get("/")
    counts = []
    for cases in (2, 12):
        while Case.objects.count() < cases:
            a_case(place)
        with CaptureQueriesContext(connection) as asked:
            client.get("/")
        counts.append(len(asked))
    assert counts[0] == counts[1] <= MOST_STATEMENTS


def test_a_duty_of_a_calendar_day_stands_under_today_on_its_last_day(
    place: Place, now: time_machine.Traveller
) -> None:
    a_case(place)
    duty = Obligation.objects.get(code="name_care_contact")
    # Any duty with a last day will do: this one gets Sunday 8 March.
    duty.clock, duty.due_at = "calendar", local_midnight(date(2026, 3, 9))
    duty.save()
    now.move_to(duty.due_at - timedelta(hours=10))
    page = page_of(place.primary_care)
    assert (
        page.index("I dag <span") < page.index("Utse fast vårdkontakt") < page.index("Utan tidsgräns <span")
    )
    assert "senast i dag" in page
    assert 'nästa <b><time datetime="2026-03-' in page
    assert ">i dag</time>" in page


def test_who_takes_the_case_is_told_and_can_be_chosen(place: Place) -> None:
    case, client = a_case(place), signed_in(place.municipality)
    a_case(place, person=a_person("Öberg"))
    assert "Ej tagna <span>4</span>" in client.get("/").content.decode()
    assert client.post(f"/discharge/{case.pk}/claim/").status_code == 302
    whole = client.get("/").content.decode()
    assert "Mina <span>3</span>" in whole
    mine = client.get("/?claim=mine").content.decode()
    assert "Jag</div>" in mine
    assert mine.count("data-row") == 3
    free = client.get("/?claim=free").content.decode()
    assert (whole.count("data-row"), free.count("data-row")) == (5, 2)
    colleague = an_actor(Unit.objects.get(pk=str(place.municipality.unit_id)), Role.RECEPTION)
    assert "Inget i det här urvalet" in signed_in(colleague).get("/?claim=mine").content.decode()
    assert place.municipality.name in page_of(colleague)
    assert place.municipality.name not in page_of(place.ward)
