"""Belopp per vårddygn, LUS 5 kap. 6 § and förordning (2017:617): the yearly national average cost.

Fixed each year by Socialstyrelsen. The year of the day decides, never the invoice's. An amount that no named
person has checked against the regulation counts as missing; a missing amount is never zero and never last year's.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Final, Literal

from discharge.rules.agreements import AgreementRecord, Trust

AmountStatus = Literal["usable", "unverified", "missing"]
NATIONAL: Final = "socialstyrelsen"
UNVERIFIED_TEXT: Final = "belopp ej verifierat"


@dataclass(frozen=True, slots=True)
class LiabilityAmount:
    """Kr per day for one year. ``source`` is ``socialstyrelsen`` or an agreement key; amount None: not known."""

    source: str
    year: int
    amount_sek: Decimal | None
    regulation: str
    trust: Trust
    verified_by: str = ""
    verified_at: datetime | None = None

    @property
    def status(self) -> AmountStatus:
        if self.amount_sek is None:
            return "missing"
        return "usable" if self.trust == "fact" or self.verified_by else "unverified"


AMOUNTS: Final = (
    LiabilityAmount(NATIONAL, 2018, None, "HSLF-FS 2017:72 (endast numret känt)", "assumption"),
    LiabilityAmount(NATIONAL, 2019, Decimal(7800), "HSLF-FS 2018:67", "fact"),
    LiabilityAmount(NATIONAL, 2020, Decimal(8200), "", "secondary"),
    LiabilityAmount(NATIONAL, 2021, None, "", "assumption"),
    LiabilityAmount(NATIONAL, 2022, Decimal(9300), "", "secondary"),
    LiabilityAmount(NATIONAL, 2023, Decimal(10500), "HSLF-FS 2022:60 enligt uppgift", "secondary"),
    LiabilityAmount(NATIONAL, 2024, None, "", "assumption"),
    LiabilityAmount(NATIONAL, 2025, None, "", "assumption"),
    LiabilityAmount(NATIONAL, 2026, None, "HSLF-FS 2025:74 enligt uppgift", "assumption"),
    LiabilityAmount("vgr_pre_2018", 2017, Decimal(4277), "", "fact_part"),
)


def source_of(record: AgreementRecord) -> str | None:
    """Which rows price the agreement's days: the national ones, its own by key, or None when not known."""
    return record.key if record.amount_source == "own" else record.amount_source


def usable_amounts(rows: Iterable[LiabilityAmount], source: str | None) -> dict[int, Decimal]:
    """Year to kr per day, of the rows that may be used in a calculation. Empty for an unknown source."""
    return {
        row.year: row.amount_sek
        for row in rows
        if row.source == source and row.status == "usable" and row.amount_sek is not None
    }


UNKNOWN_PAYER_TEXT: Final = "Betalande kommun är inte känd. Dagarna är räknade, pengarna är det inte."


def missing_money_text(blocked_by: Iterable[str]) -> str:
    """Swedish text of what a ledger's money lacks, from its ``blocked_by``; "" when nothing is lacking."""
    causes = tuple(blocked_by)
    if "payer_unknown" in causes:
        return UNKNOWN_PAYER_TEXT
    years = [cause.removeprefix("amount:") for cause in causes if cause.startswith("amount:")]
    return " ".join(missing_amount_text(int(year)) for year in years)


def missing_amount_text(year: int) -> str:
    """Swedish text where money would have stood."""
    return f"Belopp för {year} saknas. Dagarna är räknade, pengarna är det inte."
