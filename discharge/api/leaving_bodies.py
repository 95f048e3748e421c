"""Vad utskrivningens handlingar behöver veta: one closed body per act of the handover and what follows it."""

from rest_framework import serializers

from discharge.actions.add_handover_part import TEXT_LIMIT
from discharge.actions.write_patient_summary import TEXT_LIMIT as SUMMARY_LIMIT
from discharge.rules.follow_up_call import RESULTS
from discharge.rules.handover_parts import CHANNELS, PARTS
from discharge.rules.patient_summary import FORMS, LANGUAGES, RECEIVERS
from lus.api.fields import ClosedBody, TextField

from .act_bodies import LateBody

PART_CHOICES = list(PARTS.items())

RESULT_CHOICES = list(RESULTS.items())  # named in the contract (ENUM_NAME_OVERRIDES)


class HandoverBody(LateBody):
    """``parts``: what lies ready in the journal and is added by the same act; may be left out."""

    parts = serializers.ListField(child=serializers.ChoiceField(PART_CHOICES), max_length=20, required=False)


class HandoverPartBody(ClosedBody):
    part = serializers.ChoiceField(PART_CHOICES)
    where = serializers.ChoiceField(list(CHANNELS.items()))
    text = TextField(required=False, allow_blank=True, max_length=TEXT_LIMIT)


class PartNotNeededBody(ClosedBody):
    part = serializers.ChoiceField(PART_CHOICES)
    reason = TextField(max_length=300)


class CallOwnerBody(ClosedBody):
    unit_id = serializers.UUIDField()


class CallBody(LateBody):
    result = serializers.ChoiceField(RESULT_CHOICES)
    note = TextField(required=False, allow_blank=True, max_length=300)


class WriteSummaryBody(ClosedBody):
    done = TextField(max_length=SUMMARY_LIMIT)
    medicines = TextField(max_length=SUMMARY_LIMIT)
    watch_for = TextField(max_length=SUMMARY_LIMIT)
    guardians = TextField(required=False, allow_blank=True, max_length=SUMMARY_LIMIT)


class GiveSummaryBody(LateBody):
    form = serializers.ChoiceField(list(FORMS.items()))
    language = serializers.ChoiceField(list(LANGUAGES.items()), required=False)
    to = serializers.ChoiceField(list(RECEIVERS.items()), required=False)
    given_by = TextField(required=False, allow_blank=True, max_length=120)
