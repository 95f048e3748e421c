"""*Väggskärm*: the board without names, on a screen that nobody is signed in at; and the code that lets it in."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from discharge.queries.board import BoardRow
from discharge.queries.visible import open_cases
from discharge.queries.wall import age_band, wall_mark, wall_rows
from lus.organisations.queries import units_by_id
from lus.swedish_time import local_date
from lus.web.wall_screens import (
    CODE_LIVES,
    SCREEN_LIVES,
    end_screens,
    make_code,
    open_screen,
    screens_of,
    units_of_screen,
)
from lus.web.words import clock, clock_with_seconds, day

from .board_words import SHORT
from .listed_duty import duty_sentence
from .listed_state import state_words
from .listed_units import unit_letters
from .live_part import fetches_itself, headers_of, unchanged
from .who_asks import who_asks

PART = "wall-part"
Words = dict[str, Any]


def cookie_name() -> str:
    return "__Host-lus_wall" if settings.PRODUCTION else "lus_wall"


@never_cache
@require_http_methods(["GET", "POST"])
def wall_page(request: HttpRequest) -> HttpResponse:
    """Show the wall's board, or ask for the code. Open to all: the screen's own key is what lets it in."""
    at: datetime = request.at  # type: ignore[attr-defined]
    if request.method == "POST":
        return _let_in(request, at)
    screen = units_of_screen(request.COOKIES.get(cookie_name(), ""), at=at)
    if screen is None:
        return render(request, "discharge/wall_code.html", {"refused": False})
    unit_id, unit_ids = screen
    tag = f'"{wall_mark(unit_ids, local_date(at))}.{local_date(at)}"'
    if fetches_itself(request, PART) and request.headers.get("If-None-Match") == tag:
        return unchanged(tag)
    unit = units_by_id([unit_id]).get(str(unit_id))
    shown = {
        "unit": unit.name if unit else "",
        "rows": [_row(row, at) for row in wall_rows(unit_ids, at=at)],
        "checked": clock_with_seconds(at),
        "live_headers": headers_of(tag),
    }
    return render(request, "discharge/wall.html", shown)


def _let_in(request: HttpRequest, at: datetime) -> HttpResponse:
    key = open_screen(request.POST.get("code", "")[:20], at=at)
    if not key:
        return render(request, "discharge/wall_code.html", {"refused": True}, status=422)
    answer = redirect("wall")
    answer.set_cookie(
        cookie_name(),
        key,
        max_age=int(SCREEN_LIVES.total_seconds()),
        secure=settings.PRODUCTION,
        httponly=True,
        samesite="Strict",
    )
    return answer


@never_cache
@require_http_methods(["GET", "POST"])
def wall_screens_page(request: HttpRequest) -> HttpResponse:
    """Make a code for a screen (POST), end the unit's screens (POST ``end``), or show which are on."""
    viewer, at = who_asks(request)
    open_cases(viewer)  # asks whether the assignment may see cases at all
    code = ""
    if request.method == "POST" and "end" in request.POST:
        end_screens(viewer, at=at)
        return redirect("wall_screens")
    if request.method == "POST":
        code = make_code(viewer, at=at)
    shown = {
        "unit": viewer.unit_name,
        "code": f"{code[:4]}-{code[4:]}" if code else "",
        "minutes": int(CODE_LIVES.total_seconds() // 60),
        "hours": int(SCREEN_LIVES.total_seconds() // 3600),
        "address": f"{settings.PUBLIC_URL}/wall/",
        "screens": [clock(screen.ends_at) for screen in screens_of(viewer, at=at)],
    }
    return render(request, "discharge/wall_screens.html", shown)


def _row(row: BoardRow, at: datetime) -> Words:
    """A row without anybody in it: not the ward either, whose name may tell what the patient is ill with."""
    case, duty = row.case, row.next_step
    expected = case["expected_discharge"]
    return {
        "code": case["reference"],
        "age": age_band(row.person.age, protected=row.person.is_protected),
        "state": state_words(case, [unit.state for unit in row.units], at),
        "units": [] if row.person.is_protected else unit_letters(row.units, at),
        "next": (SHORT.get(duty.code) or duty_sentence(duty.code)) if duty else "–",
        "expected": day(expected, local_date(at)) if expected else "Ej satt",
    }
