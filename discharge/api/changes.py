"""Ändringar: the feed of the viewer's cases. Ids and names only; whoever wants more reads the case."""

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from discharge.queries.changes import changes_for
from lus.api.cursors import limit_of, parameters, read, sign
from lus.api.fields import InstantField
from lus.api.view import ApiView


class ChangeBody(serializers.Serializer[object]):
    id = serializers.UUIDField()
    position = serializers.IntegerField()
    name = serializers.CharField()
    case = serializers.UUIDField()
    happened_at = InstantField()
    recorded_at = InstantField()


class Changes(serializers.Serializer[object]):
    """``next_cursor`` is always given: ask again with it to get what has come since."""

    results = ChangeBody(many=True)
    next_cursor = serializers.CharField()
    caught_up = serializers.BooleanField()


class ChangesView(ApiView):
    """What has happened after the cursor; without one, from the beginning."""

    listed_parameters = ("cursor", "limit")

    @extend_schema(operation_id="changes", responses=Changes)
    def get(self, request: Request) -> Response:
        given = parameters(request, *self.listed_parameters)
        after = int(read("changes", given["cursor"])[0]) if "cursor" in given else 0
        found = changes_for(self.viewer, after=after, limit=limit_of(given))
        results = [
            {
                "id": event.pk,
                "position": change.position,
                "name": change.name,
                "case": change.case_id,
                "happened_at": event.happened_at,
                "recorded_at": event.recorded_at,
            }
            for change, event in found.changes
        ]
        body = {
            "results": results,
            "next_cursor": sign("changes", [found.position]),
            "caught_up": found.caught_up,
        }
        return Response(Changes(body).data)
