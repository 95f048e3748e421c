"""Överenskommelsen som JSON: the record's terms, what it lacks, and what waits for approval."""

from typing import Any

from rest_framework import serializers

from discharge.queries.agreement_list import ShownAgreement
from lus.api.fields import InstantField


class MissingBody(serializers.Serializer[object]):
    name = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]


class CompletenessBody(serializers.Serializer[object]):
    level = serializers.ChoiceField(["complete", "incomplete_shadow_ok", "incomplete"])
    text = serializers.CharField()
    missing = MissingBody(many=True)


class ProposalBody(serializers.Serializer[Any]):
    payment_active_from = serializers.DateField()
    proposed_by = serializers.CharField(source="name")
    principal = serializers.CharField(source="principal_name")
    proposed_at = InstantField()


class AgreementBody(serializers.Serializer[object]):
    """One version. Null: not known. ``mean_level`` in days, as text."""

    key = serializers.CharField()
    version = serializers.IntegerField()
    title = serializers.CharField()
    region_code = serializers.CharField()
    municipality_codes = serializers.ListField(child=serializers.CharField())
    care_form = serializers.CharField()
    valid_from = serializers.DateField(allow_null=True)
    valid_to = serializers.DateField(allow_null=True)
    payment_active_from = serializers.DateField(allow_null=True)
    model = serializers.CharField(allow_null=True)
    day_kind = serializers.CharField(allow_null=True)
    cutoff_time = serializers.TimeField(allow_null=True)
    cutoff_rule = serializers.CharField(allow_null=True)
    first_liable_offset = serializers.IntegerField(allow_null=True)
    free_days_text = serializers.CharField()
    mean_level = serializers.CharField(allow_null=True)
    individual_after_days = serializers.IntegerField(allow_null=True)
    individual_offset = serializers.IntegerField(allow_null=True)
    amount_source = serializers.CharField(allow_null=True)
    correction_deadline_day = serializers.IntegerField(allow_null=True)
    source_title = serializers.CharField()
    source_read = serializers.CharField()
    trust = serializers.CharField()
    note = serializers.CharField()
    activated_by = serializers.ListField(child=serializers.CharField())
    verified_by = serializers.ListField(child=serializers.CharField())
    in_use = serializers.BooleanField()
    is_practice = serializers.BooleanField()
    completeness = CompletenessBody()
    proposal = ProposalBody(allow_null=True)


def agreement_body(shown: ShownAgreement) -> dict[str, Any]:
    """Return the version as JSON values."""
    names = [str(name) for name in AgreementBody().fields]
    known = {name: getattr(shown.record, name) for name in names if hasattr(shown.record, name)}
    added = {
        "in_use": shown.row.in_use,
        "is_practice": shown.row.is_practice,
        "completeness": shown.completeness,
        "proposal": shown.proposal,
    }
    return _plain(AgreementBody(known | added).data)


def _plain(data: Any) -> Any:
    """Django REST framework's own mappings become dicts, so that the answer can be kept as JSON."""
    if isinstance(data, dict):
        return {name: _plain(value) for name, value in data.items()}
    return [_plain(value) for value in data] if isinstance(data, list) else data
