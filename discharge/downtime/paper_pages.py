"""Blanketter: make a pack, print it, count in what lies in the binder, void what is lost. No patient here."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from discharge.rules.paper_blanks import BLANKS
from discharge.views.who_asks import who_asks
from lus.downtime import paper_forms
from lus.organisations.models import Unit
from lus.refusals import InvalidInput, NotThere
from lus.web.idempotency import once

from .overview import overview
from .paper_pdf import paper_pdf


@never_cache
@require_POST
def make_paper_pack(request: HttpRequest) -> HttpResponseBase:
    """Make a pack for the own unit and go back to where it is printed; a second press gets the same pack."""
    viewer, at = who_asks(request)
    assert viewer.user_id is not None
    chosen = [form for form in BLANKS if form in request.POST.getlist("forms")]
    typed = request.POST.get("copies", "").strip()
    copies = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 4 else 0

    def perform() -> dict[str, str]:
        return {"pack": str(paper_forms.make_pack(viewer, chosen, copies, at=at))}

    try:
        made, _ = once(
            viewer.user_id, request.POST.get("idempotency_key", ""), "make_paper_pack", request.POST, perform
        )
    except InvalidInput as refused:
        return overview(request, refused=refused, chosen=chosen, copies=typed)
    return redirect(f"{reverse('downtime')}?pack={made['pack']}#forms")


@never_cache
@require_safe
def paper_pack_pdf(request: HttpRequest) -> HttpResponse:
    """Return the unit's own pack to print. 404 for another unit's."""
    viewer, _ = who_asks(request)
    try:
        pack_id = UUID(request.GET.get("pack", ""))
    except ValueError as error:
        raise NotThere from error
    forms = paper_forms.forms_of_pack(pack_id, viewer.unit_id)
    content = paper_pdf(forms, Unit.objects.get(pk=str(viewer.unit_id)))
    headers = {"Content-Disposition": 'inline; filename="blanketter.pdf"'}
    return HttpResponse(content, content_type="application/pdf", headers=headers)


@never_cache
@require_POST
def settle_paper_forms(request: HttpRequest) -> HttpResponseBase:
    """Count in the ticked forms, or void them with a reason (the button's ``do``)."""
    viewer, at = who_asks(request)
    ticked, is_void = request.POST.getlist("serial"), request.POST.get("do") == "void"
    try:
        if not ticked:
            raise InvalidInput("Ingen blankett är vald. Inget har sparats.", "Välj minst en.", field="serial")
        if is_void:
            count = paper_forms.void(ticked, viewer.unit_id, request.POST.get("why", ""), at=at)
        else:
            count = paper_forms.count_in(ticked, viewer.unit_id, at=at)
    except InvalidInput as refused:
        return overview(request, refused=refused, ticked=ticked)
    done = "makulerad" if is_void else "inräknad"
    messages.success(
        request, f"{count} {'blankett' if count == 1 else 'blanketter'} {done}{'e' if count != 1 else ''}."
    )
    return redirect(f"{reverse('downtime')}#binder")


@never_cache
@require_POST
def look_up_serial(request: HttpRequest) -> HttpResponseBase:
    """Tell what is known of a serial: which form, and whether it has been registered."""
    viewer, _ = who_asks(request)
    typed = request.POST.get("serial", "")
    try:
        return overview(request, found=paper_forms.look_up(typed, viewer.unit_id), typed=typed)
    except paper_forms.SerialUnknown as refused:
        return overview(request, refused=refused, typed=typed)
