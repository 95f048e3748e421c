"""The line under an event of the care chain: where to, until when, why."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from discharge.actions.record_told_outside import CHANNELS
from discharge.queries.case_page import CasePage
from discharge.rules.facts_of_scope import OUTSIDE_REASONS
from discharge.rules.sip_not_open import LEGAL_WORDS
from lus.web.words import moment

Data = Mapping[str, Any]


def ward_words(page: CasePage, unit_id: str) -> str:
    """``Avdelning G2, Capio Geriatrik Nacka``; *en annan avdelning* when it is not known here."""
    ward = page.units.get(unit_id)
    if ward is None:
        return "en annan avdelning"
    return f"{ward.name}, {ward.parent.name}" if ward.parent else ward.name


def _leave(data: Data, page: CasePage, at: datetime) -> str:
    back = data.get("expected_back")
    return f"Väntas åter {moment(datetime.fromisoformat(back), at)}." if back else "Ingen tid för återkomst."


def _outside(data: Data, page: CasePage, at: datetime) -> str:
    text = data.get("text", "")
    return f"{OUTSIDE_REASONS.get(data['reason'], '')}{f': {text}' if text else ''}.".replace("..", ".")


def _joined(data: Data, page: CasePage, at: datetime) -> str:
    if data["how"] == "transfer":
        return "Överflyttad hit. Samtycken gäller inte här förrän de är frågade på nytt."
    return f"Återinskriven, {data['days']} dagar efter förra utskrivningen."


CHAIN_NOTES: dict[str, Callable[[Data, CasePage, datetime], str]] = {
    "care_chain_joined": _joined,
    "ward_changed": lambda data, page, at: (
        f"Från {ward_words(page, data['from_ward_id'])} till {ward_words(page, data['to_ward_id'])}."
    ),
    "leave_started": _leave,
    "patient_transferred": lambda data, page, at: f"Till {ward_words(page, data['to_ward_id'])}.",
    "case_reopened": lambda data, page, at: data.get("reason", ""),
    "legal_status_changed": lambda data, page, at: (
        f"{LEGAL_WORDS[data['old']]} → {LEGAL_WORDS[data['new']]}. Beslut: {data['physician']}."
    ),
    "sip_replaced_by_care_plan": lambda data, page, at: (
        f"Godkänd av {', '.join(page.units[one].name for one in data['approved_by'] if one in page.units)}."
    ),
    "marked_outside_act": _outside,
    "marked_covered_by_act": lambda data, page, at: data.get("reason", ""),
    "told_outside_system": lambda data, page, at: (
        f"{CHANNELS.get(data['channel'], '')} till {data['receiver']}. {data.get('text', '')}".rstrip()
    ),
}
