"""En skyldighet i ett svar: code, paragraph, limit, and where it stands."""

from datetime import datetime
from typing import Any

from rest_framework import serializers

from discharge.queries.my_turn import RECEIPTS
from lus.api.fields import InstantField
from lus.deadlines.models import Obligation
from lus.deadlines.queries import OwedLine


class NextStepBody(serializers.Serializer[object]):
    """A duty as lists show it. ``state``: open, overdue, met, met_late."""

    code = serializers.CharField()
    basis = serializers.CharField()
    clock = serializers.CharField()
    starts_at = InstantField()
    due_at = InstantField(allow_null=True)
    state = serializers.CharField()


class DutyBody(NextStepBody):
    """A whole duty. ``raw_due_at``: the limit before the statutory extension."""

    id = serializers.UUIDField()
    reference = serializers.CharField()
    raw_due_at = InstantField(allow_null=True)
    met_at = InstantField(allow_null=True)
    explanation = serializers.CharField()
    message_id = serializers.CharField(allow_null=True)


def duty_body(duty: Obligation, at: datetime) -> dict[str, Any]:
    """Return the duty as plain values for ``DutyBody``, as it stands at ``at``."""
    names = ["reference", "raw_due_at", "met_at", "explanation"]
    values: dict[str, Any] = {name: getattr(duty, name) for name in names}
    message = duty.key if duty.code in RECEIPTS and duty.key else None
    return next_step_body(duty, at) | values | {"id": duty.pk, "message_id": message}


def next_step_body(duty: Obligation | OwedLine, at: datetime) -> dict[str, Any]:
    """Return the duty as plain values for ``NextStepBody``."""
    values: dict[str, Any] = {
        name: getattr(duty, name) for name in ("code", "basis", "clock", "starts_at", "due_at")
    }
    return values | {"state": _state(duty, at)}


def _state(duty: Obligation | OwedLine, at: datetime) -> str:
    if duty.met_at is not None:
        return "met_late" if duty.due_at and duty.met_at > duty.due_at else "met"
    return "overdue" if duty.due_at and at > duty.due_at else "open"
