"""Vem är jag: the active assignment, what it may do, and the limits that apply."""

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from lus.organisations.roles import permissions_of

from .cursors import MAX_LIMIT, parameters
from .throttles import PersonSearchRate
from .view import ApiView


class MeUnit(serializers.Serializer[object]):
    id = serializers.UUIDField()
    name = serializers.CharField()
    kind = serializers.CharField()
    principal = serializers.CharField()


class Me(serializers.Serializer[object]):
    name = serializers.CharField()
    kind = serializers.CharField(help_text="person eller client")
    assignment_id = serializers.UUIDField()
    role = serializers.CharField()
    role_label = serializers.CharField()
    unit = MeUnit()
    permissions = serializers.ListField(child=serializers.CharField())
    limits = serializers.DictField(child=serializers.CharField())


class MeView(ApiView):
    """Who asks. Holds no patient data."""

    @extend_schema(operation_id="me", responses=Me)
    def get(self, request: Request) -> Response:
        parameters(request)
        viewer = self.viewer
        body = {
            "name": viewer.name,
            "kind": viewer.kind,
            "assignment_id": viewer.assignment_id,
            "role": viewer.role,
            "role_label": viewer.role_label,
            "unit": {
                "id": viewer.unit_id,
                "name": viewer.unit_name,
                "kind": viewer.unit_kind,
                "principal": viewer.principal_name,
            },
            "permissions": sorted(permissions_of(viewer.role)),
            "limits": {"person_search": PersonSearchRate.rate, "list": str(MAX_LIMIT)},
        }
        return Response(Me(body).data)
