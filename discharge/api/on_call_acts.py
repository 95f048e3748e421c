"""Telefon och jour över gränssnittet: bodies and rows of their acts."""

from rest_framework import serializers

from discharge.actions.answer_weekend_warning import answer_weekend_warning
from discharge.actions.record_on_call_contact import record_on_call_contact
from discharge.actions.record_on_call_decision import OUTCOMES as DECISIONS
from discharge.actions.record_on_call_decision import record_on_call_decision
from discharge.actions.record_phone_contact import OUTCOMES as CALLS
from discharge.actions.record_phone_contact import record_phone_contact
from discharge.rules.weekend_guard import CHOICES
from lus.api.fields import ClosedBody, TextField
from lus.on_call.rules.mandates import MANDATES
from lus.organisations.roles import Permission

from .act_route import ActRoute, add_acts


class PhoneContactBody(ClosedBody):
    unit_id = serializers.UUIDField()
    outcome = serializers.ChoiceField(list(CALLS.items()))
    function = TextField(required=False, allow_blank=True, max_length=80)
    answered_by = TextField(required=False, allow_blank=True, max_length=80)


class OnCallContactBody(ClosedBody):
    function_id = serializers.UUIDField()
    item = serializers.ChoiceField(list(MANDATES.items()))


class OnCallDecisionBody(OnCallContactBody):
    outcome = serializers.ChoiceField(list(DECISIONS.items()))
    text = TextField(required=False, allow_blank=True, max_length=300)


class WeekendAnswerBody(ClosedBody):
    weekend_choice = serializers.ChoiceField(list(CHOICES.items()))
    weekend_with = TextField(required=False, allow_blank=True, max_length=120)


ON_CALL_ACTS = add_acts(
    ActRoute(answer_weekend_warning, Permission.SEND_WARD_NOTICES, WeekendAnswerBody),
    ActRoute(record_phone_contact, Permission.ACKNOWLEDGE, PhoneContactBody),
    ActRoute(record_on_call_contact, Permission.ACKNOWLEDGE, OnCallContactBody),
    ActRoute(record_on_call_decision, Permission.ACKNOWLEDGE, OnCallDecisionBody),
)
