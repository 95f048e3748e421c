"""One page for every change of a unit's own settings: tells what it means, asks, does it once, leads back."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from discharge.forms.setting_form import SettingForm
from lus.organisations.roles import Permission
from lus.refusals import NotThere, Refused
from lus.web.forms_refused import attach_refusal
from lus.web.idempotency import new_key, once

from .who_asks import who_asks


@dataclass(frozen=True, slots=True)
class SettingAct:
    """One row per change. ``perform`` takes ``actor``, ``at`` and the form's arguments; ``back``: an address's name."""

    name: str
    path: str
    perform: Callable[..., Any]
    form: type[SettingForm]
    title: str
    button: str
    told: str
    done: str
    back: str
    danger: bool = False


@never_cache
def setting_act(request: HttpRequest, row: SettingAct) -> HttpResponse:
    """Show the change, or make it. 403 for an assignment that may not administer the unit."""
    viewer, at = who_asks(request)
    viewer.require(Permission.ADMINISTER_UNIT)
    given: dict[str, Any] = {"viewer": viewer, "at": at, "asked": request.GET.dict()}
    if request.method != "POST":
        return _page(request, row, row.form(initial={"idempotency_key": new_key()}, **given))
    form = row.form(request.POST, **given)
    if not form.is_valid():
        return _page(request, row, form, status=422)
    try:
        _once(request, row, form)
    except NotThere:
        raise
    except Refused as said:
        said.field = form.refusal_fields.get(said.field, said.field)
        return _page(request, row, form, status=attach_refusal(form, said))
    messages.success(request, row.done)
    return redirect(row.back)


def _once(request: HttpRequest, row: SettingAct, form: SettingForm) -> None:
    viewer, at = who_asks(request)
    assert viewer.user_id is not None

    def perform() -> dict[str, Any]:
        row.perform(actor=viewer, at=at, **form.arguments())
        return {}

    once(viewer.user_id, form.cleaned_data["idempotency_key"], row.name, request.POST, perform)


def _page(request: HttpRequest, row: SettingAct, form: SettingForm, status: int = 200) -> HttpResponse:
    shown = {
        "heading": row.title,
        "row": row,
        "form": form,
        "back_url": reverse(row.back),
        "back_label": "Stäng",
    }
    return render(request, "discharge/setting_act.html", shown, status=status)
