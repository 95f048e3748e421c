"""En gång: an act by API is done once for each Idempotency-Key, in one transaction with its answer."""

import hashlib
import re
from collections.abc import Callable, Mapping
from typing import Any

from rest_framework.request import Request
from rest_framework.response import Response

from lus.organisations.actor import Actor
from lus.web.idempotency import MAX_LENGTH, once, with_files

from .problems import BadRequest

_VISIBLE = re.compile(r"[\x21-\x7e]{8,255}", re.ASCII)
JsonBody = dict[str, Any]


def key_of(request: Request) -> str:
    """Return the request's Idempotency-Key. Raises BadRequest when it is missing or has another form."""
    key = request.headers.get("Idempotency-Key", "")
    if not _VISIBLE.fullmatch(key):
        raise BadRequest("idempotency-key-missing")
    return key if len(key) <= MAX_LENGTH else hashlib.sha256(key.encode()).hexdigest()


def answer_once(
    request: Request, viewer: Actor, key: str, perform: Callable[[], JsonBody], *, location: str = ""
) -> Response:
    """Do ``perform`` unless the key has been used; answer 201 with its result, or the stored one.

    ``location`` may name members of the result: ``/api/v1/cases/{case_id}``. The result's ``version`` is the ETag.
    """
    assert viewer.assignment_id is not None
    sent = request.data if isinstance(request.data, Mapping) else {"": request.data}
    if request.FILES:
        sent = with_files(request.POST, request.FILES)
    result, replayed = once(viewer.assignment_id, key, f"POST {request.path}", sent, perform)
    answer = Response(result, status=201)
    if location:
        answer.headers["Location"] = location.format(**result)
    if "version" in result:
        answer.headers["ETag"] = f'"{result["version"]}"'
    if replayed:
        answer.headers["Idempotent-Replayed"] = "true"
    return answer
