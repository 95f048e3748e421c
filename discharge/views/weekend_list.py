"""*Helglista*: per municipality, who comes home and who receives; for the screen and for paper."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from discharge.queries.weekend_list import WeekendList, WeekendRow, weekend_list
from discharge.rules.facts import CaseFacts
from lus.opening_hours import Hours
from lus.swedish_time import local_date
from lus.web.words import day, moment

from .listed_person import listed_person
from .unit_words import hours_words
from .who_asks import who_asks

Words = dict[str, Any]


@never_cache
@require_safe
def weekend_list_page(request: HttpRequest) -> HttpResponse:
    """Show the list of the viewer's units. 403 for an assignment that sees no cases."""
    viewer, at = who_asks(request)
    found = weekend_list(viewer, at=at)
    groups: dict[str, list[Words]] = {}
    for row in found.rows:
        groups.setdefault(row.municipality, []).append(_row(row, found, at))
    today, last = local_date(at), found.friday + timedelta(days=3)
    shown = {
        "days": f"{day(found.friday, today)} till {day(last, today)}",
        "made": f"Skapad {moment(found.made, at)}"
        if found.made
        else "Skapas torsdag 12.00, uppdateras fredag 13.00",
        "groups": [{"name": name, "rows": rows} for name, rows in groups.items()],
        "unit": viewer.unit_name,
        "printed": moment(at, at),
        "practice": settings.DEMO,
    }
    return render(request, "discharge/weekend_list.html", shown)


def _row(row: WeekendRow, found: WeekendList, at: datetime) -> Words:
    facts, today = row.facts, local_date(at)
    ready = facts.open_spell is not None
    planned = day(facts.expected_discharge, today) if facts.expected_discharge else "inget datum"
    return {
        "person": listed_person(row.person, row.case.reference, reverse("case", args=[row.case.pk])),
        "ward": row.case.ward.name,
        "phone": row.case.ward.phone,
        "when": planned,
        "state": "Utskrivningsklar" if ready else "Beräknad",
        "is_new": row.is_new,
        "receivers": [_receiver(unit, found, at) for unit in facts.active_units],
        "medicines": _part(facts, "medicine_list", "Läkemedelslista"),
        "warning": facts.on_call.weekend is not None and facts.on_call.weekend.answered_at is None,
    }


def _receiver(concerned: Any, found: WeekendList, at: datetime) -> Words:
    unit = found.units[concerned.unit_id]
    hours: Mapping[str, Hours] = found.hours
    first = f", första kontakt {moment(concerned.first_contact_at, at)}" if concerned.first_contact_at else ""
    known = hours.get(concerned.unit_id)
    return {
        "name": unit.name,
        "phone": unit.phone,
        "hours": hours_words(known, at) if known else "",
        "what": f"{concerned.ready_what}{first}" if concerned.ready_at else "inte klar att ta emot",
    }


def _part(facts: CaseFacts, part: str, label: str) -> str:
    sent = any(event.name == "handover_sent" and part in event.data["parts"] for event in facts.events)
    return f"{label} skickad" if sent else f"{label} inte skickad"
