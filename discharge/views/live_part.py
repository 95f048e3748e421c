"""Direktuppdatering: a page that fetches itself says what it has, and gets 304 when that is still so."""

import json
from datetime import datetime
from hashlib import sha256

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control

from lus.organisations.actor import Actor
from lus.swedish_time import local_date
from lus.web.shell import product_version


def tag_of(mark: str, viewer: Actor, request: HttpRequest, at: datetime) -> str:
    """Say in one word what the answer depends on: the cases, who looks, the filter, the day and the version."""
    seen = (mark, viewer.assignment_id, request.GET.urlencode(), local_date(at), product_version())
    return f'"{sha256(repr(seen).encode()).hexdigest()[:32]}"'


def headers_of(tag: str) -> str:
    """What the part says when it fetches itself (JSON for htmx); a fetch of its own keeps nobody signed in."""
    return json.dumps({"X-Background": "1", "If-None-Match": tag})


def fetches_itself(request: HttpRequest, part: str) -> bool:
    return request.headers.get("HX-Target") == part


def unchanged(tag: str) -> HttpResponse:
    return private(HttpResponse(status=304, headers={"ETag": tag}))


def private(answer: HttpResponse) -> HttpResponse:
    """Let no browser or proxy keep the answer."""
    patch_cache_control(answer, private=True, no_store=True)
    return answer
