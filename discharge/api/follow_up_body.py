"""Uppföljningssamtalet i ett svar: who calls, between which times, and what came of it."""

from typing import Any

from rest_framework import serializers

from discharge.rules.facts import CaseFacts
from discharge.rules.follow_up_call import call_window
from lus.api.fields import InstantField


class CallAttempt(serializers.Serializer[object]):
    at = InstantField()
    result = serializers.CharField()


class FollowUpCallOut(serializers.Serializer[object]):
    """``opens_at`` and ``closes_at``: 48 and 72 hours after the discharge; null before it."""

    unit_id = serializers.UUIDField()
    planned_at = InstantField()
    opens_at = InstantField(allow_null=True)
    closes_at = InstantField(allow_null=True)
    attempts = CallAttempt(many=True)
    done_at = InstantField(allow_null=True)
    result = serializers.CharField()
    note = serializers.CharField()
    waived_at = InstantField(allow_null=True)
    waived_because = serializers.CharField()


def follow_up_call_out(facts: CaseFacts) -> dict[str, Any] | None:
    """Return the call as ``FollowUpCallOut`` writes it, or None when none is planned."""
    call = facts.leaving.call
    if call is None:
        return None
    opens, closes = call_window(facts.discharged_at) if facts.discharged_at else (None, None)
    attempts = [{"at": at, "result": result} for at, result in call.attempts]
    return vars(call) | {"attempts": attempts, "opens_at": opens, "closes_at": closes}
