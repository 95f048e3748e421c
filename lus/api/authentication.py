"""Inloggning i API:et: the browser's session, or a personal demo token for one assignment."""

from dataclasses import replace
from typing import Any

from django.conf import settings
from django.utils import timezone
from rest_framework.authentication import SessionAuthentication, get_authorization_header
from rest_framework.exceptions import AuthenticationFailed, PermissionDenied
from rest_framework.request import Request

from lus.organisations.actor import Actor

from .demo_tokens import PREFIX, actor_of_token


class SessionOrDemoToken(SessionAuthentication):
    """Answers ``(user, Actor or None)``. A session must pass CSRF; a token works only in the demo."""

    def authenticate(self, request: Request) -> tuple[Any, Any] | None:
        scheme, _, token = get_authorization_header(request).decode("latin-1").partition(" ")
        if scheme.lower() == "bearer":
            return self._by_token(token.strip())
        found = super().authenticate(request)
        if found is None:
            return None
        actor = getattr(request._request, "actor", None)
        return found[0], replace(actor, source="api") if isinstance(actor, Actor) else None

    def authenticate_header(self, request: Request) -> str:
        return 'Bearer realm="lus"'

    def enforce_csrf(self, request: Request) -> None:
        try:
            super().enforce_csrf(request)
        except PermissionDenied as error:
            raise PermissionDenied("CSRF", code="csrf-failed") from error

    def _by_token(self, token: str) -> tuple[Any, Actor]:
        if not settings.DEMO or not token.startswith(PREFIX):
            raise AuthenticationFailed("Nyckeln gäller inte.", code="token-invalid")
        found = actor_of_token(token, at=timezone.now())
        if found is None:
            raise AuthenticationFailed("Nyckeln gäller inte.", code="token-invalid")
        user, actor = found
        if actor is None:
            raise AuthenticationFailed("Nyckeln har gått ut.", code="token-expired")
        return user, actor
