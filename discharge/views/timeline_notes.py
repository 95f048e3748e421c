"""The line under an event: the two or three facts of its data that people ask for."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from discharge.actions import (
    change_expected_discharge,
    close_case,
    decline_case,
    report_wrong_recipient,
    withdraw_ready_notice,
)
from discharge.queries.case_page import CasePage
from discharge.rules.destinations import destination_words
from discharge.rules.duties import DUTIES
from discharge.rules.facts import EventFact
from discharge.rules.owed_home_ready import NO_POINTS
from discharge.rules.words import MESSAGES
from lus.swedish_time import local_date
from lus.web.words import day, moment

from .block_words import block_note
from .chain_notes import CHAIN_NOTES
from .leaving_notes import LEAVING_NOTES
from .listed_duty import spoken
from .on_call_notes import ON_CALL_NOTES
from .paper_notes import PAPER_NOTES
from .planning_notes import PLANNING_NOTES
from .receipt_notes import RECEIPT_NOTES
from .settlement_notes import SETTLEMENT_NOTES
from .sip_notes import SIP_NOTES
from .timeline_home_ready import HOME_READY_NOTES
from .timeline_notes_messages import NOTES_OF_MESSAGES

Data = Mapping[str, Any]
Say = Callable[[Data, CasePage, datetime], str]


def changed(event: EventFact, at: datetime) -> tuple[str, str]:
    """Return ``(was, now)`` for events that change one value, else two empty texts."""
    today = local_date(at)
    if event.name == "expected_discharge_changed":
        old, new = event.data.get("old"), event.data["new"]
        return (day(date.fromisoformat(old), today) if old else ""), day(date.fromisoformat(new), today)
    if event.name == "expected_discharge_set":
        return "", day(date.fromisoformat(event.data["new"]), today)
    if event.name == "outpatient_readiness_stated":
        return "", "klara" if event.data["ready"] else "inte klara"
    if event.name == "sip_need_assessed":
        return "", "behövs" if event.data["needed"] else "behövs inte"
    if event.name == "consent_recorded":
        return "", {"given": "ja", "refused": "nej", "withdrawn": "återtaget"}.get(
            event.data["state"], "ej frågad"
        )
    return "", ""


def note(event: EventFact, page: CasePage, at: datetime) -> str:
    """Return one or two sentences, or nothing."""
    say = NOTES.get(event.name)
    return say(event.data, page, at) if say else ""


def _named(page: CasePage, unit_id: str | None) -> str:
    unit = page.units.get(unit_id or "")
    return unit.name if unit else "en enhet"


def _recipients(data: Data, page: CasePage) -> str:
    ids = [item["unit_id"] if isinstance(item, dict) else item for item in data.get("recipients", ())]
    return f"Till {', '.join(_named(page, unit_id) for unit_id in ids)}." if ids else ""


def _acknowledging(data: Data, page: CasePage) -> str:
    ids = [item["unit_id"] if isinstance(item, dict) else item for item in data.get("recipients", ())]
    return f"Kvittens av {', '.join(_named(page, unit_id) for unit_id in ids)}." if ids else ""


def _date(text: str, at: datetime) -> str:
    return day(date.fromisoformat(text), local_date(at))


def _reason(data: Data, words: Mapping[str, str]) -> str:
    reason = words.get(data.get("reason", ""), data.get("reason", ""))
    text = data.get("text", "")
    return f"Orsak: {reason.lower()}{f', {text}' if text else ''}." if reason else ""


def _need(data: Data, page: CasePage, at: datetime) -> str:
    labels = {
        "municipal_health": "kommunal hälso- och sjukvård",
        "social_services": "socialtjänst",
        "outpatient": "öppenvård",
    }
    found = [label for key, label in labels.items() if data.get(key)]
    return f"Kan behöva {', '.join(found)}." if found else f"Inget behov. {data.get('reason', '')}".rstrip()


def _ready(data: Data, page: CasePage, at: datetime) -> str:
    assessed = moment(datetime.fromisoformat(data["assessed_at"]), at)
    return f"Bedömd {assessed} av {data['physician']}. {_recipients(data, page)}"


def _left(data: Data, page: CasePage, at: datetime) -> str:
    return f"Till {destination_words(data['destination'], data.get('destination_text', '')).lower()}."


def _summons(data: Data, page: CasePage, at: datetime) -> str:
    return f"Möte {moment(datetime.fromisoformat(data['meeting_at']), at)}, {data['place']}."


def _ready_to_receive(data: Data, page: CasePage, at: datetime) -> str:
    first = data.get("first_contact_at")
    when = f" Första kontakt {moment(datetime.fromisoformat(first), at)}." if first else ""
    return f"{data['what'].rstrip('.')}.{when}"


def _passed(data: Data, page: CasePage, at: datetime) -> str:
    duty = DUTIES.get(data["code"])
    if duty is None:
        return ""
    what = (
        spoken(duty.sentence, False)
        .replace("{message}", "meddelande")
        .replace("{unit}", "mottagaren")
        .replace(" ({parts})", "")
        .replace("{points}", NO_POINTS)
    )
    return f"{what}, {_named(page, data.get('unit_id'))}."


def _wrong(data: Data, page: CasePage, at: datetime) -> str:
    hint = data.get("suggested_unit_id")
    proposed = f" Föreslår {_named(page, hint)}." if hint else ""
    return f"{_reason(data, report_wrong_recipient.REASONS)}{proposed}"


NOTES: dict[str, Say] = {
    "need_assessed": _need,
    "admission_notice_sent": lambda data, page, at: (
        f"{_recipients(data, page)} Beräknad utskrivning {_date(data['expected_discharge'], at)}."
    ),
    "admission_notice_withdrawn": lambda data, page, at: data["reason"],
    "concerned_unit_added": lambda data, page, at: f"{_named(page, data['unit_id'])}.",
    "concerned_unit_readded": lambda data, page, at: f"{_named(page, data['unit_id'])}.",
    "concerned_unit_removed": lambda data, page, at: f"{_named(page, data['unit_id'])}.",
    "expected_discharge_changed": lambda data, page, at: (
        f"{_reason(data, change_expected_discharge.REASONS)} {_acknowledging(data, page)}"
    ),
    "acknowledgement_requested_again": lambda data, page, at: _recipients(data, page),
    "message_acknowledged": lambda data, page, at: (
        f"{MESSAGES.get(data['kind'], 'meddelande').capitalize()}"
        f"{', genom åtgärd' if data.get('how') == 'by_act' else ''}."
    ),
    "case_declined": lambda data, page, at: _reason(data, decline_case.REASONS),
    "wrong_recipient_reported": _wrong,
    "recipient_corrected": lambda data, page, at: (
        f"{_named(page, data['unit_id'])} i stället för {_named(page, data['old_unit_id'])}."
    ),
    "case_forwarded": lambda data, page, at: (
        f"Till {_named(page, data['unit_id'])}. {data.get('note', '')}".strip()
    ),
    "case_claimed": lambda data, page, at: f"{data['function']}.",
    "claim_released": lambda data, page, at: f"{data['function']}.",
    "unit_ready_to_receive": _ready_to_receive,
    "unit_ready_withdrawn": lambda data, page, at: f"{data['reason'].rstrip('.')}.",
    "care_contact_named": lambda data, page, at: f"{data['name']}, {data['title']}.",
    "care_contact_changed": lambda data, page, at: f"{data['name']}, {data['title']}.",
    "fixed_care_worker_named": lambda data, page, at: f"{data['name']}.",
    "sip_need_assessed": lambda data, page, at: data.get("reason", ""),
    "sip_summons_sent": _summons,
    "readiness_assessed": lambda data, page, at: f"{data['physician']}.",
    "ready_notice_sent": _ready,
    "ready_notice_withdrawn": lambda data, page, at: _reason(data, withdraw_ready_notice.REASONS),
    "ready_notice_entered_in_error": lambda data, page, at: data.get("reason", ""),
    **LEAVING_NOTES,
    **HOME_READY_NOTES,
    "patient_discharged": _left,
    "discharge_corrected": lambda data, page, at: data.get("reason", ""),
    "death_record_corrected": lambda data, page, at: data.get("reason", ""),
    "case_entered_in_error": lambda data, page, at: data.get("reason", ""),
    "case_closed": lambda data, page, at: close_case.REASONS.get(data.get("reason", ""), ""),
    "grace_period_started": lambda data, page, at: data.get("explanation", ""),
    "payment_liability_started": lambda data, page, at: data.get("explanation", ""),
    "payment_day_counted": lambda data, page, at: data.get("explanation", ""),
    "payment_blocked": lambda data, page, at: data.get("explanation", ""),
    "payment_count_stopped": lambda data, page, at: data.get("explanation", ""),
    "payment_count_ended": lambda data, page, at: data.get("explanation", ""),
    "payment_recalculated": lambda data, page, at: data.get("explanation", ""),
    "deadline_passed": _passed,
    **ON_CALL_NOTES,
    **NOTES_OF_MESSAGES,
    **PLANNING_NOTES,
    **CHAIN_NOTES,
    **RECEIPT_NOTES,
    **PAPER_NOTES,
    **SIP_NOTES,
    "deviation_reported": lambda data, page, at: f"Nummer {data['number']} i registret.",
    **SETTLEMENT_NOTES,
    **dict.fromkeys(("block_set", "block_lifted"), block_note),
}
