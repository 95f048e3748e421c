"""Vad som redan är föreslaget i ett ärende, och det som annars avgör: one statement, whatever is found."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection

from deviations.rules.candidates.excused import Span
from deviations.rules.candidates.offer_states import OPEN


class Key(NamedTuple):
    """What makes an offer one and the same."""

    detector: str
    event_id: str
    part: str
    offered_unit_id: str
    addressed_unit_id: str


@dataclass(frozen=True, slots=True)
class Kept:
    """An offer as it stands."""

    id: UUID
    key: Key
    state: str
    said: tuple[str, str, Mapping[str, Any], datetime]
    only_head: bool
    ground_changed: bool

    @property
    def is_open(self) -> bool:
        return self.state in OPEN


@dataclass(frozen=True, slots=True)
class KeptCandidates:
    """``outages``: spans in which nothing could be written; a practice is none. ``is_protected``: the person."""

    offers: Mapping[Key, Kept]
    watch_at: datetime | None
    outages: tuple[Span, ...]
    is_protected: bool


# By hand: it is asked in the transaction of every act that a detector listens to.
KEPT = """
SELECT 'offer' AS what, to_jsonb(c) AS row FROM deviations_candidate c WHERE c.case_id = %(case)s
UNION ALL SELECT 'watch', to_jsonb(w) FROM deviations_candidatewatch w WHERE w.case_id = %(case)s
UNION ALL SELECT 'outage', jsonb_build_object('from', started_at, 'to', ended_at) FROM downtime_outage
  WHERE cause <> 'practice' AND (ended_at IS NULL OR ended_at > %(since)s)
UNION ALL SELECT 'person', jsonb_build_object('protection', protection) FROM persons_person
  WHERE id::text = %(person)s
"""


def kept_candidates(case_id: UUID, person_id: str, since: datetime) -> KeptCandidates:
    """Return what is kept of the case, and the outages that lasted after ``since``."""
    offers: dict[Key, Kept] = {}
    watch_at: datetime | None = None
    outages: list[Span] = []
    is_protected = False
    with connection.cursor() as cursor:
        cursor.execute(KEPT, {"case": case_id, "since": since, "person": person_id})
        for what, text in cursor.fetchall():
            row = json.loads(text) if isinstance(text, str) else text
            if what == "offer":
                kept = _kept(row)
                offers[kept.key] = kept
            elif what == "watch":
                watch_at = datetime.fromisoformat(row["due_at"])
            elif what == "outage":
                outages.append((datetime.fromisoformat(row["from"]), _instant(row["to"])))
            else:
                is_protected = row["protection"] != "none"
    return KeptCandidates(offers, watch_at, tuple(outages), is_protected)


def _kept(row: dict[str, Any]) -> Kept:
    return Kept(
        id=UUID(row["id"]),
        key=Key(*(row[name] for name in Key._fields)),
        state=row["state"],
        said=(row["code"], row["wording"], row["values"], datetime.fromisoformat(row["so_from"])),
        only_head=row["only_head"],
        ground_changed=row["ground_changed_at"] is not None,
    )


def _instant(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
