"""What the database promises by itself: each promise is broken here behind the acts' back, and the database says no."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.apps import apps
from django.db import DatabaseError, IntegrityError, InternalError, connection, models, transaction
from django.db.models import Model
from django.utils import timezone

from discharge.models import AgreementRow, Case, CaseUnit, Delivery, LiabilityAmount, PaperSerial, Phrase
from lus.access_log.models import Entry
from lus.deadlines.models import Obligation
from lus.events.models import Change, Event
from lus.notifications.models import Notification, OutboxRow
from lus.organisations.models import Assignment, OpeningHours, Principal, Unit
from lus.organisations.video_host import VideoHost
from lus.persons.models import Person
from lus.web.models import CaseSeen
from tests.discharge.actions.life import Life
from tests.discharge.promises_of_deviations import PROMISES_OF_DEVIATIONS
from tests.discharge.promises_of_downtime import PROMISES_OF_DOWNTIME
from tests.discharge.promises_of_on_call import PROMISES_OF_ON_CALL
from tests.discharge.promises_of_routing import PROMISES_OF_ROUTING
from tests.discharge.promises_of_settlement import PROMISES_OF_SETTLEMENT
from tests.discharge.promises_of_surveys import PROMISES_OF_SURVEYS
from tests.factories import NOW, a_person
from tests.sip.test_promises_of_plans import BROKEN as BROKEN_OF_PLANS

pytestmark = pytest.mark.django_db

# Tables of other areas, whose own tests break their promises.
ELSEWHERE = {"one_act_per_owner_and_key", "idempotency_key_is_given", "token_ends_after_it_begins"}


@pytest.fixture
def life() -> Life:
    """A case with a ready notice in force, and one obligation that has fired."""
    return Life().ready()


def again(row: Model, **columns: Any) -> None:
    """Store the same row under a new key, with ``columns`` changed."""
    row.pk = uuid4() if isinstance(row._meta.pk, models.UUIDField) else None
    for name, value in columns.items():
        setattr(row, name, value)
    row.save(force_insert=True)


def change(row: Model, **columns: Any) -> None:
    type(row)._default_manager.filter(pk=row.pk).update(**columns)


def an_agreement(**columns: Any) -> AgreementRow:
    given: dict[str, Any] = {
        "key": "demo",
        "region_code": "01",
        "care_form": "somatic",
        "valid_from": date(2026, 1, 1),
        "in_use": True,
        "terms": {},
    }
    return AgreementRow.objects.create(**(given | columns))


def a_phrase(life: Life) -> Phrase:
    return Phrase.objects.create(unit_id=life.row.ward_id, text="Vi återkommer.")


def an_amount(**columns: Any) -> LiabilityAmount:
    return LiabilityAmount.objects.create(source="demo", year=2026, trust="fact", **columns)


def two_proposals(row: AgreementRow) -> None:
    for _ in range(2):
        row.proposals.create(
            payment_active_from=date(2026, 1, 1),
            user_id=uuid4(),
            principal_id=uuid4(),
            name="A",
            proposed_at=LONG_AGO,
        )


def hours(**columns: Any) -> OpeningHours:
    given: dict[str, Any] = {"unit": Unit.objects.first(), "weekday": 0, "opens": "08:00", "closes": "17:00"}
    return OpeningHours.objects.create(**(given | columns))


def a_host() -> VideoHost:
    return VideoHost.objects.create(principal=Principal.objects.latest("name"), host="video.invalid")


def second_stay(life: Life) -> None:
    again(life.row, reference="B2B2B")


def two_agreements(**other: Any) -> None:
    an_agreement(key="a")
    an_agreement(**({"key": "b"} | other))


def seen(life: Life) -> CaseSeen:
    return CaseSeen.objects.create(user_id=uuid4(), case_id=life.case.pk, seq=1)


LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
BROKEN: dict[str, Callable[[Life], Any]] = {
    # the case
    "one_open_stay_per_person_and_ward": second_stay,
    "discharged_after_admitted": lambda life: change(life.row, discharged_at=LONG_AGO),
    "a_ready_notice_has_an_assessment": lambda life: change(life.row, ready_assessed_at=None),
    "first_liable_day_after_day_zero": lambda life: change(life.row, first_liable_day=life.row.day_zero),
    "a_phrase_is_once_in_a_unit": lambda life: (a_phrase(life), a_phrase(life)),
    "a_unit_is_once_in_a_case": lambda life: again(life.unit(life.municipality)),
    "a_message_reaches_a_unit_once": lambda life: again(life.message("ready_notice_sent", life.municipality)),
    # agreements and amounts
    "one_row_per_agreement_version": lambda life: two_agreements(key="a", in_use=False),
    "agreements_in_use_do_not_overlap": lambda life: two_agreements(valid_from=date(2026, 6, 1)),
    "one_open_proposal_per_agreement_version": lambda life: two_proposals(an_agreement()),
    "one_amount_per_source_and_year": lambda life: (an_amount(), an_amount()),
    "an_amount_is_never_zero": lambda life: an_amount(amount_sek=0),
    # the record
    "events_are_numbered_within_the_case": lambda life: again(life.last("ready_notice_sent")),
    "an_event_happens_before_it_is_recorded": lambda life: again(
        life.last("ready_notice_sent"), seq=99, happened_at=life.at + timedelta(seconds=1)
    ),
    # duties and notices
    "one_live_obligation_of_each_kind": lambda life: again(Obligation.objects.get(code="payment_day_begins")),
    "a_case_is_seen_once_by_a_user": lambda life: again(seen(life)),
    "a_unit_is_told_once_of_each_cause": lambda life: again(Notification.objects.latest("created_at")),
    "one_nudge_per_notification_and_channel": lambda life: again(OutboxRow.objects.latest("due_at")),
    # people and places
    "one_person_per_identifier": lambda life: again(life.case.person),
    "identifier_is_given": lambda life: change(life.case.person, identifier=""),
    "one_principal_per_code": lambda life: again(Principal.objects.latest("name")),
    "assignment_ends_after_it_begins": lambda life: Assignment.objects.update(valid_to=LONG_AGO),
    "a_video_host_once_per_principal": lambda life: (a_host(), a_host()),
    "one_opening_per_weekday": lambda life: (hours(), hours()),
    "closes_after_it_opens": lambda life: hours(closes="08:00"),
    "weekday_is_0_to_6": lambda life: hours(weekday=7),
    **PROMISES_OF_ON_CALL,
    **PROMISES_OF_ROUTING,
    **PROMISES_OF_SETTLEMENT,
    **PROMISES_OF_DOWNTIME,
    **PROMISES_OF_DEVIATIONS,
    **PROMISES_OF_SURVEYS,
    "a_paper_serial_is_used_once": lambda life: [
        PaperSerial.objects.create(serial="AB-0001", event_id=uuid4(), case_id=life.case.pk) for _ in range(2)
    ],
}


def promised() -> set[str]:
    """Return the name of every constraint of our own tables."""
    ours = [model for model in apps.get_models() if model.__module__.split(".")[0] in OUR_APPS]
    return {constraint.name for model in ours for constraint in model._meta.constraints}


OUR_APPS = {"lus", "discharge", "sip", "deviations", "followup"}


def test_every_promise_is_tried() -> None:
    assert promised() - ELSEWHERE == {*BROKEN, *BROKEN_OF_PLANS}


@pytest.mark.parametrize("promise", BROKEN)
def test_the_database_refuses_and_names_the_promise(life: Life, promise: str) -> None:
    with pytest.raises(IntegrityError, match=promise), transaction.atomic():
        BROKEN[promise](life)


@pytest.mark.parametrize("column", ["reference", "hsa_id"])
def test_codes_are_unique(life: Life, column: str) -> None:
    row: Model = Unit.objects.latest("name") if column == "hsa_id" else life.row
    with pytest.raises(IntegrityError, match=column), transaction.atomic():
        again(row, **({} if column == "hsa_id" else {"person": a_person()}))


def test_agreements_that_do_not_meet_are_both_in_use() -> None:
    two_agreements(care_form="psychiatric")
    an_agreement(key="c", valid_from=date(2025, 1, 1), valid_to=date(2025, 12, 31))
    an_agreement(key="d", in_use=False)
    assert AgreementRow.objects.count() == 4


def test_an_agreement_overlaps_on_its_very_last_day() -> None:
    an_agreement(key="a", valid_to=date(2026, 6, 30))
    with pytest.raises(IntegrityError, match="agreements_in_use_do_not_overlap"), transaction.atomic():
        an_agreement(key="b", valid_from=date(2026, 6, 30))
    an_agreement(key="c", valid_from=date(2026, 7, 1))


def test_a_person_on_leave_counts_as_being_on_the_ward(life: Life) -> None:
    change(life.row, stay="on_leave")
    with pytest.raises(IntegrityError, match="one_open_stay_per_person_and_ward"), transaction.atomic():
        second_stay(life)


APPEND_ONLY: dict[str, tuple[str, type[Event] | type[Change] | type[Entry]]] = {
    "events_event": ("name", Event),
    "events_change": ("name", Change),
    "access_log_entry": ("action", Entry),
}


@pytest.mark.parametrize("table", APPEND_ONLY)
@pytest.mark.parametrize("statement", ["UPDATE {} SET {} = 'x'", "DELETE FROM {}"], ids=["update", "delete"])
def test_what_has_been_recorded_is_never_changed(life: Life, table: str, statement: str) -> None:
    column, model = APPEND_ONLY[table]
    Entry.objects.create(at=NOW, action="board", channel="web", person_ids=[life.case.person.pk])
    connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE")  # the feed is written at commit
    before = list(model.objects.order_by("pk").values())
    assert before
    with (
        pytest.raises(InternalError, match="append_only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement.format(table, column))
    assert list(model.objects.order_by("pk").values()) == before


@pytest.mark.parametrize("row", [Event, Change])
def test_nor_by_the_orm(life: Life, row: type[Model]) -> None:
    connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE")
    found = row._default_manager.latest("pk")
    with pytest.raises(DatabaseError), transaction.atomic():
        found.delete()
    with pytest.raises(DatabaseError), transaction.atomic():
        row._default_manager.update(name="x")


@pytest.mark.parametrize("whom", ["person", "unit"])
def test_whoever_is_in_a_case_is_not_deleted(life: Life, whom: str) -> None:
    doomed = {
        "person": ("persons_person", life.case.person.pk),
        "unit": ("organisations_unit", life.municipality.unit_id),
    }
    table, key = doomed[whom]
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {table} WHERE id = %s", [key])
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    assert Person.objects.filter(pk=life.case.person.pk).exists()


@pytest.mark.parametrize("model", [Case, CaseUnit, Delivery, Event, Obligation, Notification, OutboxRow])
def test_every_time_is_kept_with_its_zone(life: Life, model: type[Model]) -> None:
    row = model._default_manager.order_by("pk").first()
    assert row is not None
    times = [
        getattr(row, field.name) for field in model._meta.fields if isinstance(field, models.DateTimeField)
    ]
    assert all(timezone.is_aware(found) for found in times if found is not None)
