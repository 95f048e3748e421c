"""*Planens innehåll*: all sections of the plan, each row by itself, what matters to the person first."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from discharge.views.person_words import person_words
from discharge.views.who_asks import who_asks
from lus.organisations.actor import Actor
from sip.queries.document_page import DocumentPage, document_page
from sip.queries.older_goals import older_goals
from sip.queries.plan_page import PlanPage
from sip.rules.document.facts import DocumentFacts
from sip.rules.document.fold_document import fold_document
from sip.rules.document.topics import topics

from .document_acts import BUTTONS, TITLES
from .section_words import document_sections

Words = dict[str, Any]


@never_cache
@require_GET
def document_view(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """Show the document; ``?form=short`` hides what a short plan need not have. 404 for a plan of others."""
    viewer, at = who_asks(request)
    page = document_page(viewer, plan_id, at=at)
    is_short = _is_short(request.GET.get("form", ""), page)
    shown = {
        "person": person_words(page, at),
        "plan_url": reverse("sip_plan", args=[plan_id]),
        "stands": standing(page.document),
        "refusal": page.refusal("save_plan_row"),
        "withheld": page.withheld,
        "agenda": topics(page.document) if page.document.status == "drafting" else [],
        "sections": _shown(page, document_sections(page, at, is_short=is_short)),
        "views": views(plan_id, is_short=is_short),
        "papers": [] if page.refusal("print_plan") else papers(plan_id),
        "reuse": reuse_words(viewer, page),
        "acts": act_links(page, is_short=is_short),
    }
    return render(request, "sip/document.html", shown)


def _is_short(asked: str, page: DocumentPage) -> bool:
    """Kort SIP: as the address asks, else as the latest summons said."""
    meetings = page.process.sip.meetings
    return asked == "short" or (asked == "" and bool(meetings) and meetings[-1].short)


def _shown(page: DocumentPage, sections: list[Words]) -> list[Words]:
    """Leave out empty sections where rows are withheld: what may be shown, and nothing more."""
    return [one for one in sections if one["rows"]] if page.withheld else sections


def act_links(page: DocumentPage, *, is_short: bool = False) -> list[Words]:
    """Return what the viewer's unit can do with the document now, as links."""
    found = [act for act in BUTTONS if page.refusal(act) is None]
    short = {"lock_plan_version": "?short=on"} if is_short else {}
    return [
        {"label": TITLES[act], "url": reverse(act, args=[page.plan.pk]) + short.get(act, "")} for act in found
    ]


def reuse_words(viewer: Actor, page: DocumentPage) -> Words | None:
    """Return ``{text, url}`` when the person's earlier plan has goals that this one has not."""
    if page.refusal("reuse_goals"):
        return None
    older = older_goals(viewer, page.plan, page.document, at=page.at)
    if older is None:
        return None
    many = f"{len(older.goals)} mål därifrån" if len(older.goals) > 1 else "Ett mål därifrån"
    text = f"Personen har plan {older.earlier.plan.reference} sedan tidigare. {many} finns inte här."
    return {"text": text, "url": reverse("reuse_goals", args=[page.plan.pk])}


def papers(plan_id: UUID) -> list[Words]:
    """Return the ways to take the plan out of LUS."""
    return [
        {"label": "Skriv ut", "url": reverse("sip_print", args=[plan_id])},
        {"label": "Kopiera till journal", "url": reverse("sip_journal_note", args=[plan_id])},
    ]


def views(plan_id: UUID, *, is_short: bool) -> list[Words]:
    """Return the two ways to see the document."""
    address = reverse("sip_document", args=[plan_id])
    return [
        {"label": "Hela planen", "url": f"{address}?form=whole", "current": not is_short},
        {"label": "Kort SIP (10 min)", "url": f"{address}?form=short", "current": is_short},
    ]


def standing(document: DocumentFacts) -> str:
    """``Version 2 upprättad``, ``Utkast till version 1`` and so on."""
    in_force, locked = document.established_no, document.locked
    if document.status == "confirming" and locked is not None:
        return f"Version {locked.no} väntar på justering"
    if document.status == "established":
        return f"Version {in_force} är upprättad"
    return f"Utkast. Version {in_force} gäller" if in_force else "Utkast"


def plan_document(page: PlanPage) -> Words:
    """Return what the plan's page shows of its document: ``{url, stands, rows}``."""
    document = fold_document(page.own)
    return {
        "url": reverse("sip_document", args=[page.plan.pk]),
        "stands": standing(document),
        "rows": len(document.rows),
    }


def back_to(plan_id: UUID, section: str) -> str:
    """Return the address of the section in the document."""
    return f"{reverse('sip_document', args=[plan_id])}#section-{section}"
