"""En skyldighet i ett svar: code, paragraph, limit, and where it stands."""

from datetime import datetime
from typing import Any

from rest_framework import serializers

from lus.api.fields import InstantField
from lus.deadlines.models import Obligation


class DutyBody(serializers.Serializer[object]):
    """``state``: open, overdue, met, met_late. ``raw_due_at``: the limit before the statutory extension."""

    id = serializers.UUIDField()
    code = serializers.CharField()
    basis = serializers.CharField()
    reference = serializers.CharField()
    clock = serializers.CharField()
    starts_at = InstantField()
    due_at = InstantField(allow_null=True)
    raw_due_at = InstantField(allow_null=True)
    met_at = InstantField(allow_null=True)
    state = serializers.CharField()
    explanation = serializers.CharField()
    message_id = serializers.CharField(allow_null=True)


def duty_body(duty: Obligation, at: datetime) -> dict[str, Any]:
    """Return the duty as plain values for ``DutyBody``, as it stands at ``at``."""
    names = [
        "code",
        "basis",
        "reference",
        "clock",
        "starts_at",
        "due_at",
        "raw_due_at",
        "met_at",
        "explanation",
    ]
    values: dict[str, Any] = {name: getattr(duty, name) for name in names}
    message = duty.key if duty.code == "acknowledge" and duty.key else None
    return values | {"id": duty.pk, "state": _state(duty, at), "message_id": message}


def _state(duty: Obligation, at: datetime) -> str:
    if duty.met_at is not None:
        return "met_late" if duty.due_at and duty.met_at > duty.due_at else "met"
    return "overdue" if duty.due_at and at > duty.due_at else "open"
