"""*Reservrutin*: how old the list is, the paper forms, what remains after an outage. No patient on this page."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from discharge.views.who_asks import who_asks
from lus.downtime import snapshots
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.web.words import age, moment

Words = dict[str, Any]


@never_cache
@require_safe
def downtime_page(request: HttpRequest) -> HttpResponse:
    """Show the page to any assignment of the unit; the list only to who may see its cases."""
    viewer, at = who_asks(request)
    return render(request, "downtime/page.html", {"unit": viewer.unit_name, "list": _list(viewer, at)})


def _list(viewer: Actor, at: datetime) -> Words | None:
    """Return the list's age in words, ``{}`` when there is none, None for who sees no cases."""
    if not viewer.may(Permission.SEE_CASES):
        return None
    found = snapshots.latest(viewer.unit_id, at=at)
    if found is None:
        return {}
    return {
        "made": moment(found.made_at, at),
        "age": age(found.made_at, at),
        "checked": moment(found.checked_at, at),
        "expires": moment(found.expires_at, at),
        "count": found.case_count,
        "code": found.code,
        "is_old": at - found.checked_at > 2 * snapshots.EVERY,
    }
