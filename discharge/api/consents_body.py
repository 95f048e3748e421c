"""Samtycken i ett svar: the answers about each kind with how they stand now, and the harm test, if there is one."""

from datetime import datetime
from typing import Any

from rest_framework import serializers

from discharge.rules.consent_standing import consent_standing
from discharge.rules.facts import CaseFacts
from discharge.rules.facts_of_consents import CONSENT_KINDS
from lus.api.fields import InstantField


class ConsentAnswerOut(serializers.Serializer[object]):
    """The last answer of one voice: a guardian, or the one who speaks alone."""

    given_by = serializers.CharField()
    state = serializers.CharField()
    form = serializers.CharField()
    at = InstantField()
    valid_from = serializers.DateField(allow_null=True)
    valid_until = serializers.DateField(allow_null=True)


class ConsentOut(serializers.Serializer[object]):
    """``state``: how the kind stands now; ``expired`` and ``split`` are none."""

    kind = serializers.CharField()
    state = serializers.CharField()
    answers = ConsentAnswerOut(many=True)


class SipHarmTestOut(serializers.Serializer[object]):
    """``outcome`` is empty until somebody has judged. Who judged, and why, stays with the region."""

    started_at = InstantField()
    outcome = serializers.CharField()
    scope = serializers.CharField()
    review_on = serializers.DateField(allow_null=True)


def consents_out(facts: CaseFacts, at: datetime) -> list[dict[str, Any]]:
    """Return the values that ``ConsentOut`` writes, one for each kind."""
    found = [(kind, consent_standing(facts.consents, kind, at)) for kind in CONSENT_KINDS]
    return [{"kind": kind, "state": stands.state, "answers": stands.answers} for kind, stands in found]
