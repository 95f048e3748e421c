"""Planeringens handlingar: one closed body per act, its fields named as the act's own arguments."""

from typing import Any

from rest_framework import serializers

from discharge.actions.mark_ready_for_discharge import LEGAL_GROUNDS
from discharge.actions.record_aid import WHERE
from discharge.rules.adl import CARERS, FIELDS, NOT_JUDGED
from discharge.rules.facts_of_planning import AdlItem
from discharge.rules.planning_fields import FIELD
from lus.api.fields import ClosedBody, DayField, InstantField, TextField

QUESTIONS = [(key, field.label) for key, field in FIELD.items()]


class GroundBody(ClosedBody):
    """``legal_ground``: needed the first time the unit tells something; after that its last one counts."""

    legal_ground = serializers.ChoiceField(list(LEGAL_GROUNDS.items()), required=False)


class TrackBody(ClosedBody):
    track = TextField(max_length=40)
    comment = TextField(required=False, allow_blank=True, max_length=300)


class AnswerFieldBody(GroundBody):
    """``value``: words, or a key of the question's choices; left out when ``not_applicable``."""

    field = serializers.ChoiceField(QUESTIONS)
    value = TextField(required=False, allow_blank=True, max_length=300)
    not_applicable = serializers.BooleanField(required=False)


class UnknownFieldBody(ClosedBody):
    field = serializers.ChoiceField(QUESTIONS)
    chase_at = InstantField(required=False, allow_null=True)


class ReassignFieldBody(ClosedBody):
    field = serializers.ChoiceField(QUESTIONS)
    unit_id = serializers.UUIDField()


class AdlItemBody(ClosedBody):
    """``before`` and ``now``: 0 to 3, or 9 = not judged."""

    key = serializers.ChoiceField([(field.key, field.label) for field in FIELDS])
    before = serializers.IntegerField(min_value=0, max_value=NOT_JUDGED)
    now = serializers.IntegerField(min_value=0, max_value=NOT_JUDGED)
    carers = serializers.IntegerField(min_value=0, max_value=max(CARERS), required=False)
    aid = TextField(required=False, allow_blank=True, max_length=80)


class AdlBody(GroundBody):
    items = AdlItemBody(many=True)
    assessed_at = InstantField(required=False, allow_null=True)
    comment = TextField(required=False, allow_blank=True, max_length=300)

    @staticmethod
    def arguments(values: dict[str, Any]) -> dict[str, Any]:
        return values | {"items": [AdlItem(**item) for item in values["items"]]}


class AidBody(GroundBody):
    what = TextField(max_length=80)
    where = serializers.ChoiceField(list(WHERE.items()))
    owner_unit_id = serializers.UUIDField()
    by_day = DayField(required=False, allow_null=True)
    in_place = serializers.BooleanField(required=False)
