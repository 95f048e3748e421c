"""Markörer: opaque and signed, so that a client can go on but never steer where."""

from typing import Any
from urllib.parse import urlencode

from django.core import signing
from rest_framework.request import Request
from rest_framework.response import Response

from .problems import BadRequest, error_at

DEFAULT_LIMIT, MAX_LIMIT = 50, 100


def sign(listing: str, values: list[Any]) -> str:
    """Return a cursor of the list ``listing``; ``values`` are JSON."""
    return signing.dumps(values, salt=f"cursor.{listing}", compress=False)


def read(listing: str, cursor: str) -> list[Any]:
    """Return what ``sign`` was given. Raises BadRequest for a changed cursor, or one of another list."""
    try:
        values = signing.loads(cursor, salt=f"cursor.{listing}")
    except signing.BadSignature:
        raise BadRequest("cursor-invalid", errors=[_at("cursor", "cursor-invalid")]) from None
    return list(values)


def parameters(request: Request, *allowed: str) -> dict[str, str]:
    """Return the query parameters. Raises BadRequest for an unknown or repeated one."""
    wrong = [
        name
        for name in request.query_params
        if name not in allowed or len(request.query_params.getlist(name)) > 1
    ]
    if wrong:
        raise BadRequest("unknown-parameter", errors=[_at(name, "unknown-parameter") for name in wrong])
    return {name: request.query_params[name] for name in request.query_params}


def limit_of(given: dict[str, str]) -> int:
    """Return ``limit``: 1–100, 50 when it is not given. Raises BadRequest."""
    text = given.get("limit", str(DEFAULT_LIMIT))
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:4]) <= MAX_LIMIT and len(text) < 4):
        raise BadRequest(
            "validation", f"limit är ett tal mellan 1 och {MAX_LIMIT}.", errors=[_at("limit", "validation")]
        )
    return int(text)


def page(request: Request, results: list[Any], following: str | None) -> Response:
    """Return ``{"results", "next"}``, with the same address in the ``Link`` header (RFC 8288)."""
    address = None
    if following is not None:
        query = {name: request.query_params[name] for name in request.query_params} | {"cursor": following}
        address = request.build_absolute_uri(f"{request.path}?{urlencode(query)}")
    headers = {"Link": f'<{address}>; rel="next"'} if address else None
    return Response({"results": results, "next": address}, headers=headers)


def _at(name: str, code: str) -> dict[str, Any]:
    return error_at(name, code, f"Parametern {name}.")
