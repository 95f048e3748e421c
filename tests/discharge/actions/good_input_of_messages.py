"""The acts on messages and on the legal grounds for writing them, with input that is right."""

from typing import Any

from discharge.actions.acknowledge_information import acknowledge_information
from discharge.actions.add_attachment import add_attachment
from discharge.actions.correct_message import correct_message
from discharge.actions.record_harm_test import record_harm_test
from discharge.actions.record_information_consent import record_information_consent
from discharge.actions.send_message import send_message
from discharge.actions.withdraw_message import withdraw_message

from .life import Life
from .lives_with_messages import A_PDF, informed, shared, written
from .one_try import Try


def _message(life: Life) -> dict[str, Any]:
    return {
        "recipients": [life.municipality.unit_id],
        "category": "aids",
        "text": "Rullatorn är beställd.",
        "ack_wanted": True,
    }


def _own(life: Life) -> dict[str, Any]:
    return {"message_id": life.last("message_sent").pk, "reason": "Fel uppgift"}


MESSAGE_TRIES = (
    Try(send_message, "ward", ("message_sent",), life=shared, arguments=_message),
    Try(
        correct_message,
        "ward",
        ("event_corrected",),
        life=written,
        arguments=lambda life: {**_own(life), "text": "Rullatorn levereras på torsdag."},
    ),
    Try(withdraw_message, "ward", ("message_withdrawn",), life=written, arguments=_own),
    Try(
        add_attachment,
        "ward",
        ("attachment_added",),
        life=written,
        arguments=lambda life: {
            "message_id": life.last("message_sent").pk,
            "title": "Hjälpmedelslista",
            "file": A_PDF,
        },
    ),
    Try(acknowledge_information, "municipality", ("message_acknowledged",), life=informed),
    Try(
        record_information_consent,
        "ward",
        ("consent_recorded",),
        arguments=lambda life: {"state": "given"},
    ),
    Try(
        record_harm_test,
        "ward",
        ("harm_test_recorded",),
        arguments=lambda life: {"outcome": "no_harm", "physician": "Jonas Ek"},
    ),
)
