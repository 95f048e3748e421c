"""Problemsidor: what ``type`` in a problem points at, as a page for people and as JSON for programs."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from .cursors import parameters
from .problem_types import PROBLEM_TYPES
from .view import ApiView


@require_safe
def problem_page(request: HttpRequest, code: str) -> HttpResponse:
    """Tell what ``code`` means. Open to all: it holds no patient data."""
    if code not in PROBLEM_TYPES:
        raise Http404
    return render(request, "api/problem.html", {"code": code, "kind": PROBLEM_TYPES[code]})


class ProblemTypeBody(serializers.Serializer[object]):
    code = serializers.CharField()
    status = serializers.IntegerField()
    title = serializers.CharField()
    detail = serializers.CharField()
    advice = serializers.CharField()


class ProblemTypeView(ApiView):
    """The same, for programs."""

    @extend_schema(operation_id="problem_type", responses=ProblemTypeBody)
    def get(self, request: Request, code: str) -> Response:
        parameters(request)
        if code not in PROBLEM_TYPES:
            raise Http404
        return Response({"code": code, **PROBLEM_TYPES[code]._asdict()})


class NotFoundView(ApiView):
    """Any address under /api that does not exist: a problem, not a page."""

    permission_classes = ()
    authentication_classes = ()
    schema = None  # type: ignore[assignment]

    def initial(self, request: Request, *args: object, **kwargs: object) -> None:
        super().initial(request, *args, **kwargs)
        raise Http404
