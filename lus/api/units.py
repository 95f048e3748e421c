"""Enheter: who can be told. The whole register, without patients."""

from typing import Any

from django.db.models import Q
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from lus.organisations.models import UnitKind
from lus.organisations.queries import open_units

from .cursors import limit_of, page, parameters, read, sign
from .problems import BadRequest, error_at
from .view import ApiView


class UnitBody(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    hsa_id = serializers.CharField()
    name = serializers.CharField()
    kind = serializers.CharField()
    principal = serializers.CharField(source="principal.name")
    belongs_to = serializers.CharField(source="parent.name", default=None, allow_null=True)
    municipality_code = serializers.CharField()
    phone = serializers.CharField()


class UnitPage(serializers.Serializer[object]):
    results = UnitBody(many=True)
    next = serializers.URLField(allow_null=True)


class UnitsView(ApiView):
    """Open units by name. ``?kind=`` keeps one kind."""

    listed_parameters = ("limit", "cursor", "kind")

    @extend_schema(operation_id="units", responses=UnitPage)
    def get(self, request: Request) -> Response:
        given = parameters(request, *self.listed_parameters)
        limit, units = limit_of(given), open_units().order_by("name", "pk")
        if "kind" in given:
            if given["kind"] not in UnitKind.values:
                raise BadRequest("validation", errors=[error_at("kind", "validation", "Okänd sorts enhet.")])
            units = units.filter(kind=given["kind"])
        if "cursor" in given:
            name, pk = read("units", given["cursor"])
            units = units.filter(Q(name__gt=name) | Q(name=name, pk__gt=pk))
        found = list(units[: limit + 1])
        last = found[limit - 1] if len(found) > limit else None
        following = sign("units", [last.name, str(last.pk)]) if last else None
        return page(request, list(UnitBody(many=True, instance=found[:limit]).data), following)
