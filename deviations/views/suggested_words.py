"""Ett förslag i ord: one row of the list, as a nurse reads it."""

from datetime import datetime
from typing import Any

from django.urls import reverse

from deviations.queries.suggested import Suggested
from deviations.rules.candidates.sentences import sentence_of
from deviations.rules.taxonomy import code_words
from lus.web.words import moment

SHOWN_AT_ONCE = 2


def by_case(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return ``{reference, case_url, rows, more}`` for each case, in the order of its newest offer.

    ``more``: what stands folded. Offers about cases that the viewer may not read stand together, without a code.
    """
    groups: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        groups.setdefault(row["reference"], []).append(row)
    return [
        {
            "reference": reference,
            "case_url": found[0]["case_url"],
            "rows": found[:SHOWN_AT_ONCE],
            "more": found[SHOWN_AT_ONCE:],
        }
        for reference, found in groups.items()
    ]


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
