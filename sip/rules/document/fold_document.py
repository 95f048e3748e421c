"""Planens innehåll viks ihop: what each event of the plan's own stream does to the document."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Final

from discharge.rules.facts import EventFact

from .content_hash import hash_of_sections, section_hashes
from .facts import DocumentFacts, GoalResult, Shared, UnitAnswer, Version
from .row import Row


@dataclass
class _Paper:
    """The document while it is folded. ``rows`` by id in order of first save, those taken away too."""

    rows: dict[str, Row] = field(default_factory=dict)
    versions: list[Version] = field(default_factory=list)
    answers: dict[str, UnitAnswer] = field(default_factory=dict)
    shared: list[Shared] = field(default_factory=list)
    known: dict[str, Any] = field(default_factory=dict)

    @property
    def live(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows.values() if not row.removed)


def fold_document(events: Iterable[EventFact]) -> DocumentFacts:
    """Return what the events say about the document. Events of the process itself leave it as it is."""
    paper = _Paper()
    for event in events:
        handler = HANDLERS.get(event.name)
        if handler is not None:
            handler(paper, event)
    return DocumentFacts(
        rows=paper.live,
        removed=tuple(row for row in paper.rows.values() if row.removed),
        versions=tuple(paper.versions),
        answers=tuple(paper.answers.values()),
        shared=tuple(paper.shared),
        **paper.known,
    )


def _section_saved(paper: _Paper, event: EventFact) -> None:
    data = event.data
    before = paper.rows.get(data["row_id"])
    removed = bool(data.get("removed"))
    # What is taken away keeps its last words: who writes in it at the same time shall see them.
    values = (
        before.values if removed and before else {key: text for key, text in data["values"].items() if text}
    )
    paper.rows[data["row_id"]] = Row(
        id=data["row_id"],
        section=data["section"],
        values=values,
        row_version=data["row_version"],
        saved_at=event.happened_at,
        saved_by_unit=event.unit_id or "",
        removed=removed,
    )
    paper.known["status"] = "drafting"


def _version_locked(paper: _Paper, event: EventFact) -> None:
    sections = section_hashes(paper.live)
    paper.versions.append(
        Version(
            no=event.data["no"],
            content_hash=hash_of_sections(sections),
            locked_at=event.happened_at,
            locked_by=event.unit_id or "",
            rows=paper.live,
            section_hashes=sections,
        )
    )
    paper.known["status"] = "confirming"


def _answered(paper: _Paper, event: EventFact) -> None:
    data = event.data
    unit_id = data.get("unit_id") or event.unit_id or ""
    version = next((one for one in paper.versions if one.no == data["no"]), None)
    objected = event.name == "sip_unit_objected"
    note = data.get("note", "")
    paper.answers[unit_id] = UnitAnswer(
        unit_id=unit_id,
        no=data["no"],
        kind="objected" if objected else "confirmed_with_note" if note else "confirmed",
        note=note,
        at=event.happened_at,
        held={} if objected or version is None else version.section_hashes,
    )
    if objected:
        paper.known["status"] = "drafting"


def _established(paper: _Paper, event: EventFact) -> None:
    data = event.data
    if "no" not in data:
        return  # the process's own event, of a plan whose document is not kept here
    paper.known.update(
        status="established",
        established=(*paper.known.get("established", ()), data["no"]),
        established_at=event.happened_at,
        gaps=tuple(data.get("missing", ())),
        gaps_reason=data.get("reason", ""),
    )


def _intervention_updated(paper: _Paper, event: EventFact) -> None:
    row = paper.rows.get(event.data["row_id"])
    if row is not None:
        moved = {**row.values, "status": event.data["status"]}
        paper.rows[row.id] = replace(row, values=moved, row_version=row.row_version + 1)


def _shared(paper: _Paper, event: EventFact) -> None:
    paper.shared.append(Shared(event.data["no"], event.happened_at, event.data["way"]))


def _followed_up(paper: _Paper, event: EventFact) -> None:
    next_on = event.data.get("next_on")
    if event.data.get("outcome") == "revise":
        paper.known["status"] = "drafting"
    paper.known.update(
        results=tuple(GoalResult(**one) for one in event.data.get("results", ())),
        followed_up_at=event.happened_at,
        next_on=date.fromisoformat(next_on) if next_on else None,
    )


HANDLERS: Final[dict[str, Callable[[_Paper, EventFact], None]]] = {
    "sip_section_saved": _section_saved,
    "sip_version_locked": _version_locked,
    "sip_unit_confirmed": _answered,
    "sip_unit_objected": _answered,
    "sip_established": _established,
    "sip_established_with_gaps": _established,
    "sip_intervention_updated": _intervention_updated,
    "sip_shared_with_person": _shared,
    "sip_followed_up": _followed_up,
}
