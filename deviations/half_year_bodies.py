"""Bodies of the half-year reports under /api/v1. A cell that is null is hidden: small, or it would tell one that is."""

from typing import Any

from rest_framework import serializers

from deviations.queries.half_year_reports import ListedReport, ShownReport
from deviations.rules.half_year.faults import LONGEST_OWNER, LONGEST_TEXT
from deviations.rules.half_year.reported import Fault
from lus.api.fields import ClosedBody, DayField, InstantField, TextField

from .bodies import ASKED


class HalfYearFaultBody(ClosedBody):
    """A system fault that the county shall mend. ``owner``: a function, never a person."""

    text = TextField(max_length=LONGEST_TEXT)
    owner = TextField(max_length=LONGEST_OWNER)
    due = DayField()


class HalfYearFreezeBody(ClosedBody):
    """``not_personal``: kinds of the guard that the analyst has answered for."""

    faults = HalfYearFaultBody(many=True, required=False)
    not_personal = serializers.ListField(child=serializers.ChoiceField(ASKED), required=False)

    def arguments(self) -> dict[str, Any]:
        """Return the act's own arguments. Called only when the body is valid."""
        told = self.validated_data
        return {
            "faults": [Fault(**one) for one in told.get("faults", [])],
            "not_personal": told.get("not_personal", []),
        }


class HalfYearListedBody(serializers.Serializer[Any]):
    """``state``: ``frozen``, ``draft`` (the half-year is over) or ``running``."""

    half_year = serializers.CharField()
    state = serializers.CharField()
    frozen_at = InstantField(allow_null=True)


class HalfYearRowBody(serializers.Serializer[Any]):
    """``values``: numbers, words, null for a hidden cell; one for each column of the sheet."""

    key = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]  # the name of ours, not the field's own
    values = serializers.ListField(child=serializers.JSONField(allow_null=True))


class HalfYearSheetBody(serializers.Serializer[Any]):
    key = serializers.CharField()
    title = serializers.CharField()
    note = serializers.CharField()
    head = serializers.CharField()
    columns = serializers.ListField(child=serializers.CharField())
    rows = HalfYearRowBody(many=True)


class HalfYearChartBody(serializers.Serializer[Any]):
    """How the months are judged: ``u``, ``xmr`` (the counts vary more than a u-chart allows) or ``run``."""

    kind = serializers.CharField()
    middle = serializers.FloatField(allow_null=True)
    verdict = serializers.CharField()
    note = serializers.CharField()


class HalfYearReportBody(HalfYearListedBody):
    title = serializers.CharField()
    county = serializers.CharField()
    cut_off = serializers.DateTimeField()
    policy = serializers.CharField()
    taxonomy = serializers.CharField()
    hidden_note = serializers.CharField()
    lines = serializers.ListField(child=serializers.CharField())
    chart = HalfYearChartBody()
    sheets = HalfYearSheetBody(many=True)
    faults = serializers.ListField(child=serializers.DictField(child=serializers.CharField()))


def listed_body(one: ListedReport) -> dict[str, Any]:
    return {"half_year": str(one.half_year), "state": one.state, "frozen_at": one.frozen_at}


def shown_body(shown: ShownReport) -> dict[str, Any]:
    """Return the report as ``HalfYearReportBody`` reads it."""
    return {**shown.content, **listed_body(shown.listed)}
