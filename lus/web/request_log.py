"""One line in the log for each request: route, status and milliseconds, never the address or what was sent.

The route is its pattern (`discharge/cases/<uuid:case_id>/`), so a line names no patient and no case.
"""

import logging
import time
import uuid
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from lus.logs import request_id

logger = logging.getLogger("lus.request")
_QUIET = {"livez", "readyz"}  # asked every few seconds by the machine


class RequestLog:
    """Outermost middleware: gives the request an id, returns it as `X-Request-ID`, logs the answer."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request and log it."""
        started = time.perf_counter()
        token = request_id.set(uuid.uuid4().hex)
        try:
            response = self.get_response(request)
            response["X-Request-ID"] = request_id.get()
            route = _route(request)
            if route not in _QUIET:
                spent = (time.perf_counter() - started) * 1000
                logger.info("%s %s %s %.0f ms", request.method, route, response.status_code, spent)
            return response
        finally:
            request_id.reset(token)


def _route(request: HttpRequest) -> str:
    match = request.resolver_match
    return match.route or "/" if match else "(no route)"
