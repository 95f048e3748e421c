"""The line under events of calls and on-call."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from discharge.actions import record_on_call_decision, record_phone_contact
from discharge.queries.case_page import CasePage
from lus.on_call.rules.mandates import MANDATES
from lus.web.words import moment

Data = Mapping[str, Any]


def _unit(page: CasePage, unit_id: str) -> str:
    unit = page.units.get(unit_id)
    return unit.name if unit else "en enhet"


def _call(data: Data, page: CasePage, at: datetime) -> str:
    by = f", {data['answered_by']} svarade" if data["answered_by"] else ""
    return f"{_unit(page, data['unit_id'])}: {record_phone_contact.OUTCOMES[data['outcome']].lower()}{by}."


def _contact(data: Data, page: CasePage, at: datetime) -> str:
    return f"{data['label']}, {data['phone']}. Gäller {MANDATES[data['item']]}."


def _decision(data: Data, page: CasePage, at: datetime) -> str:
    answer = record_on_call_decision.OUTCOMES[data["outcome"]].lower()
    why = f" {data['text'].rstrip('.')}." if data["text"] else ""
    until = moment(datetime.fromisoformat(data["valid_to"]), at)
    return f"{data['label']}: {answer} om {MANDATES[data['item']]}.{why} Gäller till {until}."


ON_CALL_NOTES = {
    "phone_contact_recorded": _call,
    "on_call_contacted": _contact,
    "on_call_decision_recorded": _decision,
}
