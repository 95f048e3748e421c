"""The line under an event of planning: which question, which track. Never an answer: not everybody reads all."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from discharge.queries.case_page import CasePage
from discharge.rules.planning_fields import FIELD
from discharge.rules.tracks import track_by_key
from lus.web.words import moment

Data = Mapping[str, Any]


def _question(data: Data) -> str:
    field = FIELD.get(data["field"])
    return field.label if field else ""


def _unit(page: CasePage, unit_id: str) -> str:
    unit = page.units.get(unit_id)
    return unit.name if unit else "en enhet"


def _track(data: Data, page: CasePage, at: datetime) -> str:
    track = track_by_key(data["track"])
    reasons = " ".join(data["reasons"])
    return f"{track.label}. {reasons} {data['comment']}".strip() if track else ""


def _suggested(data: Data, page: CasePage, at: datetime) -> str:
    track = track_by_key(data["track"])
    return " ".join((f"{track.label}.", *data["reasons"])) if track else ""


PLANNING_NOTES: dict[str, Callable[[Data, CasePage, datetime], str]] = {
    "track_suggested": _suggested,
    "track_confirmed": _track,
    "planning_field_answered": lambda data, page, at: _question(data),
    "planning_field_unknown": lambda data, page, at: (
        f"{_question(data)} Tas upp igen {moment(datetime.fromisoformat(data['chase_at']), at)}."
    ),
    "planning_field_reassigned": lambda data, page, at: (
        f"{_question(data)} Nu hos {_unit(page, data['unit_id'])}."
    ),
    "planning_basis_completed": lambda data, page, at: (
        f"{data['fields']} av {data['fields']} frågor besvarade."
    ),
    "adl_assessed": lambda data, page, at: f"{len(data['items'])} punkter bedömda.",
    "aid_recorded": lambda data, page, at: (
        f"{data['what']}, {'på plats' if data['in_place'] else 'inte på plats än'}."
    ),
}
