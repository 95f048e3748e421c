"""Träffar på två sätt: by the rules over folded facts, and by SQL written by hand over the rows of the record.

Neither knows the other. Both count what is so at one moment, before downtime is counted off and units are looked for.
"""

import csv
import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Final
from uuid import UUID

from django.db import connection, transaction

from deviations.rules.candidates.detectors import DETECTORS
from deviations.rules.candidates.find_grounds import find_grounds
from deviations.rules.candidates.ground import Ground, Known
from discharge.queries.checklists import checklist_of
from discharge.queries.facts import facts_from
from discharge.rules.home_ready import shipped
from lus.events.models import Event
from lus.events.queries import events_of_cases
from lus.opening_hours import Hours
from lus.organisations.models import Unit
from lus.organisations.queries import opening_hours_of

Hit = tuple[str, str, str]
Hits = dict[str, set[Hit]]
QUERIES: Final = Path(__file__).with_name("candidate_checks")
BATCH: Final = 500
# Detectors that can find several things about one event, and what tells them apart.
BY_UNIT: Final = frozenset({"AD08", "AD10", "AD12"})
BY_CODE: Final = frozenset({"AD11", "AD17"})


def hits_by_rule(at: datetime) -> Hits:
    """Return ``{detector: {(case, event, subject)}}`` of every case, as the rules see it at ``at``."""
    found: Hits = {name: set() for name in DETECTORS}
    hours = opening_hours_of(Unit.objects.values_list("pk", flat=True))
    for case_id, events in _cases():
        for name, ground in _grounds(case_id, events, hours):
            if ground.so_from <= at:
                found[name].add((str(case_id), ground.event_id, _subject(name, ground)))
    return found


def hits_by_sql(at: datetime) -> Hits:
    """Return the same, as the queries in ``candidate_checks/`` see it. Stores nothing."""
    given = {"at": at, "points": _points()}
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute((QUERIES / "truth.sql").read_text(encoding="utf-8"))
        found = {name: _asked(cursor, name, given) for name in DETECTORS}
        transaction.set_rollback(True)
    return found


def _asked(cursor: object, name: str, given: dict[str, object]) -> set[Hit]:
    cursor.execute((QUERIES / f"{name.lower()}.sql").read_text(encoding="utf-8"), given)  # type: ignore[attr-defined]
    return {(str(case), str(event), subject) for case, event, subject in cursor.fetchall()}  # type: ignore[attr-defined]


def _cases() -> Iterator[tuple[UUID, list[Event]]]:
    """Yield the events of each case; one with a block is compared by neither (docs/adr/0074)."""
    blocked = set(Event.objects.filter(name="block_set").values_list("case_id", flat=True))
    ids = list(Event.objects.filter(name="case_opened").values_list("case_id", flat=True))
    wanted = [case_id for case_id in ids if case_id not in blocked]
    for start in range(0, len(wanted), BATCH):
        yield from events_of_cases(wanted[start : start + BATCH]).items()


def _grounds(case_id: UUID, events: list[Event], hours: dict[str, Hours]) -> Iterator[tuple[str, Ground]]:
    facts = facts_from(case_id, events)
    return find_grounds(facts, Known(hours, checklist_of(facts.home.checklist)))


def _subject(name: str, ground: Ground) -> str:
    if name in BY_UNIT:
        return ground.addressed
    return ground.code if name in BY_CODE else ""


def _points() -> str:
    """Return the common list's points as the file writes them, for SQL that has no checklist of its own."""
    text = (Path(shipped.__file__).with_name("chk_se_1.csv")).read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter=";")
    return json.dumps(
        [{"id": row["id"], "code": row["deviation_code"], "owners": row["owner"]} for row in rows]
    )
