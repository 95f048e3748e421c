"""Varifrån?: the address that a request comes from, as the limit for guessing needs it."""

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """Return the client's address, "" when there is none.

    In production every request comes from our proxy, which writes the client's address last in ``X-Forwarded-For``.
    Elsewhere nobody vouches for that header, and the connection's own address counts.
    """
    forwarded = request.headers.get("X-Forwarded-For", "") if settings.PRODUCTION else ""
    return forwarded.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR", "")
