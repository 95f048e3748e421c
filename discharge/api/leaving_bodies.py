"""Vad utskrivningens handlingar behöver veta: one closed body per act of the handover and what follows it."""

from rest_framework import serializers

from discharge.actions.add_handover_part import TEXT_LIMIT
from discharge.rules.handover_parts import CHANNELS, PARTS
from lus.api.fields import ClosedBody, TextField

from .act_bodies import LateBody


class HandoverBody(LateBody):
    """``parts``: what lies ready in the journal and is added by the same act; may be left out."""

    parts = serializers.ListField(
        child=serializers.ChoiceField(list(PARTS.items())), max_length=20, required=False
    )


class HandoverPartBody(ClosedBody):
    part = serializers.ChoiceField(list(PARTS.items()))
    where = serializers.ChoiceField(list(CHANNELS.items()))
    text = TextField(required=False, allow_blank=True, max_length=TEXT_LIMIT)


class PartNotNeededBody(ClosedBody):
    part = serializers.ChoiceField(list(PARTS.items()))
    reason = TextField(max_length=300)
