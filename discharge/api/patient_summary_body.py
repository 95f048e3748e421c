"""Patientens information i ett svar: what the ward has written, and when, how and to whom it was given."""

from typing import Any

from rest_framework import serializers

from discharge.queries.ward_only import reads_more
from discharge.rules.facts import CaseFacts
from discharge.rules.patient_summary import may_be_read_by_receivers
from lus.api.fields import InstantField
from lus.organisations.actor import Actor


class WrittenOut(serializers.Serializer[object]):
    version = serializers.IntegerField()
    written_at = InstantField()
    done = serializers.CharField()
    medicines = serializers.CharField()
    watch_for = serializers.CharField()
    guardians = serializers.CharField()


class GivenOut(serializers.Serializer[object]):
    at = InstantField()
    version = serializers.IntegerField()
    form = serializers.CharField()
    language = serializers.CharField()
    to = serializers.CharField()
    given_by = serializers.CharField()


class PatientSummaryOut(serializers.Serializer[object]):
    """``written``: the newest version; null for other units until it is sent to them."""

    written = WrittenOut(allow_null=True)
    given = GivenOut(many=True)


def patient_summary_out(facts: CaseFacts, viewer: Actor) -> dict[str, Any]:
    """Return the information as ``PatientSummaryOut`` writes it for ``viewer``."""
    readable = reads_more(viewer, facts) or may_be_read_by_receivers(facts)
    written = facts.leaving.summaries[-1] if facts.leaving.summaries and readable else None
    return {"written": written, "given": list(facts.leaving.given)}
