"""*Tavlan*: the open cases of our units, the same rows and figures for everybody who shares a case."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from discharge.queries.board import PAGE_SIZE, board, board_mark
from discharge.queries.board_choice import Choice, choice_of
from discharge.queries.unseen import unseen_in
from lus.swedish_time import local_date
from lus.web.words import clock, clock_with_seconds, day

from .board_address import address_with
from .board_choice import choice_words
from .board_words import BOXES, board_lines, cohort_boxes, totals
from .live_part import fetches_itself, headers_of, private, tag_of, unchanged
from .who_asks import who_asks

PART = "board-part"


@require_safe
def board_page(request: HttpRequest) -> HttpResponse:
    """Show the board, or for htmx the part that moves; 304 when nothing has changed since the part was shown."""
    viewer, at = who_asks(request)
    choice = choice_of(dict(request.GET.lists()))
    view = choice.view
    part = fetches_itself(request, PART)
    known = request.headers.get("If-None-Match", "")
    if part and known and known == tag_of(board_mark(viewer, at=at, choice=choice), viewer, request, at):
        return unchanged(known)
    page = _page_number(request)
    shown = board(viewer, at=at, view=view, offset=(page - 1) * PAGE_SIZE, choice=choice)
    news = unseen_in(viewer, [row.case["pk"] for row in shown.rows], at=at)
    lines = board_lines(shown, viewer.unit_ids, at, news)
    tag = tag_of(shown.cohorts.mark, viewer, request, at)
    context: dict[str, Any] = {
        "lines": lines,
        "cohorts": cohort_boxes(shown.cohorts, choice, at),
        "totals": totals(lines, shown.shown_of),
        "heading": next(name for key, name, _ in BOXES if key == view),
        "view": view,
        "filtered": view != "all" or choice.filters,
        "choose": None if part else choice_words(viewer, choice, opened="choose" in request.GET),
        "hide": " ".join(choice.hide),
        "pages": _pages(shown.shown_of, page, choice),
        "seen": [line.seen for line in lines if line.news],
        "live_headers": "" if "print" in request.GET else headers_of(tag),
        "address": f"{request.path}?{request.GET.urlencode()}",
        "print_url": address_with(choice, print="1"),
        "printing": "print" in request.GET,
        "unit": viewer.unit_name,
        "checked": clock_with_seconds(at),
        "printed_at": f"{day(local_date(at), local_date(at))} {local_date(at).year} {clock(at)}",
    }
    template = "discharge/_board_part.html" if part else "discharge/board.html"
    answer = render(request, template, context)
    answer["ETag"] = tag
    return private(answer)


def _page_number(request: HttpRequest) -> int:
    wanted = request.GET.get("page", "1")
    return max(1, int(wanted)) if wanted.isascii() and wanted.isdigit() and len(wanted) < 6 else 1


def _pages(total: int, page: int, choice: Choice) -> dict[str, Any] | None:
    if total <= PAGE_SIZE:
        return None
    first, last = (page - 1) * PAGE_SIZE + 1, min(page * PAGE_SIZE, total)
    return {
        "first": first,
        "last": last,
        "total": total,
        "previous_url": address_with(choice, page=str(page - 1)) if page > 1 else "",
        "next_url": address_with(choice, page=str(page + 1)) if last < total else "",
    }
