"""Vad återkallelser och utsedda kontakter behöver veta: one closed body per act."""

from rest_framework import serializers

from lus.api.fields import ClosedBody, DayField, TextField
from lus.persons.flag_protection import LEVELS

PROTECTIONS = [(one.value, one.label) for one in LEVELS[1:]]


class ProtectedIdentityBody(ClosedBody):
    level = serializers.ChoiceField(PROTECTIONS)


class FixedCareWorkerBody(ClosedBody):
    name = TextField(max_length=120)
    phone = TextField(required=False, allow_blank=True, max_length=30)
    phone_function = TextField(required=False, allow_blank=True, max_length=80)
    from_day = DayField(required=False, allow_null=True)
