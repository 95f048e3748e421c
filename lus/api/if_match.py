"""If-Match: the version that the client has seen, as the page's hidden field tells which one it showed."""

import re

from rest_framework.request import Request

from .problems import BadRequest, error_at

_TAG = re.compile(r'(?:W/)?"(\d{1,9})"', re.ASCII)


def etag(version: int) -> str:
    """Return the entity tag of a version."""
    return f'"{version}"'


def seen_version(request: Request, *, required: bool = False) -> int | None:
    """Return the version in ``If-Match``, or None when nothing is sent and nothing is required. Raises BadRequest."""
    text = request.headers.get("If-Match", "").strip()
    if not text:
        if required:
            raise BadRequest("if-match-required", status=428)
        return None
    match = _TAG.fullmatch(text)
    if match is None:
        error = error_at("If-Match", "validation", 'Skriv ärendets ETag, till exempel "7".')
        raise BadRequest("validation", errors=[error])
    return int(match[1])


def is_unchanged(request: Request, version: int) -> bool:
    """Tell whether ``If-None-Match`` names this version: the client has it already."""
    return etag(version) in request.headers.get("If-None-Match", "")
