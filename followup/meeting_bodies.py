"""Bodies of what counts of held SIP meetings."""

from typing import Any

from rest_framework import serializers

from followup.rules.meeting_report import MeetingReport


class MeetingCountBody(serializers.Serializer[Any]):
    """``n``: null when fewer than five could be told from it."""

    period = serializers.CharField()
    n = serializers.IntegerField(allow_null=True)


class MeetingShareBody(MeetingCountBody):
    """``share``: per cent of the ``n`` meetings of which it is known."""

    share = serializers.IntegerField(allow_null=True)


class MeetingFactBody(serializers.Serializer[Any]):
    code = serializers.CharField()
    heading = serializers.CharField()
    text = serializers.CharField()
    shares = MeetingShareBody(many=True)


class MeetingReportBody(serializers.Serializer[Any]):
    """The SIP meetings that the unit has led, in the year's closed quarters. Empty when there were none."""

    counts = MeetingCountBody(many=True)
    facts = MeetingFactBody(many=True)


def meeting_body(report: MeetingReport) -> dict[str, Any]:
    """Return ``report`` as ``MeetingReportBody`` reads it."""
    return {
        "counts": [{"period": period, "n": n} for period, n in report.counts.items()],
        "facts": [
            {
                "code": fact.code,
                "heading": fact.heading,
                "text": fact.text,
                "shares": [
                    {"period": period, "n": one.n if one else None, "share": one.share if one else None}
                    for period, one in fact.by_period.items()
                ],
            }
            for fact in report.facts
        ],
    }
