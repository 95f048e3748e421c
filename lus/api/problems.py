"""Problem details (RFC 9457): one refusal, the same words as the page shows, for every 4xx and 5xx under /api."""

import logging
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.core.signals import got_request_exception
from django.db import OperationalError
from django.http import Http404
from django.utils import timezone
from rest_framework import exceptions as rest
from rest_framework.response import Response
from rest_framework.views import set_rollback

from lus.organisations.actor import NotPermitted
from lus.organisations.roles import WHOSE_TASK, Permission
from lus.refusals import InvalidInput, Refused
from lus.web.read_only import stopped_by

from .problem_types import problem_type

logger = logging.getLogger("lus.api")
MEDIA_TYPE = "application/problem+json"

Body = dict[str, Any]


class Explained(Exception):
    """A refusal with more to say: another status, extension members, headers."""

    def __init__(
        self,
        refused: Refused,
        *,
        status: int = 0,
        headers: Mapping[str, str] | None = None,
        **extensions: Any,
    ) -> None:
        self.refused, self.status, self.extensions = refused, status or refused.status, extensions
        self.headers = dict(headers or {})
        super().__init__(refused.code)


class BadRequest(Refused):
    """A request that breaks the contract. ``errors`` as in the problem: pointer, code, message."""

    status = 400

    def __init__(
        self, code: str, detail: str = "", *, status: int = 400, errors: Sequence[Body] = ()
    ) -> None:
        kind = problem_type(code)
        super().__init__(detail or kind.detail, kind.advice, code=code, title=kind.title)
        self.status, self.errors = status, list(errors)


def exception_handler(error: Exception, context: Mapping[str, Any]) -> Response:
    """Return the problem for any exception of an API view (set as Django REST framework's handler)."""
    set_rollback()
    error = stopped_by(error, at=timezone.now()) or error
    body, headers = describe(error)
    if body["status"] >= 500 and not isinstance(error, Refused):
        _report(error, context)
    request = context.get("request")
    body["type"] = type_uri(body["code"], request)
    ordered = {"type": body.pop("type"), "code": body.pop("code"), "status": body.pop("status"), **body}
    return Response(ordered, status=ordered["status"], headers=headers, content_type=MEDIA_TYPE)


def describe(error: Exception) -> tuple[Body, dict[str, str]]:
    """Return ``(problem without type, headers)``. An exception that nobody foresaw is told as ``internal``."""
    if isinstance(error, Explained):
        return {**refusal_body(error.refused, status=error.status), **error.extensions}, error.headers
    if isinstance(error, Refused):
        return refusal_body(error), {}
    if isinstance(error, NotPermitted):
        return lacking(error.permission), {}
    if isinstance(error, rest.APIException):
        return _framework(error)
    for kinds, code in _DJANGO:
        if isinstance(error, kinds):
            headers = {"Retry-After": "5"} if code == "busy" else {}
            return body_of(code, problem_type(code).status), headers
    return body_of("internal", 500), {}


_DJANGO: tuple[tuple[type[Exception], str], ...] = (
    (Http404, "not-found"),
    (PermissionDenied, "unit-not-permitted"),
    (RequestDataTooBig, "too-large"),
    (OperationalError, "busy"),
)


def refusal_body(refused: Refused, *, status: int = 0) -> Body:
    """Return the problem of a refusal, without its ``type``."""
    body = body_of(refused.code, status or refused.status, refused.title, refused.detail, refused.advice)
    if refused.event_id:
        body["event_id"] = refused.event_id
    errors = list(getattr(refused, "errors", ()))
    if refused.field:
        errors.append(error_at(refused.field, refused.code, refused.detail))
    if errors or isinstance(refused, InvalidInput):
        body["errors"] = errors
    return body


def lacking(permission: Permission) -> Body:
    """Return the problem of a role without ``permission``, in the words of whose task it is where there are any."""
    detail, advice = WHOSE_TASK.get(permission, ("", ""))
    return body_of("unit-not-permitted", 403, detail=detail, advice=advice, needed=str(permission))


def body_of(code: str, status: int, title: str = "", detail: str = "", advice: str = "", **more: Any) -> Body:
    """Return a problem; what is not given is taken from the registry."""
    kind = problem_type(code)
    return {
        "code": code,
        "status": status,
        "title": title or kind.title,
        "detail": detail or kind.detail,
        "advice": advice or kind.advice,
        "instance": f"urn:uuid:{uuid4()}",
        **more,
    }


def error_at(pointer: str, code: str, message: str) -> Body:
    """Return one member of ``errors``. ``pointer``: a field's name or a JSON Pointer."""
    return {
        "pointer": pointer if pointer.startswith("/") else f"/{pointer}",
        "code": code,
        "message": message,
    }


def type_uri(code: str, request: Any = None) -> str:
    """Return the address of the problem's page in this deployment."""
    path = f"/problems/{code}"
    try:
        return str(request.build_absolute_uri(path)) if request is not None else settings.PUBLIC_URL + path
    except Exception:  # a host that is not ours is itself the problem
        return path


def _framework(error: rest.APIException) -> tuple[Body, dict[str, str]]:
    """Django REST framework's own exceptions."""
    if isinstance(error, rest.ValidationError):
        return body_of("validation", 400, errors=validation_errors(error.detail, error.get_codes())), {}
    if isinstance(error, rest.Throttled):
        wait = str(int(getattr(error, "wait", None) or 1) + 1)
        return body_of("rate-limited", 429), {"Retry-After": wait}
    if isinstance(error, rest.NotAuthenticated | rest.AuthenticationFailed):
        code = str(error.get_codes())
        code = code if code.startswith("token-") else "token-missing"
        header = getattr(error, "auth_header", None) or 'Bearer realm="lus"'
        return body_of(code, error.status_code), {"WWW-Authenticate": header}
    if isinstance(error, rest.PermissionDenied):
        code = str(error.get_codes())
        return body_of(
            code if code in ("assignment-missing", "csrf-failed") else "unit-not-permitted", 403
        ), {}
    code = _BY_STATUS.get(error.status_code, "internal")
    return body_of(code, error.status_code), {}


_BY_STATUS = {
    400: "malformed",
    404: "not-found",
    405: "method-not-allowed",
    406: "not-acceptable",
    415: "media-type",
}


def validation_errors(detail: Any, codes: Any, at: str = "") -> list[Body]:
    """Flatten a serializer's nested errors to ``[{pointer, code, message}]`` with JSON Pointers."""
    if isinstance(detail, Mapping):
        return [
            error
            for name, inner in detail.items()
            for error in validation_errors(
                inner, codes[name], at if name == "non_field_errors" else f"{at}/{name}"
            )
        ]
    if isinstance(detail, Sequence) and not isinstance(detail, str):
        return [
            error
            for index, inner in enumerate(detail)
            for error in validation_errors(
                inner, codes[index], f"{at}/{index}" if isinstance(inner, Mapping | list) else at
            )
        ]
    return [{"pointer": at, "code": str(codes), "message": str(detail)}]


def _report(error: Exception, context: Mapping[str, Any]) -> None:
    """Log what nobody foresaw, as Django would have, and let listeners know."""
    logger.error("An API view failed: %s", type(error).__name__, exc_info=error)
    view = context.get("view")
    got_request_exception.send(sender=type(view), request=context.get("request"))
