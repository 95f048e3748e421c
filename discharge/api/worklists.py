"""Min tur och Tavlan: the same rows as the screens."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from discharge.queries.board import VIEWS, BoardRow, board
from discharge.queries.my_turn import PlanTurn, Turn, my_turn
from lus.api.cursors import limit_of, page, parameters, read, sign
from lus.api.fields import InstantField
from lus.api.problems import BadRequest, error_at
from lus.api.view import ApiView
from lus.deadlines.models import Subject

from .act_views import Axes
from .duties import DutyBody, NextStepBody, duty_body, next_step_body
from .listed_person import ListedPerson, listed_person


class TurnBody(serializers.Serializer[object]):
    """One duty of a case, a joint plan (``plan_id``) or a deviation (neither; ``reference`` is its number)."""

    duty = DutyBody()
    case_id = serializers.UUIDField(allow_null=True)
    plan_id = serializers.UUIDField(allow_null=True)
    reference = serializers.CharField()
    person = ListedPerson(allow_null=True)
    unit_name = serializers.CharField()
    other_party = serializers.CharField()
    claimed_by = serializers.CharField(allow_blank=True)
    claimed_by_me = serializers.BooleanField()


class MyTurnBody(serializers.Serializer[object]):
    turns = TurnBody(many=True)
    waiting = TurnBody(many=True)
    done = TurnBody(many=True)


class MyTurnView(ApiView):
    """What the viewer's units owe, what they wait for, and what they have done today."""

    @extend_schema(operation_id="my_turn", responses=MyTurnBody)
    def get(self, request: Request) -> Response:
        parameters(request)
        mine = my_turn(self.viewer, at=self.at)
        body = {
            name: [self._turn(turn) for turn in getattr(mine, name)] for name in ("turns", "waiting", "done")
        }
        return Response(MyTurnBody(body).data)

    def _turn(self, turn: Turn | PlanTurn) -> dict[str, Any]:
        if isinstance(turn, PlanTurn):
            return self._plan_turn(turn)
        return {
            "duty": duty_body(turn.duty, self.at),
            "case_id": turn.case.pk,
            "plan_id": None,
            "reference": turn.case.reference,
            "person": listed_person(turn.person),
            "unit_name": turn.unit_name,
            "other_party": turn.other_party,
            "claimed_by": turn.claimed_name,
            "claimed_by_me": turn.is_mine,
        }

    def _plan_turn(self, turn: PlanTurn) -> dict[str, Any]:
        return {
            "duty": duty_body(turn.duty, self.at),
            "case_id": None,
            "plan_id": turn.duty.case_id if turn.duty.subject == Subject.PLAN else None,
            "reference": turn.subject.reference,
            "person": listed_person(turn.person) if turn.person else None,
            "unit_name": turn.unit_name,
            "other_party": turn.subject.place,
            "claimed_by": "",
            "claimed_by_me": False,
        }


class BoardUnitBody(serializers.Serializer[object]):
    unit_id = serializers.UUIDField()
    name = serializers.CharField()
    principal = serializers.CharField()
    role = serializers.CharField()
    state = serializers.CharField()
    told_at = InstantField(allow_null=True)


class BoardRowBody(serializers.Serializer[object]):
    id = serializers.UUIDField()
    reference = serializers.CharField()
    version = serializers.IntegerField()
    person = ListedPerson()
    ward = serializers.CharField()
    hospital = serializers.CharField(allow_null=True)
    axes = Axes()
    admitted_at = InstantField()
    expected_discharge = serializers.DateField(allow_null=True)
    expected_moves = serializers.IntegerField()
    track = serializers.CharField()
    ready_sent_at = InstantField(allow_null=True)
    day_zero = serializers.DateField(allow_null=True)
    first_liable_day = serializers.DateField(allow_null=True)
    discharged_at = InstantField(allow_null=True)
    units = BoardUnitBody(many=True)
    next_step = NextStepBody(allow_null=True)
    next_unit_name = serializers.CharField()


class BoardBody(serializers.Serializer[object]):
    results = BoardRowBody(many=True)
    next = serializers.URLField(allow_null=True)
    cohorts = serializers.DictField()


class BoardView(ApiView):
    """The viewer's open cases as the board shows them. ``?view=`` is the board's own choice."""

    listed_parameters = ("view", "limit", "cursor")

    @extend_schema(operation_id="board", responses=BoardBody)
    def get(self, request: Request) -> Response:
        given = parameters(request, *self.listed_parameters)
        view, limit = given.get("view", "all"), limit_of(given)
        if view not in VIEWS:
            raise BadRequest("validation", errors=[error_at("view", "validation", "Okänt urval.")])
        offset = int(read("board", given["cursor"])[0]) if "cursor" in given else 0
        shown = board(self.viewer, at=self.at, view=view, limit=limit, offset=offset)
        rows = [BoardRowBody(self._row(row)).data for row in shown.rows]
        more = shown.shown_of > offset + len(rows) and len(rows) == limit
        answer = page(request, rows, sign("board", [offset + limit]) if more else None)
        answer.data["cohorts"] = _cohorts(shown.cohorts)
        return answer

    def _row(self, row: BoardRow) -> dict[str, Any]:
        case = row.case
        return case | {
            "id": case["pk"],
            "person": listed_person(row.person),
            "ward": case["ward__name"],
            "hospital": case["ward__parent__name"],
            "axes": {"stay": case["stay"], "readiness": case["readiness"]},
            "units": row.units,
            "next_step": next_step_body(row.next_step, self.at) if row.next_step else None,
            "next_unit_name": row.next_unit_name,
        }


def _cohorts(cohorts: Any) -> dict[str, Any]:
    names = [
        "total",
        "unacknowledged",
        "planning",
        "ready",
        "over_grace",
        "home_ready",
        "home_soon",
        "oldest_ready",
    ]
    return {name: getattr(cohorts, name) for name in names}
