"""*Min tur*: what our unit must do now, and how long is left. Everybody's first page."""

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from discharge.queries.my_turn import my_turn, turn_mark
from discharge.queries.unseen import unseen_in
from lus.organisations.roles import Permission
from lus.web.words import clock_with_seconds

from .live_part import fetches_itself, headers_of, tag_of, unchanged
from .my_turn_words import done_lines, seen_values, turn_groups, turn_head, waiting_lines
from .turn_claims import claim_views, in_view
from .who_asks import who_asks

PART = "turn-part"


@require_safe
@never_cache
def my_turn_page(request: HttpRequest) -> HttpResponse:
    """Show the unit's duties in groups by time left; 304 for the part when nothing has changed since it was shown.

    An administrator, who reads no patients, begins at *Enheten*; a settlement officer at the month's lines, a
    receiver of deviations at the register.
    """
    viewer, at = who_asks(request)
    if not viewer.may(Permission.SEE_CASES) and viewer.may(Permission.ADMINISTER_UNIT):
        return redirect("unit")
    if not viewer.may(Permission.SEE_CASES) and viewer.may(Permission.SETTLE):
        return redirect("settlement")
    if not viewer.may(Permission.SEE_CASES) and viewer.may(Permission.SEE_DEVIATIONS):
        return redirect("deviations")
    tag = tag_of(turn_mark(viewer, at=at), viewer, request, at)
    if fetches_itself(request, PART) and request.headers.get("If-None-Match") == tag:
        return unchanged(tag)
    turn = my_turn(viewer, at=at)
    view = request.GET.get("claim", "")
    from_ward = viewer.unit_kind not in ("ward", "hospital")
    shown = in_view(turn, view)
    news = unseen_in(viewer, list(shown.case_ids), at=at)
    groups = turn_groups(shown, at, news)
    context = {
        "head": turn_head([item.duty.due_at for item in turn.turns], at),
        "groups": groups,
        "views": claim_views(turn, view) if turn.turns else [],
        "view": view,
        "waiting": waiting_lines(turn, at),
        "done": done_lines(turn, at),
        "place": "Från" if from_ward else "Kommun",
        "may_register": viewer.may(Permission.REGISTER_STAY),
        "checked": clock_with_seconds(at),
        "token": get_token(request),
        "seen": seen_values(shown, news),
        "live_headers": headers_of(tag),
    }
    return render(request, "discharge/my_turn.html", context)
