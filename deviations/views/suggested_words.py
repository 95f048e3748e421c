"""Ett förslag i ord: one row of the list, as a nurse reads it."""

from datetime import datetime
from typing import Any

from django.urls import reverse

from deviations.queries.suggested import Suggested
from deviations.rules.candidates.sentences import sentence_of
from deviations.rules.taxonomy import code_words
from lus.web.words import moment


def offer_words(offer: Suggested, at: datetime) -> dict[str, Any]:
    """Return ``{evidence, when, category, to, reference, case_url, report_url, dismiss_url, postpone_url, later}``."""
    row = offer.row
    begins = reverse("report_deviation", args=[offer.case_id]) if offer.case_id else reverse("new_deviation")
    return {
        "evidence": sentence_of(row.detector, row.wording, row.values),
        "when": moment(row.so_from, at),
        "category": code_words(row.code),
        "from": row.offered_unit.name,
        "to": row.addressed_unit.name,
        "reference": offer.reference,
        "case_url": reverse("case", args=[offer.case_id]) if offer.case_id else "",
        "report_url": f"{begins}?candidate={row.pk}",
        "dismiss_url": reverse("dismiss_candidate", args=[row.pk]),
        "postpone_url": reverse("postpone_candidate", args=[row.pk]),
        "later": row.state == "later",
    }
