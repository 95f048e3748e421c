"""Many from some: closed cases are copied in the database, older and older, until there are enough.

A copy is as true as its original: the same events and rows with ids and times moved alike, so ``verify_cases``
holds for it. Times move by whole weeks, which keeps weekdays and hours; the persons come back, as patients do.
"""

from collections.abc import Callable

from django.db import connection, models, transaction

from discharge.models import Case, CaseUnit, Delivery
from lus.events.models import Event, Stream

TABLES: tuple[type[models.Model], ...] = (Stream, Case, CaseUnit, Delivery, Event)
# Ids that belong to the copy; every other id (person, unit, user) is the original's.
OWN_IDS = {"case_id", "event_id", "corrects_id"}
# What the fold reads from an event's data and that must move with the case.
DATES_IN_DATA = ("expected_discharge", "old", "new")
# Begins with a digit, so that it is never a reference that an admission could be given.
REFERENCE = "'9' || upper(lpad(to_hex(chosen.code), 7, '0'))"
INSTANTS_IN_DATA = ("assessed_at", "first_contact_at", "first_sent_at", "meeting_at")


def multiply(*, wanted: int, weeks_apart: int, progress: Callable[[str], None]) -> int:
    """Copy the closed cases until there are ``wanted`` cases; return how many there are then.

    ``weeks_apart``: how many weeks the originals span, so that each copy lies before the one ahead of it.
    Needs a database superuser, who alone may leave out triggers; the feed is written here instead.
    """
    start = have = Case.objects.count()
    number = 0
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TEMPORARY TABLE original AS SELECT id, row_number() OVER (ORDER BY id) + %s AS code"
            " FROM discharge_case WHERE closed_at IS NOT NULL",
            [have],
        )
        cursor.execute("SELECT count(*) FROM original")
        originals = cursor.fetchone()[0]
        while originals and have < wanted:
            number += 1
            have += _copy(f"{start}.{number}", number * weeks_apart, limit=min(originals, wanted - have))
            cursor.execute("UPDATE original SET code = code + %s", [originals])
            progress(f"{have:,} of {wanted:,} cases".replace(",", " "))
        cursor.execute("DROP TABLE original")
    return have


@transaction.atomic
def _copy(salt: str, weeks: int, *, limit: int) -> int:
    """Insert one copy of up to ``limit`` originals and return how many cases that was."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        for model in TABLES:
            cursor.execute(_insert(model, salt, weeks), [limit])
        cursor.execute(
            "INSERT INTO events_change (event_id, case_id, name) SELECT copy.id, copy.case_id, copy.name"
            " FROM events_event copy JOIN (SELECT id FROM original ORDER BY id LIMIT %s) chosen"
            f" ON copy.case_id = {_new_id('chosen.id', salt)} ORDER BY copy.recorded_at, copy.seq",
            [limit],
        )
    return limit


def _insert(model: type[models.Model], salt: str, weeks: int) -> str:
    """Return the INSERT … SELECT that copies a table's rows of the chosen originals."""
    fields = [field for field in model._meta.local_fields if not isinstance(field, models.BigAutoField)]
    columns = ", ".join(f'"{field.column}"' for field in fields)
    values = ", ".join(_value(model, field, salt, weeks) for field in fields)
    link = "id" if model in (Stream, Case) else "case_id"
    return (
        f"INSERT INTO {model._meta.db_table} ({columns}) SELECT {values} FROM {model._meta.db_table} row"
        " JOIN (SELECT id AS chosen_id, code FROM original ORDER BY id LIMIT %s) chosen"
        f" ON row.{link} = chosen.chosen_id"
    )


def _value(model: type[models.Model], field: models.Field, salt: str, weeks: int) -> str:
    column = f'row."{field.column}"'
    if field.primary_key or field.column in OWN_IDS:
        return _new_id(column, salt)
    if isinstance(field, models.DateTimeField):
        return f"{column} - interval '{weeks * 7} days'"
    if isinstance(field, models.DateField):
        return f"{column} - {weeks * 7}"
    if (model, field.column) == (Case, "reference"):
        return REFERENCE
    return _data(column, salt, weeks) if field.column == "data" else column


def _new_id(column: str, salt: str) -> str:
    return f"md5({column}::text || ':{salt}')::uuid"


def _data(column: str, salt: str, weeks: int) -> str:
    """Return the event's data with its own ids, dates, instants and reference moved; absent keys stay absent."""
    days = weeks * 7
    moved = [f"'{key}', ({column}->>'{key}')::date - {days}" for key in DATES_IN_DATA]
    moved += [
        f"'{key}', to_char((({column}->>'{key}')::timestamptz - interval '{days} days') AT TIME ZONE 'UTC',"
        ' \'YYYY-MM-DD"T"HH24:MI:SS"+00:00"\')'
        for key in INSTANTS_IN_DATA
    ]
    moved.append(f"'event_id', {_new_id(f'''({column}->>'event_id')''', salt)}")
    moved.append(f"'reference', CASE WHEN {column} ? 'reference' THEN {REFERENCE} END")
    return f"{column} || jsonb_strip_nulls(jsonb_build_object({', '.join(moved)}))"
