"""Hemgångslistan och orsakerna i API:et: what its acts take, and how a case tells them."""

from typing import Any

from rest_framework import serializers

from discharge.actions.answer_home_ready_point import ANSWERS
from discharge.queries.case_page import CasePage
from discharge.rules.home_ready.standing import HomeReady, Standing, home_ready, owner_unit
from discharge.rules.waiting_reasons import REASONS
from lus.api.fields import ClosedBody, DayField, InstantField, TextField

ANSWER_CHOICES = list(ANSWERS.items())  # named in the contract (ENUM_NAME_OVERRIDES)


class PointAnswerBody(ClosedBody):
    point = TextField(max_length=12)
    answer = serializers.ChoiceField(ANSWER_CHOICES)
    comment = TextField(required=False, allow_blank=True, max_length=300)
    planned_at = InstantField(required=False, allow_null=True)
    responsible_id = serializers.UUIDField(required=False, allow_null=True)


class WaitingReasonBody(ClosedBody):
    code = serializers.ChoiceField(list(REASONS.items()))
    owner_id = serializers.UUIDField()
    since = DayField(required=False)
    comment = TextField(required=False, allow_blank=True, max_length=300)


class CloseReasonBody(ClosedBody):
    reason_id = serializers.UUIDField()
    until = DayField(required=False)


class ContestReasonBody(ClosedBody):
    reason_id = serializers.UUIDField()
    text = TextField(max_length=300)


class AnswerOut(serializers.Serializer[object]):
    side = serializers.CharField()
    answer = serializers.CharField()
    comment = serializers.CharField()
    planned_at = InstantField(allow_null=True)
    responsible_id = serializers.CharField()
    unit_id = serializers.UUIDField()
    at = InstantField()
    event_id = serializers.UUIDField()


class PointOut(serializers.Serializer[object]):
    """``answer`` empty = open. ``automatic``: the event log answers; ``ask_again``: after a withdrawn notice."""

    id = serializers.CharField()
    group = serializers.CharField()
    text = serializers.CharField()
    owners = serializers.ListField(child=serializers.CharField())
    blocking = serializers.BooleanField()
    answer = serializers.CharField()
    answers = AnswerOut(many=True)
    automatic = serializers.BooleanField()
    ask_again = serializers.BooleanField()
    at_discharge = serializers.BooleanField()


class FirstOpen(serializers.Serializer[object]):
    point = serializers.CharField()
    unit_id = serializers.CharField()
    planned_at = InstantField(allow_null=True)


class HomeReadyOut(serializers.Serializer[object]):
    """``reached_at``: since when home-ready; ``first_open``: the one thing that is named as missing."""

    checklist = serializers.CharField()
    answered = serializers.IntegerField()
    total = serializers.IntegerField()
    reached_at = InstantField(allow_null=True)
    first_open = FirstOpen(allow_null=True)
    points = PointOut(many=True)


class WaitingOut(serializers.Serializer[object]):
    """``until``: the day it ceased, not counted; null while it runs."""

    id = serializers.UUIDField()
    code = serializers.CharField()
    owner_id = serializers.UUIDField()
    since = serializers.DateField()
    until = serializers.DateField(allow_null=True)
    ended_by = serializers.CharField()
    comment = serializers.CharField()
    contested = serializers.CharField()
    contested_at = InstantField(allow_null=True)


def home_ready_values(page: CasePage) -> dict[str, Any]:
    """Return the list as ``HomeReadyOut`` writes it."""
    shown = home_ready(page.facts, page.checklist)
    return {
        "checklist": shown.checklist,
        "answered": shown.answered,
        "total": shown.total,
        "reached_at": page.facts.home.reached_at,
        "first_open": _first(page, shown),
        "points": [_point(item) for item in shown.points],
    }


def waiting_values(page: CasePage) -> list[dict[str, Any]]:
    """Return the intervals as ``WaitingOut`` writes them, in the order in which they were opened."""
    names = ("code", "owner_id", "since", "until", "ended_by", "comment", "contested", "contested_at")
    return [
        {"id": reason.event_id, **{name: getattr(reason, name) for name in names}}
        for reason in page.facts.waiting
    ]


def _first(page: CasePage, shown: HomeReady) -> dict[str, Any] | None:
    item = shown.first_open
    if item is None:
        return None
    planned = item.hindrance.planned_at if item.hindrance else None
    return {"point": item.point.id, "unit_id": owner_unit(item, page.facts), "planned_at": planned}


def _point(item: Standing) -> dict[str, Any]:
    names = ("side", "answer", "comment", "planned_at", "responsible_id", "unit_id", "at", "event_id")
    return {
        "id": item.point.id,
        "group": item.point.group,
        "text": item.point.text,
        "owners": item.point.owners,
        "blocking": item.point.blocking,
        "answer": item.answer,
        "answers": [{name: getattr(answer, name) for name in names} for answer in item.answers],
        "automatic": item.auto is not None,
        "ask_again": item.again,
        "at_discharge": item.later,
    }
