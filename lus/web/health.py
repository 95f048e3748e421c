"""Is this process alive, and may it be sent patients' requests?"""

from threading import Event

from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

_complete = Event()  # what is applied stays applied while this process lives: the files are read once


@require_safe
@never_cache
def livez(request: HttpRequest) -> JsonResponse:
    """Answer 200: the process can answer. It asks nothing else, so a slow database does not restart it."""
    return JsonResponse({"alive": True})


@require_safe
@never_cache
def readyz(request: HttpRequest) -> JsonResponse:
    """Answer 200 when the database answers and has all migrations, else 503.

    Redis is not asked: without it wake-ups are late by seconds, but nothing is lost and everybody can work.
    """
    try:
        missing = 0 if _complete.is_set() else _missing_migrations()
        _ask_database()
    except OperationalError:
        return JsonResponse({"ready": False, "why": "the database does not answer"}, status=503)
    if missing:
        return JsonResponse({"ready": False, "why": f"{missing} migrations are not applied"}, status=503)
    _complete.set()
    return JsonResponse({"ready": True})


def _ask_database() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def _missing_migrations() -> int:
    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
