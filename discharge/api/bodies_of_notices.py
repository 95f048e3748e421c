"""Vad återkallelser och utsedda kontakter behöver veta: one closed body per act."""

from rest_framework import serializers

from discharge.actions.record_information_consent import FORMS, GIVEN_BY
from discharge.rules.given_consents import CONSENT_KINDS
from lus.api.fields import ClosedBody, DayField, TextField
from lus.persons.flag_protection import LEVELS

FORM_CHOICES = list(FORMS.items())

PROTECTIONS = [(one.value, one.label) for one in LEVELS[1:]]


class ProtectedIdentityBody(ClosedBody):
    level = serializers.ChoiceField(PROTECTIONS)


class WithdrawConsentBody(ClosedBody):
    kind = serializers.ChoiceField(list(CONSENT_KINDS.items()))
    given_by = serializers.ChoiceField(list(GIVEN_BY.items()), required=False)
    form = serializers.ChoiceField(FORM_CHOICES, required=False)


class FixedCareWorkerBody(ClosedBody):
    name = TextField(max_length=120)
    phone = TextField(required=False, allow_blank=True, max_length=30)
    phone_function = TextField(required=False, allow_blank=True, max_length=80)
    from_day = DayField(required=False, allow_null=True)
