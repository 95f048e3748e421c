"""Överlämningen i ett svar: each part and where it stands, what is missing, who has confirmed."""

from typing import Any

from rest_framework import serializers

from discharge.queries.ward_only import reads_more
from discharge.rules.facts import CaseFacts
from discharge.rules.facts_of_leaving import HandoverPart
from discharge.rules.handover_parts import HANDOVER, missing_parts, required_parts
from lus.api.fields import InstantField
from lus.organisations.actor import Actor


class HandoverPartOut(serializers.Serializer[object]):
    """``state``: missing, added, sent, received, not_needed, or not_required. Other units see what was sent."""

    part = serializers.CharField()
    required = serializers.BooleanField()  # type: ignore[assignment]
    state = serializers.CharField()
    version = serializers.IntegerField()
    at = InstantField(allow_null=True)
    where = serializers.CharField()
    text = serializers.CharField()
    reason = serializers.CharField()


class ReceiptOut(serializers.Serializer[object]):
    unit_id = serializers.UUIDField()
    received_at = InstantField()


class HandoverOut(serializers.Serializer[object]):
    first_sent_at = InstantField(allow_null=True)
    last_sent_at = InstantField(allow_null=True)
    missing = serializers.ListField(child=serializers.CharField())
    parts = HandoverPartOut(many=True)
    receipts = ReceiptOut(many=True)


def handover_out(facts: CaseFacts, viewer: Actor) -> dict[str, Any]:
    """Return the handover as ``HandoverOut`` writes it; what is not sent yet is told to the ward only."""
    own = reads_more(viewer, facts)
    return {
        "first_sent_at": facts.leaving.first_sent_at,
        "last_sent_at": facts.leaving.last_sent_at,
        "missing": list(missing_parts(facts)),
        "parts": [_part(facts, key, own) for key in HANDOVER],
        "receipts": [{"unit_id": unit, "received_at": at} for unit, at in facts.leaving.receipts],
    }


def _part(facts: CaseFacts, key: str, own: bool) -> dict[str, Any]:
    part, required = facts.leaving.part(key), key in required_parts(facts)
    shown = (
        (part.version, part.added_at, part.where, part.text)
        if own
        else (part.sent_version, part.sent_at, part.sent_where, part.sent_text)
    )
    version, at, where, text = shown
    return {
        "part": key,
        "required": required,
        "state": _state(facts, part, version, required),
        "version": version,
        "at": at,
        "where": where,
        "text": text,
        "reason": part.reason,
    }


def _state(facts: CaseFacts, part: HandoverPart, version: int, required: bool) -> str:
    if part.not_needed_at is not None:
        return "not_needed"
    if version == 0:
        return "missing" if required else "not_required"
    if part.sent_at is None or version > part.sent_version:
        return "added"
    waiting = [unit for unit in facts.active_units if facts.leaving.owes_receipt(unit.unit_id)]
    return "sent" if waiting or not facts.active_units else "received"
