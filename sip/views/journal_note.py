"""*Kopiera till journal*: the plan as plain text, with its code instead of a name and a number."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from discharge.views.who_asks import who_asks
from sip.queries.document_page import document_page

from .print_plan import paper_of
from .staff_print import staff_print

Words = dict[str, Any]


@never_cache
@require_GET
def journal_note(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """Show the latest locked version in a box to copy from. 404 for a plan of others."""
    viewer, at = who_asks(request)
    page = document_page(viewer, plan_id, at=at, action="sip_journal_note")
    back_url, refusal = reverse("sip_document", args=[plan_id]), page.refusal("print_plan")
    version = page.document.in_force or page.document.locked
    if refusal is not None or version is None:
        empty: Words = {"refusal": refusal, "code": page.plan.reference, "back_url": back_url}
        return render(request, "discharge/journal_note.html", empty)
    paper = replace(paper_of(page, {"language": "sv"}), name="")
    note = "\n".join(_lines(page.plan.reference, staff_print(page.document, version, paper)))
    shown = {
        "note": note,
        "rows": min(24, note.count("\n") + 2),
        "back_url": back_url,
        "code": page.plan.reference,
    }
    return render(request, "discharge/journal_note.html", shown)


def _lines(reference: str, words: Words) -> Iterator[str]:
    """The staff's paper, line by line: a heading, and under it what each row says."""
    yield f"{words['heading']}, ärende {reference}."
    yield " ".join(line for line in (words["mark"], words["foot"]) if line)
    for part in words["parts"]:
        yield ""
        yield part["heading"]
        yield from (f"  {line}" for line in (*part["lead"], *part["quote"]))
        for card in part["cards"]:
            yield "  " + " · ".join(_fact(fact) for fact in card["facts"])


def _fact(fact: dict[str, str]) -> str:
    return f"{fact['label']}: {fact['text']}" if fact["label"] else fact["text"]
