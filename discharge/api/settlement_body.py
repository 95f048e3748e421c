"""Granskningsunderlaget i ett svar: the same figures as the page and the CSV."""

from typing import Any

from rest_framework import serializers

from discharge.queries.settlement import SettlementLine, SettlementMonth
from discharge.queries.shown_person import shown
from discharge.rules.settlement_line import grace_days, month_of, period_days
from lus.api.fields import InstantField

from .ledger_body import LedgerDay
from .listed_person import ListedPerson, listed_person


class DisputeBody(serializers.Serializer[object]):
    reason = serializers.CharField()
    text = serializers.CharField()
    evidence = serializers.CharField()
    at = InstantField()
    answer = serializers.CharField()
    answer_text = serializers.CharField()


class SettlementLineBody(serializers.Serializer[object]):
    """``amount``: kr as a decimal string, null while nothing can be said of money. ``state``: new to settled."""

    case_id = serializers.UUIDField()
    reference = serializers.CharField()
    person = ListedPerson()
    ward = serializers.CharField()
    hospital = serializers.CharField(allow_null=True)
    ready_sent_at = InstantField(allow_null=True)
    day_zero = serializers.DateField(allow_null=True)
    discharged_at = InstantField(allow_null=True)
    days = serializers.IntegerField()
    grace_days = serializers.IntegerField()
    counted_days = serializers.IntegerField()
    amount = serializers.CharField(allow_null=True)
    state = serializers.CharField()
    approved_by = serializers.ListField(child=serializers.CharField())
    days_before = serializers.IntegerField(allow_null=True)
    needs_two_persons = serializers.BooleanField()
    fingerprint = serializers.CharField()
    dispute = DisputeBody(allow_null=True)
    ledger = LedgerDay(many=True)


class SettlementBody(serializers.Serializer[object]):
    """``counterpart`` null: the month has no line. ``closed_at`` null: it is open."""

    status = serializers.CharField()
    month = serializers.CharField()
    counterpart = serializers.CharField(allow_null=True)
    closed_at = InstantField(allow_null=True)
    lines = SettlementLineBody(many=True)


def settlement_body(found: SettlementMonth) -> dict[str, Any]:
    """Return the month as ``SettlementBody`` writes it."""
    body = {
        "status": "calculation",
        "month": month_of(found.first),
        "counterpart": found.other.code if found.other else None,
        "closed_at": found.closed.closed_at if found.closed else None,
        "lines": [_line(line) for line in found.lines],
    }
    return dict(SettlementBody(body).data)


def _line(line: SettlementLine) -> dict[str, Any]:
    facts, case, last = line.facts, line.case, line.part.counts[-1]
    return {
        "case_id": case.pk,
        "reference": case.reference,
        "person": listed_person(shown(case.person, line.part.lines[-1].date)),
        "ward": case.ward.name,
        "hospital": case.ward.parent.name if case.ward.parent else None,
        "ready_sent_at": last.period.sent_at,
        "day_zero": last.day_zero,
        "discharged_at": facts.discharged_at,
        "days": period_days(line.part),
        "grace_days": grace_days(line.part),
        "counted_days": line.days,
        "amount": None if line.amount is None else f"{line.amount:.2f}",
        "state": line.standing.state,
        "approved_by": list(line.standing.approved_by),
        "days_before": line.standing.days_before,
        "needs_two_persons": line.two_persons,
        "fingerprint": line.print_now,
        "dispute": line.review.dispute,
        "ledger": [_day(day) for day in line.part.lines],
    }


def _day(day: Any) -> dict[str, Any]:
    names = ("date", "word", "number", "reason", "rule_reference", "agreement_key")
    amount = None if day.amount is None else f"{day.amount:.2f}"
    return {name: getattr(day, name) for name in names} | {"code": str(day.code), "amount": amount}
