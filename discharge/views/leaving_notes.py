"""The line under an event of the leaving: which part, what is missing, who has it."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from discharge.queries.case_page import CasePage
from discharge.rules.follow_up_call import RESULTS
from discharge.rules.handover_parts import PARTS
from discharge.rules.patient_summary import FORMS, LANGUAGES, RECEIVERS

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


def _planned(data: Data, page: CasePage, at: datetime) -> str:
    unit = page.units.get(data["unit_id"])
    return f"{unit.name} ringer." if unit else ""


def _called(data: Data, page: CasePage, at: datetime) -> str:
    said = RESULTS.get(data["result"], "")
    return f"{said}. {data.get('note', '')}".strip()


def _given(data: Data, page: CasePage, at: datetime) -> str:
    language, to = LANGUAGES.get(data["language"], ""), RECEIVERS.get(data["to"], "")
    how = FORMS.get(data["form"], "")
    return f"{how}, {language.lower()}. {to}. Av {data['given_by']}."


LEAVING_NOTES: dict[str, Callable[[Data, CasePage, datetime], str]] = {
    "handover_part_added": _part,
    "handover_part_declared_not_needed": _not_needed,
    "handover_sent": _handover,
    "handover_received": _received,
    "patient_summary_written": lambda data, page, at: f"Version {data['version']}." if data else "",
    "patient_summary_given": _given,
    "follow_up_call_planned": _planned,
    "follow_up_call_done": _called,
    "follow_up_call_waived": lambda data, page, at: f"Skäl: {data['reason'].rstrip('.')}.",
}
