"""Bodies of the surveys under /api/v1."""

from typing import Any

from rest_framework import serializers

from followup.actions.draw_survey_codes import MOST, DrawnCodes
from followup.queries.survey_report import SurveyReport
from followup.rules.figures import Figure, percent
from followup.rules.questionnaire import KINDS
from followup.rules.unit_report import ItemFigures, KindReport, Responses
from lus.api.fields import ClosedBody

from .meeting_bodies import MeetingReportBody, meeting_body

# Named in the contract (ENUM_NAME_OVERRIDES).
SURVEY_KINDS = list(KINDS.items())


class SurveyDrawBody(ClosedBody):
    kind = serializers.ChoiceField(SURVEY_KINDS)
    count = serializers.IntegerField(min_value=1, max_value=MOST)


class SurveyDrawnBody(serializers.Serializer[Any]):
    """``codes`` is null when the key has been used: they are given once and kept nowhere."""

    drawn = serializers.IntegerField()
    kind = serializers.CharField()
    quarter = serializers.CharField()
    last_day = serializers.DateField()
    codes = serializers.ListField(child=serializers.CharField(), allow_null=True)


class SurveyResponsesBody(serializers.Serializer[Any]):
    """``answered`` and ``rate`` (per cent) are null when fewer than five answers could be told from them."""

    period = serializers.CharField()
    issued = serializers.IntegerField()
    answered = serializers.IntegerField(allow_null=True)
    rate = serializers.IntegerField(allow_null=True)


class SurveyFigureBody(serializers.Serializer[Any]):
    """``share``: per cent 4–5 (children: Ja). ``rate``: answers to the item in per cent of the codes."""

    period = serializers.CharField()
    n = serializers.IntegerField(allow_null=True)
    share = serializers.IntegerField(allow_null=True)
    mean = serializers.FloatField(allow_null=True)
    rate = serializers.IntegerField(allow_null=True)


class SurveyItemBody(serializers.Serializer[Any]):
    id = serializers.CharField()
    heading = serializers.CharField()
    text = serializers.CharField()
    figures = SurveyFigureBody(many=True)


class SurveyKindBody(serializers.Serializer[Any]):
    kind = serializers.CharField()
    responses = SurveyResponsesBody(many=True)
    items = SurveyItemBody(many=True)


class SurveyReportBody(serializers.Serializer[Any]):
    """One year of closed quarters. ``all_kinds`` is null until the year is over."""

    year = serializers.IntegerField()
    years = serializers.ListField(child=serializers.IntegerField())
    running_quarter = serializers.CharField()
    shown_after = serializers.DateField()
    issued = serializers.DictField(child=serializers.IntegerField())
    all_kinds = SurveyResponsesBody(allow_null=True)
    kinds = SurveyKindBody(many=True)
    meetings = MeetingReportBody()


def drawn_body(drawn: DrawnCodes) -> dict[str, Any]:
    """Return what may be kept of a draw: everything but the codes."""
    return {
        "drawn": len(drawn.codes),
        "kind": drawn.kind,
        "quarter": drawn.quarter,
        "last_day": drawn.last_day.isoformat(),
        "codes": None,
    }


def report_body(report: SurveyReport) -> dict[str, Any]:
    """Return ``report`` as ``SurveyReportBody`` reads it."""
    total = report.unit.all_kinds
    return {
        "year": report.year,
        "years": list(report.years),
        "running_quarter": str(report.running),
        "shown_after": report.shown_after,
        "issued": report.issued,
        "all_kinds": _responses("year", total) if total else None,
        "kinds": [_kind(kind) for kind in report.unit.kinds],
        "meetings": meeting_body(report.meetings),
    }


def _kind(kind: KindReport) -> dict[str, Any]:
    return {
        "kind": kind.asked.kind,
        "responses": [_responses(period, one) for period, one in kind.responses.items()],
        "items": [_item(row, kind) for row in kind.items],
    }


def _responses(period: str, one: Responses) -> dict[str, Any]:
    return {"period": period, "issued": one.issued, "answered": one.answered, "rate": one.rate}


def _item(row: ItemFigures, kind: KindReport) -> dict[str, Any]:
    figures = [_figure(period, one, kind.responses[period].issued) for period, one in row.by_period.items()]
    return {"id": row.item.id, "heading": row.item.heading, "text": row.item.text, "figures": figures}


def _figure(period: str, one: Figure | None, issued: int) -> dict[str, Any]:
    if one is None:
        return {"period": period, "n": None, "share": None, "mean": None, "rate": None}
    return {
        "period": period,
        "n": one.n,
        "share": one.share,
        "mean": one.mean,
        "rate": percent(one.n, issued),
    }
