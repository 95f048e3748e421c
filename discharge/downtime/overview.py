"""*Reservrutin*: how old the list is, the paper forms, what remains after an outage. No patient on this page."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from discharge.views.who_asks import who_asks
from lus.downtime import mode
from lus.downtime.models import PaperForm
from lus.downtime.outages import outages, the_return
from lus.downtime.paper_forms import at_large, to_chase
from lus.refusals import Refused
from lus.web.idempotency import new_key

from .overview_words import form_row, list_words, outage_row, pack_words, return_rows, serial_words

AT_MOST = 200
COPIES = "5"


@never_cache
@require_safe
def downtime_page(request: HttpRequest) -> HttpResponse:
    """Show the page to any assignment of the unit; the list only to who may see its cases."""
    return overview(request)


def overview(
    request: HttpRequest,
    *,
    refused: Refused | None = None,
    chosen: Sequence[str] | None = None,
    copies: str = COPIES,
    ticked: Sequence[str] = (),
    found: PaperForm | None = None,
    typed: str = "",
) -> HttpResponse:
    """Return the page, with what was typed and why it was refused."""
    viewer, at = who_asks(request)
    left = the_return(viewer.unit_id, mode.current(), at=at)
    chased = set(to_chase(viewer.unit_id, left.outage).values_list("serial", flat=True)) if left else set()
    forms = list(at_large(viewer.unit_id)[:AT_MOST])
    forms.sort(key=lambda form: form.serial not in chased)
    shown = {
        "unit": viewer.unit_name,
        "list": list_words(viewer, at),
        "refused": refused,
        "packs": pack_words(request.GET.get("pack", ""), chosen, copies),
        "forms": [form_row(form, chased, ticked, at) for form in forms],
        "why": request.POST.get("why", ""),
        "serial": {"typed": typed, **(serial_words(found, at) if found else {})},
        "left": return_rows(left, at) if left else [],
        "outages": [outage_row(row, at) for row in outages()],
        "key": new_key(),
    }
    return render(request, "downtime/page.html", shown, status=refused.status if refused else 200)
