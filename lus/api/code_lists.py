"""Kodlistor: the Swedish label of each code. Every app adds its own lists to the one table."""

from collections.abc import Mapping

from django.http import Http404
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from lus.organisations.models import UnitKind
from lus.organisations.roles import ROLE_LABELS

from .cursors import parameters
from .problem_types import PROBLEM_TYPES
from .view import ApiView

CODE_LISTS: dict[str, Mapping[str, str]] = {
    "unit-kinds": dict(UnitKind.choices),
    "roles": ROLE_LABELS,
    "problems": {code: kind.title for code, kind in PROBLEM_TYPES.items()},
}


def add_code_lists(lists: Mapping[str, Mapping[str, str]]) -> None:
    """Add an app's lists ``{name: {code: label}}``; called once, when its addresses are read."""
    CODE_LISTS.update(lists)


class CodeBody(serializers.Serializer[object]):
    code = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]


class CodeList(serializers.Serializer[object]):
    name = serializers.CharField()
    results = CodeBody(many=True)


class CodeListNames(serializers.Serializer[object]):
    results = serializers.ListField(child=serializers.CharField())


class CodeListsView(ApiView):
    """Which lists there are."""

    @extend_schema(operation_id="code_lists", responses=CodeListNames)
    def get(self, request: Request) -> Response:
        parameters(request)
        return Response({"results": sorted(CODE_LISTS)})


class CodeListView(ApiView):
    """One list, in its own order."""

    @extend_schema(operation_id="code_list", responses=CodeList)
    def get(self, request: Request, name: str) -> Response:
        parameters(request)
        if name not in CODE_LISTS:
            raise Http404
        codes = [{"code": code, "label": label} for code, label in CODE_LISTS[name].items()]
        return Response({"name": name, "results": codes})
