"""Vad meddelandenas handlingar behöver veta, and how a message stands in the case."""

from typing import Any

from rest_framework import serializers

from discharge.actions import record_harm_test, record_information_consent
from discharge.actions.message_text import LIMIT
from discharge.actions.offered_file import take_offered
from discharge.rules.facts import CaseFacts
from discharge.rules.facts_of_messages import Message
from discharge.rules.message_categories import CATEGORIES
from lus.api.fields import ClosedBody, InstantField, TextField


class MessageBody(ClosedBody):
    recipients = serializers.ListField(child=serializers.UUIDField(), max_length=50)
    category = serializers.ChoiceField(list(CATEGORIES.items()))
    text = TextField(max_length=LIMIT)
    ack_wanted = serializers.BooleanField(required=False)
    reply_to = serializers.UUIDField(required=False, allow_null=True)


class CorrectMessageBody(ClosedBody):
    message_id = serializers.UUIDField()
    text = TextField(max_length=LIMIT)
    reason = TextField(max_length=300)


class WithdrawMessageBody(ClosedBody):
    message_id = serializers.UUIDField()
    reason = TextField(max_length=300)


class AttachmentBody(ClosedBody):
    message_id = serializers.UUIDField()
    title = TextField(max_length=80)
    file = serializers.FileField(allow_empty_file=True)

    @staticmethod
    def arguments(values: dict[str, Any]) -> dict[str, Any]:
        return values | {"file": take_offered(values["file"])}


class InformationConsentBody(ClosedBody):
    state = serializers.ChoiceField(list(record_information_consent.STATES.items()))
    given_by = serializers.ChoiceField(list(record_information_consent.GIVEN_BY.items()), required=False)
    form = serializers.ChoiceField(list(record_information_consent.FORMS.items()), required=False)


class HarmTestBody(ClosedBody):
    outcome = serializers.ChoiceField(list(record_harm_test.OUTCOMES.items()))
    physician = TextField(max_length=120)
    provision = TextField(required=False, allow_blank=True, max_length=120)


class CorrectionOut(serializers.Serializer[object]):
    message_id = serializers.UUIDField()
    corrected_at = InstantField()
    old = serializers.CharField()
    new = serializers.CharField()
    reason = serializers.CharField()


class AttachmentOut(serializers.Serializer[object]):
    attachment_id = serializers.UUIDField()
    title = serializers.CharField()
    kind = serializers.CharField()
    size = serializers.IntegerField()
    sha256 = serializers.CharField()
    added_at = InstantField()


class MessageOut(serializers.Serializer[object]):
    """One general message, to those who sent or got it. Receipts stand among the case's ``deliveries``."""

    message_id = serializers.UUIDField()
    thread = serializers.UUIDField()
    reply_to = serializers.UUIDField(allow_null=True)
    category = serializers.CharField()
    text = serializers.CharField()
    sent_by = serializers.UUIDField()
    sent_at = InstantField()
    recipients = serializers.ListField(child=serializers.UUIDField())
    ack_wanted = serializers.BooleanField()
    withdrawn_at = InstantField(allow_null=True)
    withdrawn_reason = serializers.CharField()
    corrections = CorrectionOut(many=True)
    attachments = AttachmentOut(many=True)


class SharingOut(serializers.Serializer[object]):
    """The legal grounds for writing about the patient."""

    consent = serializers.CharField()
    consent_at = InstantField(allow_null=True)
    harm_test = serializers.CharField()
    harm_test_at = InstantField(allow_null=True)


def messages_of(facts: CaseFacts) -> list[dict[str, Any]]:
    """Return the messages as ``MessageOut`` writes them, in the order they were sent."""
    return [_message(message) for message in facts.messages]


def _message(message: Message) -> dict[str, Any]:
    corrections = [
        vars(one) | {"message_id": one.event_id, "corrected_at": one.at} for one in message.corrections
    ]
    files = [vars(one) | {"attachment_id": one.event_id} for one in message.attachments]
    own = {
        "message_id": message.event_id,
        "sent_by": message.unit_id,
        "corrections": corrections,
        "attachments": files,
    }
    return vars(message) | own
