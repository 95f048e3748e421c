"""Who looked at whom: a row for each look, before the answer leaves, and nothing personal in it."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection

from lus.access_log.log import log_shown
from lus.access_log.models import Entry
from tests.factories import NOW, a_case, a_person, a_place, signed_in

pytestmark = pytest.mark.django_db


def test_a_list_logs_every_patient_on_it_once() -> None:
    place = a_place()
    shown = {a_case(place).person_id for _ in range(3)}
    signed_in(place.municipality).get("/discharge/board/")
    (entry,) = Entry.objects.filter(action="board")
    assert set(entry.person_ids) == shown
    assert (entry.unit_id, entry.channel) == (place.municipality.unit_id, "page")


def test_a_case_page_says_which_case() -> None:
    place = a_place()
    case = a_case(place)
    signed_in(place.ward).get(f"/discharge/{case.pk}/")
    entry = Entry.objects.get(action="case")
    assert (entry.case_id, entry.person_ids) == (case.pk, [case.person_id])


def test_a_row_names_the_request_that_the_log_line_names() -> None:
    place = a_place()
    case = a_case(place)
    answer = signed_in(place.ward).get(f"/discharge/{case.pk}/")
    assert Entry.objects.get(action="case").request_id == answer["X-Request-ID"]
    log_shown(place.ward, "board", [case.person_id], at=NOW)
    assert Entry.objects.get(action="board").request_id == ""


def test_no_patient_no_row() -> None:
    log_shown(a_place().ward, "board", [], at=NOW)
    assert not Entry.objects.exists()


def test_a_row_holds_ids_and_never_a_name_or_a_number() -> None:
    place, person = a_place(), a_person("Wikström", "Rolf")
    case = a_case(place, person=person)
    signed_in(place.ward).get(f"/discharge/{case.pk}/")
    text = repr(list(Entry.objects.values()))
    assert person.family_name not in text
    assert person.identifier not in text


@pytest.mark.django_db(transaction=True)
def test_without_its_row_no_page_leaves() -> None:
    place = a_place()
    case = a_case(place, at=NOW - timedelta(hours=1))
    client = signed_in(place.ward)
    client.raise_request_exception = False
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE access_log_entry ADD CONSTRAINT closed CHECK (false) NOT VALID")
    try:
        answer = client.get(f"/discharge/{case.pk}/")
    finally:
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE access_log_entry DROP CONSTRAINT closed")
    assert answer.status_code >= 500
    assert case.person.family_name not in answer.content.decode()


@pytest.mark.parametrize(
    "statement", ["UPDATE access_log_entry SET action = 'x'", "DELETE FROM access_log_entry"]
)
def test_a_row_stays_as_it_was_written(statement: str) -> None:
    log_shown(a_place().ward, "board", [a_person().pk], at=NOW)
    with pytest.raises(DatabaseError, match="append_only"), connection.cursor() as cursor:
        cursor.execute(statement)
