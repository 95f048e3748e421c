"""SIP i ett svar: where the joint plan of a case stands, its meeting, the answers to the summons, and the plan."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from rest_framework import serializers

from discharge.rules.agenda import agenda_of
from discharge.rules.facts import CaseFacts
from discharge.rules.plan_shown import plan_is_shown
from discharge.rules.sip_standing import sip_standing
from lus.api.fields import InstantField

from .consents_body import ConsentOut, SipHarmTestOut, consents_out
from .meeting_body import MeetingOut, PollOut, meeting_out, poll_out


class SummonsAnswerOut(serializers.Serializer[object]):
    unit_id = serializers.UUIDField()
    answer = serializers.CharField()
    text = serializers.CharField()
    at = InstantField()


class SipBody(serializers.Serializer[object]):
    """``state``: the axis; ``standing``: what consent makes of it now.

    ``agenda``: of the meeting ahead, from the open needs. ``version`` 0: no plan yet.
    ``summons_at``: the first summons that answers LUS 4:3. ``requested_by``: who asked for a plan, "" nobody.
    """

    state = serializers.CharField()
    needed = serializers.BooleanField(allow_null=True)
    standing = serializers.CharField()
    consent = serializers.CharField()
    consents = ConsentOut(many=True)
    harm_test = SipHarmTestOut(allow_null=True)
    requested_by = serializers.CharField()
    requested_on = serializers.DateField(allow_null=True)
    offered_at = InstantField(allow_null=True)
    summons_at = InstantField(allow_null=True)
    meeting_at = InstantField(allow_null=True)
    place = serializers.CharField()
    called = serializers.ListField(child=serializers.UUIDField())
    answers = SummonsAnswerOut(many=True)
    poll = PollOut(allow_null=True)
    meeting = MeetingOut(allow_null=True)
    agenda = serializers.ListField(child=serializers.CharField())
    cancelled_at = InstantField(allow_null=True)
    held_at = InstantField(allow_null=True)
    version = serializers.IntegerField()
    goals = serializers.CharField()
    responsible = serializers.CharField()
    existing = serializers.BooleanField()
    established_at = InstantField(allow_null=True)
    follow_up_on = serializers.DateField(allow_null=True)
    followed_up_at = InstantField(allow_null=True)
    closed_at = InstantField(allow_null=True)


# Told as they are folded.
PLAIN = (
    "state",
    "requested_by",
    "requested_on",
    "offered_at",
    "meeting_at",
    "place",
    "called",
    "answers",
    "cancelled_at",
    "held_at",
    "version",
    "goals",
    "responsible",
    "existing",
    "established_at",
    "follow_up_on",
    "followed_up_at",
    "closed_at",
)


def sip_out(facts: CaseFacts, at: datetime, topics: Sequence[str] = ()) -> dict[str, Any]:
    """Return the values that ``SipBody`` writes. ``topics``: what the plan's document has to talk of."""
    known = {name: getattr(facts.sip, name) for name in PLAIN}
    if not plan_is_shown(facts, at):
        known["goals"] = ""
    stands = {"needed": facts.sip_needed, "consent": facts.sip_consent, "summons_at": facts.summons_at}
    points = agenda_of(facts, topics) if facts.sip.meeting else ()
    return {
        **stands,
        "standing": sip_standing(facts, at),
        "consents": consents_out(facts, at),
        "harm_test": facts.consents.harm_test,
        "agenda": points,
        "poll": poll_out(facts.sip),
        "meeting": meeting_out(facts.sip),
        **known,
    }
