"""Kan månaden avslutas? (LUS 4 kap. 5 § och 5 kap.): what stands between a month's lines and a settlement.

Nothing is settled under an agreement that is only a shadow calculation, or that names no last day for corrections.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from .agreements import AgreementRecord
from .ledger import Ledger
from .settlement_line import next_month

Records = Mapping[tuple[str, int | None], AgreementRecord]

NO_DEADLINE = "Överenskommelsen har ingen sista dag för rättelse. Då fryses inget, och inget kan avräknas."
SHADOW = "Betalningsansvaret är inte aktiverat i överenskommelsen. Skuggberäkning avräknas inte."
BY_MEAN = "Överenskommelsen räknar på månadens medelvärde. Det avräknas inte här."


def agreements_of(part: Ledger, records: Records) -> list[AgreementRecord]:
    """Return the agreements that count the part's days, each once."""
    named = dict.fromkeys(
        (line.agreement_key, line.agreement_version) for line in part.lines if line.agreement_key
    )
    return [records[key] for key in named if key in records]


def why_not_settled(agreements: Iterable[AgreementRecord], *, shadow: bool) -> str:
    """Return why days under ``agreements`` cannot be settled at all, or "". ``shadow``: there are shadow days."""
    found = list(agreements)
    if shadow or any(one.payment_active_from is None for one in found):
        return SHADOW
    if any(one.correction_deadline_day is None for one in found):
        return NO_DEADLINE
    return BY_MEAN if any(one.model == "monthly_mean" for one in found) else ""


def corrections_until(first: date, agreements: Iterable[AgreementRecord]) -> date | None:
    """Return the last local day on which a correction of the month is taken: day N of the month after.

    The latest one when agreements differ; None when none of them says. A weekend does not move it.
    """
    days = [one.correction_deadline_day for one in agreements if one.correction_deadline_day]
    after = next_month(first)
    last = (next_month(after) - after).days
    return after.replace(day=min(max(days), last)) if days else None
