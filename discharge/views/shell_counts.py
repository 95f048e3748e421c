"""The figures of the menu and the bell, asked for only when a page's shell is drawn."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from discharge.queries.shell_figures import ShellFigures, shell_figures
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.web.asked import moment_of


class ShellCounts:
    """Middleware after the actor: hands `lus/web/shell.py` what only the apps know."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request; its figures cost one statement if the shell is drawn, else none."""
        actor: Actor | None = getattr(request, "actor", None)
        if actor is not None and actor.may(Permission.SEE_CASES):
            _offer(request, actor)
        return self.get_response(request)


def _offer(request: HttpRequest, actor: Actor) -> None:
    asked: list[ShellFigures] = []

    def figures() -> ShellFigures:
        if not asked:
            asked.append(shell_figures(actor, at=moment_of(request)))
        return asked[0]

    request.nav_counts = SimpleLazyObject(lambda: {"/": figures().turn})  # type: ignore[attr-defined]
    request.unread = SimpleLazyObject(lambda: figures().unseen)  # type: ignore[attr-defined]
