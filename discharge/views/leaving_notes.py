"""The line under an event of the leaving: which part, what is missing, who has it."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from discharge.queries.case_page import CasePage
from discharge.rules.handover_parts import PARTS

Data = Mapping[str, Any]


def _part(data: Data, page: CasePage, at: datetime) -> str:
    return f"{PARTS[data['part']]}, version {data['version']}." if data.get("part") in PARTS else ""


def _not_needed(data: Data, page: CasePage, at: datetime) -> str:
    return f"{PARTS.get(data['part'], data['part'])}. Skäl: {data['reason'].rstrip('.')}."


def _handover(data: Data, page: CasePage, at: datetime) -> str:
    missing = [PARTS.get(part, part).lower() for part in data.get("missing", ())]
    return f"Saknas: {', '.join(missing)}." if missing else "Alla delar som krävs är med."


def _received(data: Data, page: CasePage, at: datetime) -> str:
    unit = page.units.get(data["unit_id"])
    return f"{unit.name}." if unit else ""


LEAVING_NOTES: dict[str, Callable[[Data, CasePage, datetime], str]] = {
    "handover_part_added": _part,
    "handover_part_declared_not_needed": _not_needed,
    "handover_sent": _handover,
    "handover_received": _received,
}
