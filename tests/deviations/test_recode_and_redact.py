"""The analyst's other code, and words that are masked so that no original is left anywhere in the database."""

from typing import Any

import pytest
from django.core.management import call_command
from django.db import InternalError, connection, transaction
from django.test import Client
from django.urls import reverse

from deviations.actions.comment_deviation import comment_deviation
from deviations.actions.recode_deviation import recode_deviation
from deviations.actions.redact_deviation import redact_deviation
from deviations.models import DeviationEntry
from lus.events.models import Event
from lus.organisations.actor import Actor
from lus.organisations.roles import Role
from lus.refusals import InvalidInput, NotAllowed
from tests.discharge.actions.life import refused
from tests.factories import NOW, signed_in

from .flow_life import DeviationLife

pytestmark = [pytest.mark.django_db, pytest.mark.at(NOW)]
TESTED_ACTS = ("recode_deviation", "redact_deviation")
SECRET = "Zzhemligord"
TEXT = f"Besked saknades. {SECRET} ringde oss. Ingen visste att {SECRET} väntade."


@pytest.fixture
def life() -> DeviationLife:
    return DeviationLife(description=TEXT)


@pytest.fixture
def head(life: DeviationLife) -> Actor:
    return life.somebody(life.ward, Role.UNIT_HEAD)


def everything() -> str:
    """Return every row of every table, as text."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'")
        tables = [row[0] for row in cursor.fetchall()]
        found = []
        for table in tables:
            cursor.execute(f'SELECT row_to_json(one)::text FROM "{table}" one')
            found += [row[0] for row in cursor.fetchall()]
    return "\n".join(found)


def test_both_codes_are_kept_and_the_history_says_why(life: DeviationLife) -> None:
    analyst = life.somebody(life.clinic, Role.COUNTY_ANALYST)
    life.does(analyst, recode_deviation, code="K05.4", text="Handlar om planeringen.")
    row = life.now()
    assert (row.code_reported, row.code_analysed) == ("K02.1", "K05.4")
    event = Event.objects.get(name="deviation_recoded")
    assert event.data == {"code_before": "K02.1", "code": "K05.4"}
    for wrong in ("K05.4", "K77.1", "K05"):
        with refused(InvalidInput, field="code"), transaction.atomic():
            life.does(analyst, recode_deviation, code=wrong, text="Igen.")
    call_command("verify_deviations")


@pytest.mark.parametrize("side", ["ward", "municipality"])
def test_only_the_analyst_changes_a_category(life: DeviationLife, side: str) -> None:
    with refused(NotAllowed, code="deviation-not-yours"):
        life.does(getattr(life, side), recode_deviation, code="K05.4", text="Handlar om planeringen.")


def test_masked_words_are_nowhere_in_the_database(life: DeviationLife, head: Actor) -> None:
    life.does(life.ward, comment_deviation, text=f"Vi känner till {SECRET} sedan förr.")
    entry = DeviationEntry.objects.get(kind="comment")
    assert SECRET in everything()
    client: Client = signed_in(head)
    url = reverse("redact_deviation", args=[life.number])
    for where in ("description", str(entry.pk)):
        form = client.get(url).context["form"]
        sent = {"idempotency_key": form["idempotency_key"].value(), "where": where, "words": SECRET}
        assert client.post(url, sent | {"reason": "patient"}).status_code == 302
    assert SECRET not in everything()
    mask = "█" * len(SECRET)
    assert life.now().description == TEXT.replace(SECRET, mask)
    event = Event.objects.filter(name="deviation_redacted").order_by("seq")[0]
    assert event.data == {"where": "description", "ranges": [[17, 28], [58, 69]], "reason": "patient"}
    assert mask in signed_in(life.municipality).get(reverse("deviation", args=[life.number])).content.decode()
    call_command("verify_deviations")


BAD: list[tuple[dict[str, Any], str]] = [
    ({"ranges": []}, "words"),
    ({"ranges": [(0, 5000)]}, "words"),
    ({"ranges": [(5, 5)]}, "words"),
    ({"where": "number"}, "where"),
    ({"where": "01990000-0000-7000-8000-000000000001"}, "where"),
    ({"reason": "därför"}, "reason"),
]


@pytest.mark.parametrize(("wrong", "field"), BAD, ids=str)
def test_what_cannot_be_masked_is_said(
    life: DeviationLife, head: Actor, wrong: dict[str, Any], field: str
) -> None:
    given: dict[str, Any] = {"where": "description", "ranges": [(0, 5)], "reason": "patient"}
    with refused(InvalidInput, field=field):
        life.does(head, redact_deviation, **given | wrong)
    assert life.now().description == TEXT


@pytest.mark.parametrize("role", [Role.WARD_STAFF, Role.DEVIATION_RECEIVER, Role.COUNTY_ANALYST])
def test_only_who_reads_it_and_heads_the_unit_masks(life: DeviationLife, role: Role) -> None:
    analyst = role == Role.COUNTY_ANALYST
    actor = life.somebody(life.clinic if analyst else life.ward, role)
    with refused(NotAllowed):
        life.does(actor, redact_deviation, where="description", ranges=[(0, 5)], reason="patient")


def test_the_database_takes_no_other_change_than_a_mask(life: DeviationLife) -> None:
    rows = type(life.row).objects.filter(pk=life.row.pk)
    for text in (TEXT + "!", "X" + TEXT[1:], "█" * (len(TEXT) - 1)):
        with pytest.raises(InternalError, match="only be masked"), transaction.atomic():
            rows.update(description=text)
    rows.update(description="█" + TEXT[1:])
    with pytest.raises(InternalError, match="only be masked"), transaction.atomic():
        rows.update(description=TEXT)
