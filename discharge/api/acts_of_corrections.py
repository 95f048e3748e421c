"""Rättelsernas handlingar: the rows of the table of acts, with a closed body each."""

from rest_framework import serializers

from discharge.actions.confirm_correction import confirm_correction
from discharge.actions.confirm_late_registration import confirm_late_registration
from discharge.actions.contest_late_registration import contest_late_registration
from discharge.actions.correct_event import correct_event
from discharge.actions.register_paper_notice import CHANNELS, register_paper_notice
from lus.api.fields import ClosedBody, InstantField, TextField
from lus.organisations.roles import Permission

from .act_route import ActRoute, add_acts


class CorrectedValues(ClosedBody):
    """The right values; which fields an event has is told with the refusal. Times as ISO 8601 with offset."""

    happened_at = TextField(required=False, max_length=40)
    assessed_at = TextField(required=False, max_length=40)
    first_contact_at = TextField(required=False, allow_blank=True, max_length=40)
    expected_back = TextField(required=False, allow_blank=True, max_length=40)
    physician = TextField(required=False, max_length=120)
    destination = TextField(required=False, max_length=20)
    destination_text = TextField(required=False, allow_blank=True, max_length=80)
    care_form = TextField(required=False, max_length=30)


class CorrectEventBody(ClosedBody):
    event_id = serializers.UUIDField()
    values = CorrectedValues()
    reason = TextField(max_length=300)


class ConfirmCorrectionBody(ClosedBody):
    proposal_id = serializers.UUIDField()


class PaperNoticeBody(ClosedBody):
    event_id = serializers.UUIDField()
    happened_at = InstantField()
    unit_id = serializers.UUIDField()
    serial = TextField(max_length=20)
    channel = serializers.ChoiceField(list(CHANNELS.items()))
    receiver = TextField(max_length=120)
    reason = TextField(max_length=300)


class ConfirmPaperBody(ClosedBody):
    registration_id = serializers.UUIDField()


class ContestPaperBody(ConfirmPaperBody):
    text = TextField(max_length=300)


CORRECTION_ACTS = add_acts(
    ActRoute(correct_event, Permission.SEE_CASES, CorrectEventBody, if_match=True),
    ActRoute(confirm_correction, Permission.SEE_CASES, ConfirmCorrectionBody, if_match=True),
    ActRoute(register_paper_notice, Permission.SEE_CASES, PaperNoticeBody),
    ActRoute(confirm_late_registration, Permission.ACKNOWLEDGE, ConfirmPaperBody),
    ActRoute(contest_late_registration, Permission.ACKNOWLEDGE, ContestPaperBody),
)
