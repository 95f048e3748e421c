"""Bodies about times: proposed, answered, chosen."""

from typing import Any

from rest_framework import serializers

from discharge.rules.facts_of_poll import SLOT_ANSWERS
from lus.api.fields import ClosedBody, DayField, InstantField

from .rules.poll_ranking import FEWEST, MOST
from .summons_bodies import PLACES

# Named in the contract (ENUM_NAME_OVERRIDES).
ANSWERS_TO_SLOT = list(SLOT_ANSWERS.items())


class PollBody(ClosedBody):
    times = serializers.ListField(child=InstantField(), min_length=FEWEST, max_length=MOST)
    place_kind = serializers.ChoiceField(PLACES, required=False)
    reply_by = DayField(required=False)


class SlotAnswerBody(ClosedBody):
    slot_id = serializers.UUIDField()
    answer = serializers.ChoiceField(ANSWERS_TO_SLOT)


class PollAnswerBody(ClosedBody):
    """``for_person``: what the person has told the unit, instead of the unit's own answer."""

    answers = SlotAnswerBody(many=True)
    for_person = serializers.BooleanField(required=False)

    @staticmethod
    def arguments(values: dict[str, Any]) -> dict[str, Any]:
        """Return the act's arguments: the answers by slot."""
        return {**values, "answers": {str(one["slot_id"]): one["answer"] for one in values["answers"]}}


class ChooseSlotBody(ClosedBody):
    slot_id = serializers.UUIDField()
