"""*Granskningsunderlag* in words: the same rows for the page, for print and for the CSV."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from discharge.queries.settlement import SettlementLine, SettlementMonth, agreements_in
from discharge.queries.shown_person import shown
from discharge.rules.amounts import missing_money_text
from discharge.rules.conditions import conditions
from discharge.rules.settlement_closing import corrections_until
from discharge.rules.settlement_line import (
    STATE_WORDS,
    grace_days,
    month_before,
    month_of,
    next_month,
    period_days,
    undecided_days,
)
from lus.swedish_time import ONE_DAY, local_date
from lus.web.words import MONTHS, day, moment

from .listed_person import listed_person

Words = dict[str, Any]

FULL_MONTHS = {"feb": "februari", "aug": "augusti", "sep": "september", "okt": "oktober"}
FULL_MONTHS |= {"jan": "januari", "nov": "november", "dec": "december"}
SIDE_WORDS = {"region": "regionen", "payer": "kommunen"}
MET = ("yes", "not_needed")
STATE_LEVEL = {
    "new": "info",
    "disputed": "warning",
    "answered": "info",
    "reviewed": "success",
    "settled": "success",
}


def month_words(first: date) -> str:
    """``mars 2026``"""
    short = MONTHS[first.month - 1]
    return f"{FULL_MONTHS.get(short, short)} {first.year}"


def months_to_choose(chosen: date, at: datetime) -> list[Words]:
    """Return this month and the eleven before it, newest first, and ``chosen`` if it is older."""
    first, found = local_date(at).replace(day=1), []
    for _ in range(12):
        found.append(first)
        first = month_before(first)
    return [
        {"value": month_of(one), "label": month_words(one), "chosen": one == chosen}
        for one in dict.fromkeys((*found, chosen))
    ]


def summary(found: SettlementMonth, at: datetime) -> list[Words]:
    """Return the figures above the lines: ``{label, value}``."""
    agreements = agreements_in(found)
    until = corrections_until(found.first, agreements)
    version = ", ".join(f"{one.title}, version {one.version}" for one in agreements)
    frozen = day(until + ONE_DAY, local_date(at)) if until else "Fryses inte: ingen sista dag i avtalet"
    if found.closed:
        frozen = f"Avslutad {moment(found.closed.closed_at, at)} av {found.closed.closed_by}"
    return [
        {"label": "Ärenden", "value": str(len(found.lines))},
        {"label": "Dagar", "value": str(sum(line.days for line in found.lines))},
        {"label": "Beräknat belopp", "value": total_amount(found.lines)},
        {"label": "Regelversion", "value": version or "–"},
        {"label": "Fryses den", "value": frozen},
    ]


def total_amount(lines: Iterable[SettlementLine]) -> str:
    """Return the sum in kronor, or ``–`` as long as one line's money is not known: a part of a sum misleads."""
    amounts = [line.amount for line in lines]
    known = [amount for amount in amounts if amount is not None]
    return figure(sum(known, Decimal(0))) if len(known) == len(amounts) else "–"


def figure(amount: Decimal | None) -> str:
    """``12 345,00``: kronor, for a column whose head says so."""
    return "–" if amount is None else f"{amount:,.2f}".replace(",", "\u00a0").replace(".", ",")


def rows(found: SettlementMonth, at: datetime) -> list[Words]:
    """Return the lines in reading order: those with a remark first, then most days."""
    ordered = sorted(found.lines, key=lambda line: (line.is_clean, -line.days, line.case.reference))
    return [row(line, found, at) for line in ordered]


def row(line: SettlementLine, found: SettlementMonth, at: datetime) -> Words:
    """Return one line as its cells. Days and money are those of the month, not of the whole stay."""
    case, today, last = line.case, local_date(at), line.part.counts[-1]
    judged = conditions(line.facts)
    missing = [one.label for one in judged if one.state not in MET]
    left = line.facts.discharged_at
    return {
        "case_id": str(case.pk),
        "code": case.reference,
        "person": listed_person(shown(case.person, today), case.reference, ""),
        "hospital": case.ward.parent.name if case.ward.parent else "",
        "ward": case.ward.name,
        "ready_sent": moment(last.period.sent_at, at),
        "day_zero": day(last.day_zero, today),
        "left": moment(left, at) if left else "–",
        "days": period_days(line.part),
        "grace": grace_days(line.part),
        "counted": line.days,
        "conditions": f"{len(judged) - len(missing)} av {len(judged)}",
        "missing": ", ".join(missing),
        "amount": figure(line.amount),
        "state": STATE_WORDS[line.standing.state],
        "level": STATE_LEVEL[line.standing.state],
        "remarks": remarks(line),
        "acts": acts(line, found),
    }


def remarks(line: SettlementLine) -> list[str]:
    """Return what to notice about the line, in short sentences."""
    found = []
    if line.standing.days_before is not None:
        found.append(f"Ändrad sedan granskning: {line.standing.days_before} → {line.days} dagar.")
    if line.changed_after is not None:
        found.append(f"Räkningen har ändrats efter stängning: {line.days} → {line.changed_after} dagar.")
    dispute = line.review.dispute
    if dispute is not None and dispute.answer:
        kept = "Regionen står fast" if dispute.answer == "keep" else "Regionen godtar, avdelningen rättar"
        found.append(f"{kept}: {dispute.answer_text}")
    if undecided_days(line.part):
        found.append(f"Dagar utan beslut: {undecided_days(line.part)}.")
    lacking = missing_money_text(line.part.blocked_by) if line.part.status == "blocked_missing_amount" else ""
    found += [lacking] if lacking else []
    if line.part.shadow_days:
        found.append("Skuggberäkning, inget betalas.")
    if line.two_persons:
        found.append("Införd eller rättad i efterhand: två personer godkänner.")
    if line.standing.one_person:
        found.append("Samma person har godkänt för båda sidor.")
    sides = [SIDE_WORDS[side] for side in line.standing.approved_by]
    if sides and line.standing.state not in ("reviewed", "settled"):
        found.append(f"Godkänd av {' och '.join(sides)}.")
    return found


def acts(line: SettlementLine, found: SettlementMonth) -> list[Words]:
    """Return the buttons that the officer's side has on the line now: ``{label, url}``."""
    state, side, query = line.standing.state, found.officer.side, {"month": month_of(found.first)}
    if state == "settled" or found.closed:
        return []
    wanted = []
    if state == "disputed":
        wanted += [("Besvara", "answer_payment_dispute")] if side == "region" else []
    elif side not in line.standing.approved_by and not undecided_days(line.part):
        wanted.append(("Godkänn", "approve_payment_line"))
    if side == "payer" and state != "disputed":
        wanted.append(("Bestrid", "dispute_payment_line"))
    return [
        {"label": label, "url": f"{reverse(name, args=[line.case.pk])}?{urlencode(query)}"}
        for label, name in wanted
    ]


def is_over(found: SettlementMonth, at: datetime) -> bool:
    """Whether the month has ended and may be reviewed."""
    return local_date(at) >= next_month(found.first)
