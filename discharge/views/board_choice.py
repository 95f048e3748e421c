"""*Urval* and *Vyer* on Tavlan: the form that chooses, the choices that have a name, and the columns."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from discharge.queries.board_choice import COLUMNS, Choice, choice_of, places_of
from discharge.queries.recipients import municipality_names
from discharge.queries.visible import open_cases
from lus.organisations.actor import Actor
from lus.refusals import InvalidInput
from lus.web.models import SavedView
from lus.web.saved_views import pairs_of, remove_view, save_view, views_for

from .board_address import address_with
from .who_asks import who_asks

COLUMN_NAMES = dict(
    zip(COLUMNS, ("Kommun · spår", "Enheter", "Vårdkontakt · SIP", "Hemgångsklar · orsak"), strict=True)
)
TICKS = (("changed", "Ändrat sedan i går"), ("child", "Barn"), ("psychiatry", "Psykiatri"))
Words = dict[str, Any]


def choice_words(viewer: Actor, choice: Choice, *, opened: bool) -> Words:
    """Return what the panel needs. The lists of places are read only when it is open."""
    views = [_view(view, choice, viewer) for view in views_for(viewer)]
    words: Words = {"opened": opened, "views": views, "active": choice.filters or bool(choice.hide)}
    words["open_url"] = address_with(choice, choose="1")
    words["clear_url"] = address_with(Choice(view=choice.view))
    if opened:
        wards, codes = places_of(viewer)
        names = municipality_names(codes)
        words["wards"] = [{"key": key, "name": name, "on": key == choice.ward} for key, name in wards]
        words["municipalities"] = [
            {"key": code, "name": names.get(code, code), "on": code == choice.municipality} for code in codes
        ]
        words["ticks"] = [{"key": key, "name": name, "on": getattr(choice, key)} for key, name in TICKS]
        words["columns"] = [
            {"key": key, "name": name, "on": key in choice.hide} for key, name in COLUMN_NAMES.items()
        ]
        words["pairs"] = choice.pairs()
        words["view"] = choice.view
        words["own"] = [view for view in views if view["is_own"]]
    return words


def _view(view: SavedView, choice: Choice, viewer: Actor) -> Words:
    pairs = pairs_of(view)
    return {
        "id": view.pk,
        "label": f"{view.name} (enheten)" if view.is_shared else view.name,
        "url": f"?{urlencode(pairs)}",
        "current": pairs == choice.pairs(),
        "is_own": view.user_id == viewer.user_id,
    }


@require_POST
def board_views_page(request: HttpRequest) -> HttpResponse:
    """Save the choice that is posted under ``name``, or ``remove`` an own one; then back to the board."""
    viewer, _ = who_asks(request)
    open_cases(viewer)  # asks whether the assignment may see cases at all
    choice = choice_of(dict(request.POST.lists()))
    address = reverse("board")
    if "remove" in request.POST:
        _remove(request, viewer)
        return redirect(f"{address}{address_with(choice)}")
    try:
        save_view(
            viewer,
            name=request.POST.get("name", ""),
            choice=choice.pairs(),
            shared=request.POST.get("shared") == "1",
        )
    except InvalidInput as said:
        messages.error(request, said.detail)
        return redirect(f"{address}{address_with(choice, choose='1')}")
    messages.success(request, "Vyn är sparad.")
    return redirect(f"{address}{address_with(choice)}")


def _remove(request: HttpRequest, viewer: Actor) -> None:
    try:
        gone = remove_view(viewer, UUID(request.POST["remove"]))
    except ValueError:
        gone = False
    if gone:
        messages.success(request, "Vyn är borttagen.")
    else:
        messages.error(request, "Vyn finns inte, eller är någon annans.")
