"""SIP-mötet i ett svar: the meeting that lies ahead, or was held last, with those who are called."""

from dataclasses import asdict
from typing import Any

from rest_framework import serializers

from discharge.rules.facts_of_meeting import Participant
from discharge.rules.facts_of_sip import SipFacts
from lus.api.fields import InstantField


class ParticipantOut(serializers.Serializer[object]):
    """``answer``: "" before any; ``came``: "" before the meeting. ``unit_id`` null: somebody without an account.

    ``change``: ``added``, ``removed`` or ``changed`` since the summons, else "". ``replaces``: the unit in whose
    place it comes; ``substitute``: who comes in its own place, or is proposed from ``substitute_unit_id``
    (``awaits_yes``).
    """

    participant_id = serializers.UUIDField()
    kind = serializers.CharField()
    unit_id = serializers.UUIDField(allow_null=True)
    name = serializers.CharField()
    reach = serializers.CharField()
    function = serializers.CharField()
    must_come = serializers.BooleanField(source="required")
    prepare = serializers.CharField()
    answer = serializers.CharField()
    answer_text = serializers.CharField()
    answered_at = InstantField(allow_null=True)
    came = serializers.CharField()
    is_called = serializers.BooleanField()
    change = serializers.CharField()
    changed_at = InstantField(allow_null=True)
    replaces = serializers.UUIDField(allow_null=True)
    substitute = serializers.CharField()
    substitute_unit_id = serializers.UUIDField(allow_null=True)
    awaits_yes = serializers.BooleanField(source="is_proposed")


class MeetingOut(serializers.Serializer[object]):
    kind = serializers.CharField()
    state = serializers.CharField()
    purpose = serializers.CharField()
    starts_at = InstantField(allow_null=True)
    duration_min = serializers.IntegerField()
    place_kind = serializers.CharField()
    place = serializers.CharField()
    video_url = serializers.CharField()
    provider = serializers.CharField()
    phone = serializers.CharField()
    phone_pin = serializers.CharField()
    no_phone_reason = serializers.CharField()
    reply_by = serializers.DateField(allow_null=True)
    interpreter = serializers.CharField()
    adaptations = serializers.CharField()
    person_choice = serializers.CharField()
    person_wish = serializers.CharField()
    short = serializers.BooleanField()
    version = serializers.IntegerField()
    participants = ParticipantOut(many=True)


def meeting_out(sip: SipFacts) -> dict[str, Any] | None:
    """Return the values that ``MeetingOut`` writes of the newest meeting, None when nobody was ever called."""
    if not sip.meetings:
        return None
    newest = sip.meetings[-1]
    return {**asdict(newest), "participants": [_participant(one) for one in newest.participants]}


def _participant(one: Participant) -> dict[str, Any]:
    ids = ("unit_id", "replaces", "substitute_unit_id")
    return {**asdict(one), **{name: getattr(one, name) or None for name in ids}}


class SlotOut(serializers.Serializer[object]):
    """``answers``: by unit id, or ``person``."""

    slot_id = serializers.UUIDField()
    starts_at = InstantField()
    answers = serializers.DictField(child=serializers.CharField())


class PollOut(serializers.Serializer[object]):
    """The times that are proposed. ``chosen``: null while they are open."""

    reply_by = serializers.DateField()
    place_kind = serializers.CharField()
    chosen = InstantField(allow_null=True)
    slots = SlotOut(many=True)


def poll_out(sip: SipFacts) -> dict[str, Any] | None:
    """Return the values that ``PollOut`` writes, None when no times are proposed."""
    poll = sip.poll
    if poll is None:
        return None
    slots = [
        {
            "slot_id": slot.slot_id,
            "starts_at": slot.starts_at,
            "answers": {who: said[slot.slot_id] for who, said in poll.answers.items()},
        }
        for slot in poll.slots
    ]
    return {
        "reply_by": poll.reply_by,
        "place_kind": poll.place_kind,
        "chosen": poll.chosen,
        "slots": slots,
    }
