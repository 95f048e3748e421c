"""The patient's own information as a page to read and print, and as a PDF; each look and download is logged."""

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from discharge.queries.case_page import CasePage, case_page
from lus.refusals import NotThere
from lus.web.words import clock, day_heading

from .letter_pdf import letter_pdf
from .person_words import person_words
from .summary_words import letter, may_read
from .who_asks import who_asks

LARGE = "large"
FILE_NAME = "utskrivningsinformation.pdf"


@never_cache
@require_GET
def patient_summary(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Show the information; ``?size=large`` in large print. Other units see it when it has been sent to them."""
    viewer, at = who_asks(request)
    page = case_page(viewer, case_id, at=at, action="patient_summary")
    address = reverse("patient_summary", args=[case_id])
    shown = {
        "letter": letter(page, at) if may_read(page, viewer) else None,
        "large": request.GET.get("size") == LARGE,
        "person": person_words(page, at),
        "back_url": f"{reverse('case', args=[case_id])}?section=handover#section",
        "sizes": {"normal": address, "large": f"{address}?size={LARGE}"},
        "pdf": pdf_links(case_id),
        "footer": _footer(page, at),
    }
    return render(request, "discharge/patient_summary.html", shown)


@never_cache
@require_GET
def patient_summary_pdf(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Return the PDF. 404 when there is nothing that the viewer may read."""
    viewer, at = who_asks(request)
    page = case_page(viewer, case_id, at=at, action="patient_summary_pdf")
    if not may_read(page, viewer):
        raise NotThere
    large = request.GET.get("size") == LARGE
    content = letter_pdf(letter(page, at), large=large, footer=_footer(page, at))
    headers = {"Content-Disposition": f'attachment; filename="{FILE_NAME}"'}
    return HttpResponse(content, content_type="application/pdf", headers=headers)


def pdf_links(case_id: UUID) -> dict[str, str]:
    """Return the addresses of the PDF, ``normal`` and ``large``."""
    address = reverse("patient_summary_pdf", args=[case_id])
    return {"normal": address, "large": f"{address}?size={LARGE}"}


def _footer(page: CasePage, at: datetime) -> str:
    version = len(page.facts.leaving.summaries)
    today = at.date()
    return f"Version {version}. Utskrivet {day_heading(today, today).removeprefix('I dag, ')} {clock(at)}."
