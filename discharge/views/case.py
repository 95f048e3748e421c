"""*Ärende*: one case as one unit sees it. Who it is, where in the process, what is next and whose."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from discharge.queries.case_news import case_mark
from discharge.queries.case_page import CasePage, case_page
from discharge.queries.recipients import municipality_name
from discharge.queries.unseen import note_seen, seen_until
from discharge.queries.ward_only import reads_more
from lus.organisations.actor import Actor
from lus.organisations.queries import units_by_id

from .banner_words import banner
from .block_words import block_marks
from .consent_words import IN_CONSENTS, consent_section
from .duty_words import clock_rows, duties_of
from .handover_words import handover_section
from .live_part import fetches_itself, headers_of, tag_of, unchanged
from .marks import chain_rows, earlier_consents, marks
from .message_words import messages_section, unread_count
from .more_acts import act_links, may_do, more_links
from .next_words import next_words
from .payment_words import payment_section
from .planning_dates_words import quick_dates
from .planning_words import planning_section
from .since_last import divide
from .sip_meeting_words import IN_PANEL, meeting_panel
from .sip_words import sip_section
from .step_words import step_bar
from .timeline_words import FILTERS, timeline
from .unit_words import unit_rows, ward_row
from .who_asks import who_asks

SECTIONS = (
    ("overview", "Översikt"),
    ("planning", "Planering"),
    ("messages", "Meddelanden"),
    ("sip", "SIP"),
    ("payment", "Betalningsansvar"),
    ("handover", "Överlämning"),
)
Words = dict[str, Any]
PART = "case-part"


@never_cache
@require_GET
def case(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Show the case; the same 404 for a case of others and for none. ``?section=`` chooses the lower part."""
    viewer, at = who_asks(request)
    known = request.headers.get("If-None-Match", "")
    if fetches_itself(request, PART) and known == tag_of(case_mark(viewer, case_id), viewer, request, at):
        return unchanged(known)
    looks = request.headers.get("X-Background") != "1"  # a page that fetches itself is not somebody who looks
    page = case_page(viewer, case_id, at=at, looks=looks)
    asked = request.GET.get("section", "")
    section = asked if asked in dict(SECTIONS) else "overview"
    seen = seen_until(viewer, case_id)
    if looks:
        note_seen(viewer, {case_id: page.facts.version})
    municipality = municipality_name(page.facts.registered_municipality)
    acts = may_do(viewer, page, at)
    duties = duties_of(page)
    shown = {
        "patient": banner(page, viewer, municipality, _listed_unit(page), at),
        "bar": step_bar(page, duties, at),
        "step": next_words(page, duties, viewer, acts, at),
        "clocks": clock_rows(page, viewer, duties, at),
        "units": unit_rows(page, acts, at),
        "ward": ward_row(page, at),
        "add_unit_url": _act_url("add_concerned_unit", acts, case_id),
        "dates": quick_dates(page, acts, at),
        "more": more_links(acts, case_id),
        "marks": [*marks(page, municipality, at), *block_marks(page, viewer, at)],
        "chain": [*chain_rows(page, at), *(earlier_consents(page) if reads_more(viewer, page.facts) else ())],
        "links": _links(page, viewer, section),
        "section": section,
        "live": {
            "case": page.case.pk,
            "version": page.facts.version,
            "url": reverse("case", args=[case_id]),
            "headers": headers_of(tag_of(str(page.case.version), viewer, request, at)),
        },
        "template": f"discharge/_case_{section}.html",
        **_section(request, page, viewer, acts, municipality, section, seen, at),
    }
    return render(request, "discharge/case.html", shown)


def _section(
    request: HttpRequest,
    page: CasePage,
    viewer: Actor,
    acts: list[str],
    municipality: str,
    section: str,
    seen: int | None,
    at: datetime,
) -> Words:
    makers: dict[str, Callable[[], Words]] = {
        "overview": lambda: _overview(request, page, viewer, seen, at),
        "planning": lambda: planning_section(page, viewer, acts, at),
        "messages": lambda: messages_section(page, viewer, acts, at),
        "sip": lambda: _sip(page, acts, at),
        "payment": lambda: payment_section(page, viewer, municipality, request.GET.get("day", ""), at),
        "handover": lambda: handover_section(page, viewer, acts, at),
    }
    return {"part": makers[section]()}


def _overview(request: HttpRequest, page: CasePage, viewer: Actor, seen: int | None, at: datetime) -> Words:
    kind, address = request.GET.get("show", ""), reverse("case", args=[page.case.pk])
    kind = kind if kind in dict(FILTERS) else ""
    typed = request.GET.get("page", "")
    number = max(1, int(typed)) if typed.isdecimal() and len(typed) < 4 else 1
    found = timeline(page, viewer, kind, number, at)
    found["days"] = divide(found["days"], page, viewer, seen)
    filters = [
        {
            "label": label,
            "url": f"{address}?show={key}#section" if key else f"{address}#section",
            "current": key == kind,
        }
        for key, label in FILTERS
    ]
    older = f"{address}?show={kind}&page={number + 1}#section" if found["has_older"] else ""
    return {**found, "filters": filters, "older_url": older}


def _sip(page: CasePage, acts: list[str], at: datetime) -> Words:
    found = sip_section(page, acts, at)
    people = reverse("meeting_people_of_case", args=[page.case.pk])  # a page of the app above
    urls = {act: reverse(act, args=[page.case.pk]) for act in acts if act in IN_PANEL}
    return {
        **found,
        "acts": act_links(found["acts"], page.case.pk),
        "consents": consent_section(page, at, _urls(acts, page.case.pk)),
        "meeting": meeting_panel(page, at, people, urls),
    }


def _links(page: CasePage, viewer: Actor, section: str) -> list[Words]:
    address = reverse("case", args=[page.case.pk])
    counts = {"messages": unread_count(page, viewer)}
    return [
        {
            "label": label,
            "url": f"{address}?section={key}#section",
            "current": key == section,
            "count": counts.get(key) or None,
        }
        for key, label in SECTIONS
    ]


def _listed_unit(page: CasePage) -> str:
    listed = page.case.person.listed_unit_id
    found = page.units.get(str(listed)) or units_by_id([listed]).get(str(listed)) if listed else None
    return found.name if found else ""


def _urls(acts: list[str], case_id: UUID) -> dict[str, str]:
    return {act: reverse(act, args=[case_id]) for act in acts if act in IN_CONSENTS}


def _act_url(act: str, acts: list[str], case_id: UUID) -> str:
    return reverse(act, args=[case_id]) if act in acts else ""
