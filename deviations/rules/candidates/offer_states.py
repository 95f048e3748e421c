"""Förslagets läge, och varför ett förslag inte blev någon avvikelse: keys for programs, words for the page."""

from datetime import timedelta
from typing import Final

STATES: Final = {
    "offered": "Föreslagen",
    "later": "Senare",
    "accepted": "Rapporterad",
    "dismissed": "Inte en avvikelse",
    "withdrawn": "Underlaget är rättat",
    "expired": "För gammal",
}
OPEN: Final = ("offered", "later")
REASONS: Final = {
    "in_time": "Det gjordes i tid",
    "agreed": "Vi hade kommit överens",
    "already_reported": "Redan rapporterat",
    "no_consequence": "Utan betydelse för den enskilde",
    "wrong_ground": "Underlaget stämmer inte",
    "not_ours": "Det gäller inte oss",
}
EXPIRES_AFTER: Final = timedelta(days=30)

# A detector that is so often wrong, over so many offers, is looked at by somebody.
REVIEW_OVER_PERCENT: Final = 70
REVIEW_FROM_OFFERS: Final = 50


def needs_review(dismissed: int, answered: int) -> bool:
    """Whether more than 70 percent of at least 50 answered offers were dismissed (intern rutin)."""
    return answered >= REVIEW_FROM_OFFERS and dismissed * 100 > answered * REVIEW_OVER_PERCENT
