"""Routingregler: read the own lists, try other rows on the last 30 days, and save them. No patients here."""

from datetime import date
from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from discharge.actions.change_routing_rules import change_routing_rules, preview_routing_rules
from discharge.queries.administered import lists_of, targets_of
from discharge.queries.directory import held_on
from discharge.queries.dry_run import DryRun
from discharge.rules.routing import AGE_WORDS, CARE_WORDS, LEGAL_WORDS, NEED_WORDS, SERVICE_WORDS, Rule
from lus.api.cursors import parameters
from lus.api.fields import ClosedBody, DayField, TextField
from lus.api.keyed import answer_once, key_of
from lus.api.schema import KEY
from lus.api.view import ApiView
from lus.organisations.models import Route
from lus.organisations.roles import Permission
from lus.swedish_time import local_date

LOCATION = "/api/v1/routing-rules"


class RuleBody(ClosedBody):
    """One rule. An absent or empty condition holds for everybody; a rule with none is the default and stands last."""

    target_id = serializers.UUIDField()
    ages = serializers.ChoiceField(list(AGE_WORDS), required=False, allow_blank=True)
    district = TextField(required=False, allow_blank=True, max_length=60)
    service = serializers.ChoiceField(list(SERVICE_WORDS), required=False, allow_blank=True)
    care_form = serializers.ChoiceField(list(CARE_WORDS), required=False, allow_blank=True)
    legal_status = serializers.ChoiceField(list(LEGAL_WORDS), required=False, allow_blank=True)
    need = serializers.ChoiceField(list(NEED_WORDS), required=False, allow_blank=True)
    note = TextField(required=False, allow_blank=True, max_length=200)


class RuleListBody(serializers.Serializer[object]):
    route = serializers.ChoiceField(Route.choices)
    municipality_code = serializers.CharField()
    rules = RuleBody(many=True)


class RuleListsBody(serializers.Serializer[object]):
    results = RuleListBody(many=True)


class TryRulesBody(ClosedBody):
    route = serializers.ChoiceField(Route.choices)
    valid_from = DayField()
    rules = RuleBody(many=True)


class ChangeRulesBody(TryRulesBody):
    previewed = TextField(max_length=100)


class MovedBody(serializers.Serializer[object]):
    unit_id = serializers.UUIDField(allow_null=True)
    cases = serializers.IntegerField()
    references = serializers.ListField(child=serializers.CharField())


class TriedBody(serializers.Serializer[object]):
    tried = serializers.IntegerField()
    changed = serializers.IntegerField()
    moved = MovedBody(many=True)
    hits_by_rule = serializers.ListField(child=serializers.IntegerField())
    previewed = serializers.CharField()


class ChangedBody(serializers.Serializer[object]):
    id = serializers.UUIDField()
    route = serializers.CharField()
    valid_from = serializers.DateField()


class RulesView(ApiView):
    """The lists that the client's unit keeps, as they hold today."""

    @extend_schema(operation_id="routing_rules", responses=RuleListsBody)
    def get(self, request: Request) -> Response:
        parameters(request)
        today = local_date(self.at)
        lists = [
            {
                "route": chosen.route,
                "municipality_code": chosen.municipality_code,
                "rules": held_on(chosen, targets_of(chosen), today),
            }
            for chosen in lists_of(self.viewer)
        ]
        return Response(RuleListsBody({"results": lists}).data)


class PreviewView(ApiView):
    """Where the last 30 days' cases would have gone. Stores nothing; ``previewed`` is what saving asks for."""

    @extend_schema(operation_id="preview_routing_rules", request=TryRulesBody, responses=TriedBody)
    def post(self, request: Request) -> Response:
        parameters(request)
        self.viewer.require(Permission.ADMINISTER_UNIT)
        body = TryRulesBody(data=request.data)
        body.is_valid(raise_exception=True)
        found, seal = preview_routing_rules(actor=self.viewer, at=self.at, **_arguments(body))
        return Response(TriedBody(_tried(found, seal)).data)


class ChangeView(ApiView):
    """Save rows that were tried, from a day on; answers with who changed what from when."""

    header_parameters = (KEY,)

    @extend_schema(operation_id="change_routing_rules", request=ChangeRulesBody, responses={201: ChangedBody})
    def post(self, request: Request) -> Response:
        parameters(request)
        self.viewer.require(Permission.ADMINISTER_UNIT)
        key = key_of(request)
        body = ChangeRulesBody(data=request.data)
        body.is_valid(raise_exception=True)

        def once() -> dict[str, Any]:
            change = change_routing_rules(actor=self.viewer, at=self.at, **_arguments(body))
            valid_from: date = change.valid_from
            return {"id": str(change.pk), "route": change.route, "valid_from": valid_from.isoformat()}

        return answer_once(request, self.viewer, key, once, location=LOCATION)


def _arguments(body: ClosedBody) -> dict[str, Any]:
    typed = dict(body.validated_data)
    typed["rules"] = [Rule(**{**rule, "target_id": str(rule["target_id"])}) for rule in typed["rules"]]
    return typed


def _tried(found: DryRun, seal: str) -> dict[str, Any]:
    moved = [
        {"unit_id": item.unit_id or None, "cases": len(item.codes), "references": item.codes}
        for item in found.moved
    ]
    return {
        "tried": found.tried,
        "changed": found.changed,
        "moved": moved,
        "hits_by_rule": found.by_rule,
        "previewed": seal,
    }
