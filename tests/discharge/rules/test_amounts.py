"""Amounts: only what is checked may be used, and what is missing is said."""

from dataclasses import replace
from decimal import Decimal

from discharge.rules.agreement_records import BY_KEY
from discharge.rules.amounts import AMOUNTS, NATIONAL, missing_amount_text, source_of, usable_amounts


def test_only_the_checked_year_is_usable_from_the_start() -> None:
    assert usable_amounts(AMOUNTS, NATIONAL) == {2019: Decimal(7800)}
    assert {row.year: row.status for row in AMOUNTS if row.source == NATIONAL} == {
        2018: "missing",
        2019: "usable",
        2020: "unverified",
        2021: "missing",
        2022: "unverified",
        2023: "unverified",
        2024: "missing",
        2025: "missing",
        2026: "missing",
    }


def test_a_named_person_makes_an_amount_usable() -> None:
    rows = [replace(row, verified_by="person-1") for row in AMOUNTS]
    assert usable_amounts(rows, NATIONAL) == {
        2019: Decimal(7800),
        2020: Decimal(8200),
        2022: Decimal(9300),
        2023: Decimal(10500),
    }


def test_own_amounts_are_keyed_to_their_agreement() -> None:
    assert source_of(BY_KEY["vgr_pre_2018"]) == "vgr_pre_2018"
    assert source_of(BY_KEY["statute"]) == NATIONAL
    assert source_of(BY_KEY["norrbotten"]) is None
    assert usable_amounts(AMOUNTS, None) == {}


def test_the_missing_year_is_said() -> None:
    assert missing_amount_text(2026) == "Belopp för 2026 saknas. Dagarna är räknade, pengarna är det inte."
