"""Vad vårdkedjans handlingar behöver veta: one closed body per act, fields named as the act's own arguments."""

from rest_framework import serializers

from discharge.actions.change_legal_status import NEXT
from discharge.actions.record_told_outside import CHANNELS
from discharge.rules.facts_of_scope import OUTSIDE_REASONS
from lus.api.fields import ClosedBody, InstantField, TextField

NEXT_CHOICES = [(status, status) for status in NEXT]


class LateReasonBody(ClosedBody):
    late_reason = TextField(required=False, allow_blank=True, max_length=300)


class MoveBody(LateReasonBody):
    to_ward_id = serializers.UUIDField()
    moved_at = InstantField()


class StartLeaveBody(LateReasonBody):
    left_at = InstantField()
    expected_back = InstantField(required=False, allow_null=True)


class EndLeaveBody(LateReasonBody):
    back_at = InstantField()


class LegalStatusBody(LateReasonBody):
    legal_status = serializers.ChoiceField(NEXT_CHOICES)
    physician = TextField(max_length=120)
    decided_at = InstantField()


class CarePlanBody(LateReasonBody):
    physician = TextField(max_length=120)
    approved_by = serializers.ListField(child=serializers.UUIDField(), max_length=50)
    made_at = InstantField()


class OutsideActBody(ClosedBody):
    reason = serializers.ChoiceField(list(OUTSIDE_REASONS.items()))
    text = TextField(required=False, allow_blank=True, max_length=300)


class ToldOutsideBody(LateReasonBody):
    channel = serializers.ChoiceField(list(CHANNELS.items()))
    receiver = TextField(max_length=120)
    told_at = InstantField()
    text = TextField(required=False, allow_blank=True, max_length=300)
