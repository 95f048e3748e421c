"""Many from some: closed cases are copied in the database, older and older, until there are enough.

A copy is as true as its original: the same events and rows with ids and times moved alike, so ``verify_cases``
holds for it. Times move by whole weeks, which keeps weekdays and hours; the persons come back, as patients do.
A copy's ids are the original's behind a beginning of their own, so that new rows lie together in every index.
"""

from collections.abc import Callable
from contextlib import nullcontext

from django.db import connection, models, transaction

from discharge.models import Case, CaseUnit, Delivery
from discharge.queries.known_messages import ABOUT_A_MESSAGE
from lus.events.models import Event, Stream

from .without_indexes import without_indexes

TABLES: tuple[type[models.Model], ...] = (Stream, Case, CaseUnit, Delivery, Event)
FEED = "events_change"
# Ids that belong to the copy; every other id (person, unit, user) is the original's.
OWN_IDS = {"case_id", "event_id", "corrects_id"}
# What the fold reads from an event's data and that must move with the case: event name → keys.
DATES = {
    "admission_notice_sent": ("expected_discharge",),
    "expected_discharge_set": ("new",),
    "expected_discharge_changed": ("old", "new"),
}
INSTANTS = {
    "readiness_assessed": ("assessed_at",),
    "ready_notice_sent": ("assessed_at",),
    "unit_ready_to_receive": ("first_contact_at",),
    "recipient_corrected": ("first_sent_at",),
    "sip_summons_sent": ("meeting_at",),
}
# Begins with a digit, so that it is never a reference that an admission could be given.
REFERENCE = "'9' || upper(lpad(to_hex({have} + row.code), 7, '0'))"
# From so many rows on it is quicker to leave the indexes out and make them again.
MANY = 100_000
SAID_EVERY = 20_000  # cases between two lines of progress


def multiply(*, wanted: int, weeks_apart: int, progress: Callable[[str], None]) -> int:
    """Copy the closed cases until there are ``wanted`` cases; return how many there are then.

    ``weeks_apart``: how many weeks the originals span, so that each copy lies before the one ahead of it.
    Needs a database superuser, who alone may leave out triggers; the feed is written here instead. All or nothing.
    """
    have = said = Case.objects.count()
    tables = [model._meta.db_table for model in TABLES]
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        originals = _set_aside()
        with without_indexes(tables, progress) if wanted - have >= MANY else nullcontext():
            number = 0
            while originals and have < wanted:
                number += 1
                limit = min(originals, wanted - have)
                for model in TABLES:
                    cursor.execute(_insert(model, number * weeks_apart, have), [limit])
                cursor.execute(_feed(have), [limit])
                have += limit
                if have - said >= SAID_EVERY or have == wanted:
                    said = have
                    progress(f"{have:,} of {wanted:,} cases".replace(",", " "))
    return have


def _set_aside() -> int:
    """Put the closed cases' rows into temporary tables, numbered by case; return how many cases there are.

    Copies are not copied again: two with the same original would become the same copy.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TEMPORARY TABLE original ON COMMIT DROP AS"
            " SELECT id AS chosen_id, row_number() OVER (ORDER BY id) AS code"
            " FROM discharge_case WHERE closed_at IS NOT NULL AND reference NOT LIKE '9%'"
        )
        for model in TABLES:
            table, link = model._meta.db_table, "id" if model in (Stream, Case) else "case_id"
            cursor.execute(
                f"CREATE TEMPORARY TABLE original_{table} ON COMMIT DROP AS"
                f" SELECT row.*, original.code FROM {table} row JOIN original ON row.{link} = original.chosen_id"
            )
        cursor.execute(
            "CREATE TEMPORARY TABLE original_feed ON COMMIT DROP AS SELECT id, case_id, name, code"
            f" FROM original_{Event._meta.db_table} ORDER BY recorded_at, seq"
        )
        cursor.execute("SELECT count(*) FROM original")
        return int(cursor.fetchone()[0])


def _insert(model: type[models.Model], weeks: int, have: int) -> str:
    """Return the INSERT … SELECT that copies a table's rows of the first so many originals."""
    table = model._meta.db_table
    fields = [field for field in model._meta.local_fields if not isinstance(field, models.BigAutoField)]
    columns = ", ".join(f'"{field.column}"' for field in fields)
    values = ", ".join(_value(model, field, weeks, have) for field in fields)
    return f"INSERT INTO {table} ({columns}) SELECT {values} FROM original_{table} row WHERE row.code <= %s"


def _feed(have: int) -> str:
    """Return the INSERT … SELECT of the copies' places in the feed, in the order in which they were recorded."""
    return (
        f"INSERT INTO {FEED} (event_id, case_id, name)"
        f" SELECT {_new_id('row.id', have)}, {_new_id('row.case_id', have)}, row.name"
        " FROM original_feed row WHERE row.code <= %s"
    )


def _value(model: type[models.Model], field: models.Field, weeks: int, have: int) -> str:
    column = f'row."{field.column}"'
    if field.primary_key or field.column in OWN_IDS:
        return _new_id(column, have)
    if isinstance(field, models.DateTimeField):
        return f"{column} - interval '{weeks * 7} days'"
    if isinstance(field, models.DateField):
        return f"{column} - {weeks * 7}"
    if (model, field.column) == (Case, "reference"):
        return REFERENCE.format(have=have)
    return _data(column, weeks, have) if field.column == "data" else column


def _new_id(column: str, have: int) -> str:
    # How many cases there were before is never the same for two copies.
    return f"overlay({column}::text placing '{have >> 16:08x}-{have & 0xFFFF:04x}' from 1 for 13)::uuid"


def _data(column: str, weeks: int, have: int) -> str:
    """Return the event's data with its own ids, dates, instants and reference moved; absent keys stay absent."""
    days = weeks * 7
    moved = {"case_opened": f"'reference', {REFERENCE.format(have=have)}"}
    for name in ABOUT_A_MESSAGE:
        moved[name] = f"'event_id', {_new_id(f'''({column}->>'event_id')''', have)}"
    for name, keys in DATES.items():
        moved[name] = ", ".join(f"'{key}', ({column}->>'{key}')::date - {days}" for key in keys)
    for name, keys in INSTANTS.items():
        moved[name] = ", ".join(
            f"'{key}', {_moved_instant(f'''({column}->>'{key}')''', days)}" for key in keys
        )
    cases = " ".join(
        f"WHEN '{name}' THEN {column} || jsonb_strip_nulls(jsonb_build_object({values}))"
        for name, values in moved.items()
    )
    return f"CASE row.name {cases} ELSE {column} END"


def _moved_instant(text: str, days: int) -> str:
    moved = f"({text}::timestamptz - interval '{days} days') AT TIME ZONE 'UTC'"
    return f'to_char({moved}, \'YYYY-MM-DD"T"HH24:MI:SS"+00:00"\')'
