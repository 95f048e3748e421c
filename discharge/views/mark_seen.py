"""*Markera som sett*: the dot *Nytt* goes away from the rows that were shown; what came after stays new."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from discharge.queries.unseen import mark_seen
from lus.web.safe_next import safe_next

from .who_asks import who_asks

AT_MOST = 200


@require_POST
def mark_seen_page(request: HttpRequest) -> HttpResponse:
    """Note each ``seen`` (``case:version``), leave out what is not the viewer's, and go back to ``next``."""
    viewer, _ = who_asks(request)
    versions: dict[UUID, int] = {}
    for value in request.POST.getlist("seen")[:AT_MOST]:
        case_id, _, version = value.partition(":")
        try:
            versions[UUID(case_id)] = min(int(version), 1_000_000)
        except ValueError:
            continue
    mark_seen(viewer, versions)
    return redirect(safe_next(request))
