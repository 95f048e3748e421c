"""*Mottagning och routing*: the list of rules, moved and tried in the page, and saved from a day on."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from discharge.actions.change_routing_rules import change_routing_rules, preview_routing_rules
from discharge.forms.routing_rules import FIELDS, RoutingForm, moved, rows_of
from discharge.queries.administered import list_of, lists_of, targets_of
from discharge.queries.directory import held_on
from lus.organisations.models import Route
from lus.organisations.routing_rules import RuleList, changes_of, planned_from
from lus.refusals import InvalidInput, Refused
from lus.swedish_time import local_date
from lus.web.forms_refused import attach_refusal
from lus.web.idempotency import new_key, once

from .routing_words import change_rows, preview_words, route_links
from .who_asks import who_asks


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def routing_rules_page(request: HttpRequest) -> HttpResponse:
    """Show a list, or move, try and save it. 403 for an assignment that does not administer."""
    actor, _ = who_asks(request)
    lists = lists_of(actor)
    if not lists:
        return render(request, "discharge/routing_rules.html", {"unit": actor.unit_name, "routes": []})
    asked = request.GET.get("list", "")
    chosen = list_of(actor, asked) if asked in Route.values else lists[0]
    if request.method == "POST":
        return _post(request, lists, chosen)
    return _page(request, lists, chosen, _stored(request, chosen))


def _stored(request: HttpRequest, chosen: RuleList) -> RoutingForm:
    _, at = who_asks(request)
    today = local_date(at)
    day = planned_from(chosen, today) or today
    held = held_on(chosen, targets_of(chosen), day)
    rows = [{name: getattr(rule, name) for name in FIELDS} for rule in held]
    first = {"valid_from": day, "idempotency_key": new_key()}
    return RoutingForm(chosen, rows=rows, initial=first)


def _post(request: HttpRequest, lists: Sequence[RuleList], chosen: RuleList) -> HttpResponse:
    do, rows = request.POST.get("do", "try"), rows_of(request.POST)
    if do not in ("try", "save"):
        first = {name: request.POST.get(name, "") for name in ("valid_from", "idempotency_key")}
        return _page(request, lists, chosen, RoutingForm(chosen, rows=moved(rows, do), initial=first))
    form = RoutingForm(chosen, request.POST, rows=rows)
    if not form.is_valid():
        return _page(request, lists, chosen, form, status=422)
    try:
        return _save(request, chosen, form) if do == "save" else _try(request, lists, chosen, form)
    except InvalidInput as said:
        if said.field == "rules":
            said.field = ""
        return _page(request, lists, chosen, form, status=attach_refusal(form, said))
    except Refused as said:
        if said.status == 403:
            raise
        return _page(request, lists, chosen, form, status=said.status, said=said)


def _arguments(request: HttpRequest, chosen: RuleList, form: RoutingForm) -> dict[str, Any]:
    actor, at = who_asks(request)
    day = form.cleaned_data["valid_from"]
    return {"route": chosen.route, "rules": form.rules(), "valid_from": day, "actor": actor, "at": at}


def _try(
    request: HttpRequest, lists: Sequence[RuleList], chosen: RuleList, form: RoutingForm
) -> HttpResponse:
    found, seal = preview_routing_rules(**_arguments(request, chosen, form))
    form.data = form.data.copy()  # type: ignore[attr-defined]
    form.data["previewed"] = seal  # type: ignore[index]
    return _page(request, lists, chosen, form, tried=preview_words(found, form))


def _save(request: HttpRequest, chosen: RuleList, form: RoutingForm) -> HttpResponse:
    actor, _ = who_asks(request)
    assert actor.user_id is not None

    def perform() -> dict[str, Any]:
        change = change_routing_rules(
            previewed=form.cleaned_data["previewed"], **_arguments(request, chosen, form)
        )
        return {"message": f"Sparat. Gäller från {change.valid_from.isoformat()}."}

    key = form.cleaned_data["idempotency_key"]
    result = once(actor.user_id, key, f"change_routing_rules {chosen.route}", request.POST, perform)[0]
    messages.success(request, result["message"])
    return redirect(f"{reverse('change_routing_rules')}?list={chosen.route}")


def _page(
    request: HttpRequest,
    lists: Sequence[RuleList],
    chosen: RuleList,
    form: RoutingForm,
    *,
    status: int = 200,
    said: Refused | None = None,
    tried: dict[str, Any] | None = None,
) -> HttpResponse:
    actor, at = who_asks(request)
    context = {
        "unit": actor.unit_name,
        "routes": route_links(lists, chosen),
        "form": form,
        "refusal": said,
        "tried": tried,
        "planned": planned_from(chosen, local_date(at)),
        "inside": chosen.route == Route.FORWARD,
        "changes": change_rows(changes_of(chosen), at),
        "back_url": reverse("unit"),
    }
    return render(request, "discharge/routing_rules.html", context, status=status)
