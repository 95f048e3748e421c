"""Betalningsräkningen i ett svar: always a calculation, and no money at all while something is not known."""

from typing import Any

from rest_framework import serializers

from discharge.rules.ledger import Ledger
from lus.api.fields import HideableText
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission


class LedgerDay(serializers.Serializer[object]):
    """``amount``: kr as a decimal string; null when no amount is known for the year; absent for who may not see it."""

    date = serializers.DateField()
    code = serializers.CharField()
    word = serializers.CharField()
    number = serializers.CharField()
    reason = serializers.CharField()
    rule_reference = serializers.CharField()
    agreement_key = serializers.CharField()
    amount = HideableText(allow_null=True, required=False)


class LedgerBody(serializers.Serializer[object]):
    """``ledger_status`` null: no ready notice has been sent, so there is nothing to count."""

    status = serializers.CharField()
    ledger_status = serializers.CharField(allow_null=True)
    payable_days = serializers.IntegerField()
    shadow_days = serializers.IntegerField()
    money = HideableText(allow_null=True, required=False)
    currency = serializers.CharField()
    blocked_by = serializers.ListField(child=serializers.CharField())
    days = LedgerDay(many=True)
    _hidden = serializers.ListField(child=serializers.CharField())


def ledger_body(ledger: Ledger | None, viewer: Actor) -> dict[str, Any]:
    """Return the ledger as ``LedgerBody`` writes it; amounts only for those who may see money."""
    sees_money = viewer.may(Permission.SEE_MONEY)
    body: dict[str, Any] = {
        "status": "calculation",
        "ledger_status": ledger.status if ledger else None,
        "payable_days": ledger.payable_days if ledger else 0,
        "shadow_days": ledger.shadow_days if ledger else 0,
        "currency": "SEK",
        "blocked_by": list(ledger.blocked_by) if ledger else [],
        "days": [_day(line, sees_money) for line in ledger.lines] if ledger else [],
        "_hidden": [] if sees_money else ["money", "days/amount"],
    }
    if sees_money:
        body["money"] = _decimal(ledger.money) if ledger else None
    return dict(LedgerBody(body).data)


def _day(line: Any, sees_money: bool) -> dict[str, Any]:
    names = ["date", "word", "number", "reason", "rule_reference", "agreement_key"]
    day: dict[str, Any] = {name: getattr(line, name) for name in names} | {"code": str(line.code)}
    return day | {"amount": _decimal(line.amount)} if sees_money else day


def _decimal(amount: Any) -> str | None:
    return None if amount is None else f"{amount:.2f}"
