"""*Enheten*: how the unit is set up, for its administrator. A list of sections; no patients here."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from discharge.queries.closed_units import left_behind
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission

from .who_asks import who_asks


@dataclass(frozen=True, slots=True)
class Section:
    """One section of the page. ``shown``: whether the administrator's unit has it."""

    name: str
    label: str
    what: str
    shown: Callable[[Actor], bool] = lambda actor: True


# One row for each section; whoever builds another adds a row.
SECTIONS: tuple[Section, ...] = (
    Section("opening_hours", "Öppettider och helg", "Veckan, undantag och röda dagar."),
    Section("notification_settings", "Aviseringar", "Kanaler, tider, test och leveranser."),
    Section("escalation", "Eskalering", "Vem som får veta när ett meddelande är oläst."),
    Section("video_hosts", "Videotjänster", "Var digitala möten får hållas utan fråga."),
    Section("on_call", "Jourlista", "Vem som nås när mottagningen är stängd."),
    Section(
        "change_routing_rules", "Mottagning och routing", "Vart ärenden går, i ordning. Provkör före ändring."
    ),
    Section("routing_errors", "Felrouting", "Hur ofta meddelanden kom till fel enhet, och varför."),
)


@never_cache
@require_safe
def unit_page(request: HttpRequest) -> HttpResponse:
    """Show the sections, and what a closed unit has left behind. 403 for an assignment that does not administer."""
    actor, _ = who_asks(request)
    actor.require(Permission.ADMINISTER_UNIT)
    sections = [
        {"label": row.label, "what": row.what, "url": reverse(row.name)}
        for row in SECTIONS
        if row.shown(actor)
    ]
    left = [
        {
            "name": item.unit.name,
            "closed": item.unit.closed_on,
            "count": len(item.codes),
            "codes": item.codes,
            "unread": item.unread,
        }
        for item in left_behind(actor)
    ]
    return render(
        request, "discharge/unit.html", {"unit": actor.unit_name, "sections": sections, "left": left}
    )
