"""Att göra en handling: the same function as the page calls, with an actor made from the client."""

from typing import Any, ClassVar
from uuid import UUID

from django.urls import URLPattern, path
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.exceptions import APIException
from rest_framework.request import Request
from rest_framework.response import Response

from discharge.queries.facts import facts_from
from discharge.queries.known_to import known_to
from discharge.queries.visible import case_of, person_of
from discharge.rules.facts import CaseFacts
from lus.access_log.log import log_shown
from lus.api.cursors import parameters
from lus.api.if_match import etag, seen_version
from lus.api.keyed import answer_once, key_of
from lus.api.problems import Explained
from lus.api.schema import IF_MATCH, IF_MATCH_REQUIRED, KEY
from lus.api.view import ApiView
from lus.events.queries import events_of, version_of
from lus.events.record import lock_stream
from lus.refusals import NotThere, Refused, StageNotAllowed, StalePage

from .act_route import ActRoute
from .act_states import allowed_now

CASE = "/api/v1/cases/{case_id}"


class Axes(serializers.Serializer[object]):
    stay = serializers.CharField()
    readiness = serializers.CharField()


class ActDone(serializers.Serializer[object]):
    """What an act answers: ids and where the case stands; the patient is read from the case."""

    case_id = serializers.UUIDField()
    version = serializers.IntegerField()
    axes = Axes()
    events = serializers.ListField(child=serializers.UUIDField())


def done(facts: CaseFacts, before: int) -> dict[str, Any]:
    """Return the answer of an act that found the case at version ``before``."""
    return {
        "case_id": facts.case_id,
        "version": facts.version,
        "axes": {"stay": facts.stay, "readiness": facts.readiness},
        "events": [event.event_id for event in facts.events if event.seq > before],
    }


class ActView(ApiView):
    """One act on one case. Rights are asked about first, also when the answer is a stored one."""

    route: ClassVar[ActRoute]
    media: ClassVar[str] = "application/json"
    location: ClassVar[str] = CASE
    prefix: ClassVar[str] = ""

    def act(self, request: Request, case_id: UUID) -> Response:
        """Do it, once. What it answers, also with a no, tells about the case: the look is logged."""
        parameters(request)
        self.viewer.require(self.route.permission)
        try:
            case = self.find(case_id)
        except NotThere:
            return self._earlier_answer(request, case_id)
        log_shown(self.viewer, self.route.act, [case.person_id], at=self.at, case_id=case_id)
        key = key_of(request)
        body = self.route.body(data=request.data)
        body.is_valid(raise_exception=True)
        arguments = self.route.arguments(dict(body.validated_data))
        seen = seen_version(request, required=self.route.if_match)
        if self.route.takes_version:
            arguments["seen_version"] = seen
        try:
            return answer_once(
                request, self.viewer, key, lambda: self._perform(case_id, arguments), location=self.location
            )
        except Refused as error:
            raise self._explained(error, case_id, seen) from error

    def find(self, case_id: UUID) -> Any:
        """Return the case that the viewer may act on. Raises NotThere for a case of others."""
        return case_of(self.viewer, case_id)

    def _earlier_answer(self, request: Request, case_id: UUID) -> Response:
        """A unit that has just left the case may send twice: its own first answer again, else nothing is there."""

        def nothing() -> dict[str, Any]:
            raise NotThere

        try:
            answer = answer_once(request, self.viewer, key_of(request), nothing, location=self.location)
        except (Refused, APIException):
            raise NotThere from None
        person_id = person_of(case_id)
        log_shown(self.viewer, self.route.act, [person_id], at=self.at, case_id=case_id)
        return answer

    def _perform(self, case_id: UUID, arguments: dict[str, Any]) -> dict[str, Any]:
        lock_stream(case_id)  # the act takes the same lock first; nothing can come between
        before = version_of(case_id)
        facts = self.route.perform(case_id=case_id, actor=self.viewer, at=self.at, **arguments)
        return done(facts, before)

    def _explained(self, error: Refused, case_id: UUID, seen: int | None) -> Exception:
        """Tell what may be done instead, or what has changed since."""
        if not isinstance(error, StageNotAllowed | StalePage):
            return error
        facts = known_to(self.viewer, facts_from(case_id, events_of(case_id)), self.at)
        if isinstance(error, StalePage):
            newer = [event for event in facts.events if event.seq > (seen or 0)]
            return Explained(
                error,
                status=412 if seen is not None else error.status,
                headers={"ETag": etag(facts.version)},
                current_version=facts.version,
                changed_since=[{"event": event.event_id, "name": event.name} for event in newer],
            )
        return Explained(
            error,
            axes={"stay": facts.stay, "readiness": facts.readiness},
            allowed_acts=allowed_now(facts, self.viewer, self.at),
        )


def act_paths(
    routes: tuple[ActRoute, ...], base: type[ActView] = ActView, *, on: str = "cases"
) -> list[URLPattern]:
    """Return one address per row of the table; ``base`` does the acts, ``on`` says on what."""
    return [
        path(
            f"{on}/<uuid:case_id>/acts/{route.name}",
            _view(route, base).as_view(),
            name=f"api-act-{route.name}" if on == "cases" else f"api-{on}-act-{route.name}",
        )
        for route in routes
    ]


def _view(route: ActRoute, base: type[ActView]) -> type[ActView]:
    """Return the view of one row, with its own part of the contract."""

    @extend_schema(
        operation_id=f"{base.prefix}{route.act}",
        description=(route.perform.__doc__ or "").strip().splitlines()[0],
        request={base.media: route.body} if route.body().fields else None,
        responses={201: ActDone},
    )
    def post(self: ActView, request: Request, case_id: UUID) -> Response:
        return self.act(request, case_id)

    headers = (KEY, IF_MATCH_REQUIRED if route.if_match else IF_MATCH) if route.takes_version else (KEY,)
    return type(f"{route.act}_view", (base,), {"route": route, "header_parameters": headers, "post": post})
