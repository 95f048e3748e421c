"""*Överenskommelser*: all records with what they say and lack, and the amounts per day. No patients here."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from discharge.queries.agreement_list import ShownAgreement, agreement_list, stored_amounts

from .agreement_words import agreement_words, amount_words
from .who_asks import who_asks

LEVELS = ("complete", "incomplete_shadow_ok", "incomplete")


@never_cache
@require_GET
def agreements_page(request: HttpRequest) -> HttpResponse:
    """Show every version, what waits for approval first. 403 for an assignment that may not see money."""
    viewer, _ = who_asks(request)
    found = sorted(agreement_list(viewer), key=_order)
    context = {
        "agreements": [agreement_words(shown, viewer) for shown in found],
        "amounts": [amount_words(amount) for amount in stored_amounts(viewer)],
    }
    return render(request, "discharge/agreements.html", context)


def _order(shown: ShownAgreement) -> tuple[bool, bool, int]:
    return not shown.is_newest, shown.proposal is None, LEVELS.index(shown.completeness.level)
