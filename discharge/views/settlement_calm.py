"""*Mars 2026: granskad av båda sidor*: how far the month's review has come, in one line, for those in the case."""

from discharge.queries.case_page import CasePage
from discharge.rules.facts_of_settlement import SIDES, MonthReview
from discharge.rules.settlement_line import (
    Standing,
    fingerprint,
    first_of,
    in_month,
    needs_two_persons,
    standing,
)

from .settlement_words import SIDE_WORDS, month_words


def review_lines(page: CasePage) -> list[str]:
    """Return one sentence for each month that somebody has said something of, oldest first."""
    reviews = sorted(page.facts.reviews, key=lambda review: review.month)
    return [f"{month_words(first_of(one.month)).capitalize()}: {_how(one, page)}." for one in reviews]


def _how(review: MonthReview, page: CasePage) -> str:
    part = in_month(page.ledger, first_of(review.month))
    now = fingerprint(part) if part else ""
    return _words(standing(review, now, two_persons=needs_two_persons(page.facts)))


def _words(how: Standing) -> str:
    if how.state == "reviewed":
        return "granskad av båda sidor"
    said = {
        "settled": "granskningen är avslutad",
        "disputed": "bestridd, väntar på regionens svar",
        "answered": "bestridandet är besvarat",
        "new": "granskas",
    }[how.state]
    sides = [SIDE_WORDS[side] for side in how.approved_by]
    return f"{said}, godkänd av {sides[0]}" if 0 < len(sides) < len(SIDES) else said
