"""Vad handlingarna behöver veta: one closed body per act, its fields named as the act's own arguments."""

from rest_framework import serializers

from discharge.actions import (
    change_expected_discharge,
    decline_case,
    discharge_patient,
    mark_ready_for_discharge,
    report_wrong_recipient,
    withdraw_ready_notice,
)
from discharge.rules.facts import MUNICIPAL_ROLES, OUTPATIENT_ROLES
from discharge.rules.weekend_guard import CHOICES
from lus.api.fields import ClosedBody, DayField, InstantField, TextField

ROLES = sorted(MUNICIPAL_ROLES | OUTPATIENT_ROLES)


class ReasonBody(ClosedBody):
    reason = TextField(max_length=300)


class ShortReasonBody(ClosedBody):
    reason = TextField(max_length=200)


class WeekendBody(ClosedBody):
    """How a receiver's closed door is handled (weekend guard); never needed to send."""

    weekend_choice = serializers.ChoiceField(list(CHOICES.items()), required=False)
    weekend_with = TextField(required=False, allow_blank=True, max_length=120)


class LateBody(ClosedBody):
    """Late registration: when it happened, and why it is written down later."""

    happened_at = InstantField(required=False)
    late_reason = TextField(required=False, allow_blank=True, max_length=300)


class AcknowledgeBody(ClosedBody):
    message_id = serializers.UUIDField()


class ConcernedUnitBody(ClosedBody):
    unit_id = serializers.UUIDField()
    role = serializers.ChoiceField(ROLES)


class RemoveUnitBody(ReasonBody):
    unit_id = serializers.UUIDField()


class RedirectBody(ClosedBody):
    wrong_unit_id = serializers.UUIDField()
    new_unit_id = serializers.UUIDField()


class ExpectedDischargeBody(WeekendBody):
    new_date = DayField()
    reason = serializers.ChoiceField(list(change_expected_discharge.REASONS.items()))


class DeclineBody(ClosedBody):
    reason = serializers.ChoiceField(list(decline_case.REASONS.items()))
    text = TextField(required=False, allow_blank=True, max_length=300)


class ForwardBody(ClosedBody):
    unit_id = serializers.UUIDField()
    note = TextField(required=False, allow_blank=True, max_length=300)


class WrongRecipientBody(ClosedBody):
    reason = serializers.ChoiceField(list(report_wrong_recipient.REASONS.items()))
    suggested_unit_id = serializers.UUIDField(required=False, allow_null=True)


class ReadyToReceiveBody(ClosedBody):
    what = TextField(max_length=200)
    first_contact_at = InstantField(required=False, allow_null=True)


class CareContactBody(ClosedBody):
    name = TextField(max_length=120)
    title = TextField(max_length=80)
    phone = TextField(required=False, allow_blank=True, max_length=30)
    phone_function = TextField(required=False, allow_blank=True, max_length=80)


class ReadyNoticeBody(WeekendBody):
    physician = TextField(max_length=120)
    assessed_at = InstantField()
    legal_ground = serializers.ChoiceField(list(mark_ready_for_discharge.LEGAL_GROUNDS.items()))
    shown_day_zero = DayField(required=False)

    @staticmethod
    def arguments(values: dict[str, object]) -> dict[str, object]:
        return values | {"shown_day_zero": str(values.get("shown_day_zero", ""))}


class WithdrawReadyBody(ClosedBody):
    reason = serializers.ChoiceField(list(withdraw_ready_notice.REASONS.items()))
    text = TextField(required=False, allow_blank=True, max_length=300)
    changed_at = InstantField(required=False, allow_null=True)


class OutpatientReadinessBody(LateBody):
    ready = serializers.BooleanField()


class DischargeBody(WeekendBody):
    left_at = InstantField()
    destination = serializers.ChoiceField(list(discharge_patient.DESTINATIONS.items()))
    destination_text = TextField(required=False, allow_blank=True, max_length=80)
    missing_reason = TextField(required=False, allow_blank=True, max_length=300)
    follow_up_unit_id = serializers.UUIDField(required=False, allow_null=True)
    open_points_reason = TextField(required=False, allow_blank=True, max_length=300)
    late_reason = TextField(required=False, allow_blank=True, max_length=300)


class DeathBody(ClosedBody):
    died_at = InstantField()
    confirmed = serializers.BooleanField()
    late_reason = TextField(required=False, allow_blank=True, max_length=300)
