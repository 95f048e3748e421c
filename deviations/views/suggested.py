"""*Föreslagna*: what the record says went wrong, to report, put off or dismiss. Nothing is sent from here by itself."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from deviations.actions.answer_candidate import CandidateTaken
from deviations.actions.dismiss_candidate import dismiss_candidate
from deviations.actions.postpone_candidate import postpone_candidate
from deviations.forms_of_candidates import DismissForm
from deviations.queries.detector_rates import detectors_to_review
from deviations.queries.suggested import MOST, offer_of, suggested
from deviations.rules.candidates.offer_states import OPEN
from discharge.views.who_asks import who_asks
from lus.organisations.roles import Permission
from lus.refusals import NotThere
from lus.web.forms_refused import attach_refusal
from lus.web.words import clock_with_seconds

from .register_tabs import SUGGESTED, register_tabs
from .suggested_words import by_case, offer_words


@never_cache
@require_GET
def suggested_page(request: HttpRequest) -> HttpResponse:
    """Show the open offers of the viewer's units; what was put off stands folded last."""
    viewer, at = who_asks(request)
    rows = [offer_words(one, at) for one in suggested(viewer, at=at)]
    shown = {
        "groups": by_case([row for row in rows if not row["later"]]),
        "later": [row for row in rows if row["later"]],
        "most": MOST if len(rows) == MOST else 0,
        "many_units": len(viewer.unit_ids) > 1,
        "views": register_tabs(viewer, SUGGESTED),
        "review": detectors_to_review(viewer),
        "checked": clock_with_seconds(at),
    }
    return render(request, "deviations/suggested.html", shown)


@never_cache
@require_http_methods(["GET", "POST"])
def dismiss_page(request: HttpRequest, candidate_id: str) -> HttpResponse:
    """Ask why, or dismiss. 404 for an offer of others, 409 for one that is answered."""
    actor, at = who_asks(request)
    actor.require(Permission.REPORT_DEVIATION)
    offer = offer_of(actor, read_id(candidate_id), at=at)
    if offer.row.state not in OPEN:
        return taken_page(request, CandidateTaken(offer.row))
    form = DismissForm(request.POST if request.method == "POST" else None, at=at)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                dismiss_candidate(
                    candidate_id=offer.row.pk, actor=actor, at=at, reason=form.cleaned_data["reason"]
                )
                return redirect("suggested_deviations")
            except CandidateTaken as said:
                status = attach_refusal(form, said)
    shown = {"form": form, "offer": offer_words(offer, at), "back_url": reverse("suggested_deviations")}
    return render(request, "deviations/dismiss.html", shown, status=status)


@never_cache
@require_POST
def postpone_page(request: HttpRequest, candidate_id: str) -> HttpResponse:
    """Put an offer off. 409 for one that is answered."""
    actor, at = who_asks(request)
    try:
        postpone_candidate(candidate_id=read_id(candidate_id), actor=actor, at=at)
    except CandidateTaken as said:
        return taken_page(request, said)
    return redirect("suggested_deviations")


def taken_page(request: HttpRequest, said: CandidateTaken) -> HttpResponse:
    """Say that a colleague was first, with the way to what was reported."""
    back = reverse("deviation", args=[said.number]) if said.number else reverse("suggested_deviations")
    return render(request, "errors/409.html", {"refusal": said, "back_url": back}, status=409)


def read_id(text: str) -> UUID:
    """Return the offer's id. Raises NotThere for anything else: such an offer is not there."""
    try:
        return UUID(text)
    except ValueError:
        raise NotThere from None
