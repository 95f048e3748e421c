"""Vem som frågar: rights come from the active assignment, never from the signed-in user."""

from typing import Any

from rest_framework.permissions import BasePermission
from rest_framework.request import Request

from lus.organisations.actor import Actor


class HasAssignment(BasePermission):
    """Allows who has an active assignment; the acts and the query doors decide the rest."""

    code = "assignment-missing"
    message = "Välj uppdrag först."

    def has_permission(self, request: Request, view: Any) -> bool:
        return isinstance(request.auth, Actor)
