"""Tavlan: what it says of a case, how many statements it takes, and who sees what."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from discharge.actions.acknowledge import acknowledge
from discharge.models import Case, CaseUnit
from lus.access_log.models import Entry
from lus.deadlines.models import Obligation
from lus.events.models import Event
from tests.factories import NOW, Place, a_case, a_person, a_place, mark_ready, signed_in

pytestmark = pytest.mark.django_db
BOARD = "/discharge/board/"
MOST_STATEMENTS = 10


@pytest.fixture
def now() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOW, tick=False) as clock:
        yield clock


@pytest.fixture
def place(now: time_machine.Traveller) -> Place:
    return a_place(municipality="Nacka kommun")


def page_of(client: Client, query: str = "") -> str:
    return client.get(BOARD + query).content.decode()


def poll(client: Client, tag: str) -> int:
    return client.get(
        BOARD, headers={"HX-Request": "true", "HX-Target": "board-part", "If-None-Match": tag}
    ).status_code


def acknowledge_notice(place: Place, case: Case) -> None:
    message = Event.objects.get(case_id=case.pk, name="admission_notice_sent")
    acknowledge(case_id=case.pk, message_id=message.pk, actor=place.municipality, at=NOW)


def test_a_row_tells_the_eleven_facts(place: Place) -> None:
    case = a_case(place, person=a_person("Åberg", "Anna", born=date(1939, 6, 21)))
    page = page_of(signed_in(place.municipality))
    facts = (
        "Åberg",
        "86 år",
        "Avd 72",
        "Nacka",
        "Meddelande skickat",
        "i dag 10.00",
        "Kommun: ",
        "Ej utsedd",
    )
    for fact in (*facts, "Behov ej bedömt", "Kvittera", "sön 8/3", case.reference):
        assert fact in page, fact


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "Dag noll"),
        (1, "Dag 1 av 2"),
        (2, "Dag 2 av 2"),
        (3, "Dag 3, över frist"),
    ],
)
def test_the_day_is_counted_on_the_board(
    place: Place, now: time_machine.Traveller, days: int, words: str
) -> None:
    mark_ready(place, a_case(place), at=NOW)
    now.move_to(NOW + timedelta(days=days))
    page = page_of(signed_in(place.ward))
    assert words in page
    assert ("lus-row-late" in page) == (days == 3)


def test_the_last_free_day_tells_the_hours(place: Place, now: time_machine.Traveller) -> None:
    mark_ready(place, a_case(place), at=NOW)
    now.move_to(NOW + timedelta(days=2))
    assert "14 h kvar" in page_of(signed_in(place.ward))


def test_a_protected_person_is_a_case_code(place: Place) -> None:
    case = a_case(place, person=a_person("Hemlig", "Person", protection="sekretessmarkering"))
    page = page_of(signed_in(place.ward))
    assert "Hemlig" not in page
    assert "Nacka" not in page.split("<tbody")[1]
    assert "Skyddade personuppgifter" in page
    assert case.reference in page


def test_only_those_who_are_party_see_the_case(place: Place) -> None:
    case = a_case(place)
    others = a_place("Avd 9", "Solna kommun", "Vårdcentralen Månen")
    for actor in (place.ward, place.municipality, place.primary_care):
        assert case.reference in page_of(signed_in(actor))
    for actor in (others.ward, others.municipality, others.primary_care):
        page = page_of(signed_in(actor))
        assert case.reference not in page
        assert "Inga pågående ärenden" in page


def test_a_box_filters_and_an_empty_choice_offers_the_way_back(place: Place) -> None:
    case = a_case(place)
    client = signed_in(place.municipality)
    assert case.reference in page_of(client, "?view=unacknowledged")
    empty = page_of(client, "?view=over_grace")
    assert "Inga pågående ärenden för valt urval" in empty
    assert "Rensa filter" in empty
    assert case.reference in page_of(client, "?view=nonsense&page=none")


def test_the_totals_are_said_below(place: Place, now: time_machine.Traveller) -> None:
    for _ in range(3):
        a_case(place)
    mark_ready(place, a_case(place), at=NOW)
    now.move_to(NOW + timedelta(days=5))
    assert "4 ärenden · 1 utskrivningsklara · median dag 5 · äldsta dag 5" in page_of(signed_in(place.ward))


def test_who_looked_at_whom_is_stored_once_for_the_whole_board(place: Place) -> None:
    shown = {a_case(place).person_id for _ in range(3)}
    page_of(signed_in(place.primary_care))
    entry = Entry.objects.get(action="board")
    assert set(entry.person_ids) == shown
    assert (entry.unit_id, entry.channel, entry.at) == (place.primary_care.unit_id, "page", NOW)


def test_nothing_new_is_304_until_a_case_changes(place: Place) -> None:
    case = a_case(place)
    client = signed_in(place.municipality)
    tag = client.get(BOARD, headers={"HX-Request": "true", "HX-Target": "board-part"})["ETag"]
    assert poll(client, tag) == 304
    assert Entry.objects.filter(action="board").count() == 1  # nobody was shown the second time
    acknowledge_notice(place, case)
    assert poll(client, tag) == 200


def test_a_new_case_and_a_new_day_are_news_too(place: Place, now: time_machine.Traveller) -> None:
    a_case(place)
    client = signed_in(place.ward)
    tag = client.get(BOARD, headers={"HX-Request": "true", "HX-Target": "board-part"})["ETag"]
    a_case(place)
    assert poll(client, tag) == 200
    tag = client.get(BOARD, headers={"HX-Request": "true", "HX-Target": "board-part"})["ETag"]
    now.move_to(NOW + timedelta(hours=20))
    client = signed_in(place.ward)
    assert poll(client, tag) == 200


def test_a_part_has_no_shell_and_the_page_has_one(place: Place) -> None:
    client = signed_in(place.ward)
    part = client.get(BOARD, headers={"HX-Request": "true", "HX-Target": "board-part"}).content.decode()
    assert part.strip().startswith('<div id="board-part"')
    assert "lus-top" not in part


def test_paper_says_whose_list_it_is_and_fetches_nothing(place: Place) -> None:
    a_case(place)
    page = page_of(signed_in(place.ward), "?print=1")
    assert "Tavlan, Pågående · Avd 72" in page
    assert "Läge tis 3/3 2026 10.00" in page
    assert "hx-get" not in page


def test_pages_of_patients_are_never_kept_by_the_browser(place: Place) -> None:
    client = signed_in(place.ward)
    assert "no-store" in client.get(BOARD)["Cache-Control"]
    assert "no-store" in client.get("/")["Cache-Control"]


def copy_case(case: Case, times: int) -> None:
    """Store ``times`` cases like ``case``, each of a patient of its own, without their events."""
    units = list(CaseUnit.objects.filter(case=case))
    duties = list(Obligation.objects.filter(case_id=case.pk))
    for _ in range(times):
        case.pk, case.reference, case.person = uuid4(), uuid4().hex[:8], a_person()
        case.save(force_insert=True)
        CaseUnit.objects.bulk_create(_moved(unit, case=case, pk=None) for unit in units)
        Obligation.objects.bulk_create(_moved(duty, case_id=case.pk, pk=uuid4()) for duty in duties)


def _moved(row: Any, **columns: object) -> Any:
    for name, value in columns.items():
        setattr(row, name, value)
    return row


def test_statements_do_not_grow_with_the_rows(place: Place) -> None:
    client, first = signed_in(place.ward), a_case(place)
    page_of(client)  # the first request of a session stores when it began
    counts = []
    for rows in (14, 50, 200):
        copy_case(first, rows - Case.objects.count())
        with CaptureQueriesContext(connection) as asked:
            page = page_of(client)
        assert page.count("data-row ") == rows
        counts.append(len(asked))
    assert counts[0] <= MOST_STATEMENTS
    assert len(set(counts)) == 1, counts
