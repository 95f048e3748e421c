"""*Betalningsansvar*: the ledger as a strip of days, one explanation a day, and what may be said about money.

Always a calculation (*beräkning*), never an invoice.
"""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.urls import reverse

from discharge.queries.case_page import CasePage
from discharge.rules.amounts import missing_money_text
from discharge.rules.conditions import Condition, conditions
from discharge.rules.facts_of_scope import OUTSIDE
from discharge.rules.ledger import Ledger, LedgerLine
from discharge.rules.swedish_words import short_day
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.swedish_time import local_date
from lus.web.words import WEEKDAYS, moment

from .settlement_calm import review_lines

Words = dict[str, Any]

CODES = {
    "Dag noll": "noll",
    "Fristdag": "frist",
    "Villkor saknas": "saknas",
    "Betalningsdag": "betalning",
    "Räknad dag": "betalning",
    "Återtagen": "aterta",
    "Ej räknad": "ej",
}
TICKS = {"yes": "ja", "no": "saknas", "not_needed": "info", "unknown": "saknas"}
TICK_WORDS = {"yes": "Uppfyllt", "no": "Saknas", "not_needed": "Krävs inte", "unknown": "Inte känt"}
NO_MONEY = {
    "shadow": "Betalningsansvaret är inte aktiverat i överenskommelsen – dagar visas som beräkning.",
    "blocked_missing_amount": "Belopp saknas – kan inte räknas.",
    "blocked_decision": "Minst en dag kräver gemensamt beslut. Innan dess räknas inga pengar.",
    "pending": "Minst en dag är inte avgjord än. Innan dess räknas inga pengar.",
}
PRACTICE = "demo_"


def payment_section(page: CasePage, viewer: Actor, municipality: str, asked_day: str, at: datetime) -> Words:
    """Return what the section shows. ``asked_day``: ISO date from the address, or "" for the natural one."""
    outside = page.facts.scope.is_outside
    judged = [] if outside else conditions(page.facts, protected=page.case.person.is_protected)
    ticks = [_tick(condition, page, municipality) for condition in judged]
    ledger, today = page.ledger, local_date(at)
    if ledger is None or not ledger.lines:
        return {"empty": _nothing(page), "ticks": ticks}
    chosen = _chosen(ledger, asked_day, today)
    return {
        "days": [_cell(page, line, chosen, today) for line in ledger.lines],
        "start": ledger.lines[0].date.isoweekday(),
        "day": _explained(chosen),
        "ticks": ticks,
        "ticks_heading": "Villkor nu",
        "summary": _summary(ledger),
        "recalculated": recalculations(page, at),
        "reviews": review_lines(page),
        "money": money_words(ledger, viewer),
        "agreement": _agreement(ledger),
        "is_practice": is_practice(ledger),
    }


def recalculations(page: CasePage, at: datetime) -> list[Words]:
    """Return ``{text, when}`` for each time that the days were counted again, newest first."""
    found = [event for event in page.facts.events if event.name == "payment_recalculated"]
    return [
        {"text": event.data["explanation"], "when": moment(event.recorded_at, at)} for event in found[::-1]
    ]


def payment_axis(page: CasePage, today: date) -> list[Words]:
    """Return the tag of the payment axis: what today is, or nothing when today is not counted."""
    line = page.ledger.on(today) if page.ledger else None
    code = CODES[line.word] if line else "ej"
    if line is None or code in ("ej", "aterta"):  # taken back: the tag of readiness says so
        return []
    shadow = ", skuggberäkning" if line.code == "liable_shadow" else ""
    icons = {
        "noll": "dagnoll",
        "frist": "frist",
        "saknas": "saknas",
        "betalning": "betalning",
    }
    number = f" {line.number}" if line.number and code != "noll" else ""
    return [{"icon": icons[code], "word": f"{line.word}{number}{shadow}"}]


def money_words(ledger: Ledger, viewer: Actor) -> Words:
    """Return ``{text, amount}``. An amount only when every day is settled and the role may see money."""
    lacking = missing_money_text(ledger.blocked_by) if ledger.status == "blocked_missing_amount" else ""
    if lacking:
        return {"text": lacking, "amount": ""}
    if ledger.status in NO_MONEY:
        return {"text": NO_MONEY[ledger.status], "amount": ""}
    if ledger.status == "nothing_to_pay":
        return {"text": "Inget att betala hittills.", "amount": ""}
    if ledger.money is None:
        return {"text": "Månadens medelvärde avgör, inte det enskilda ärendet.", "amount": ""}
    if not viewer.may(Permission.SEE_MONEY):
        return {"text": "Belopp visas för dem som har det i sitt uppdrag.", "amount": ""}
    return {"text": "Beräkning, inte faktura.", "amount": kronor(ledger.money)}


def kronor(amount: Decimal) -> str:
    """``12 345,00 kr``"""
    return f"{amount:,.2f} kr".replace(",", "\u00a0").replace(".", ",")


def is_practice(ledger: Ledger) -> bool:
    """Whether any day is counted under the invented practice agreement."""
    return any(line.agreement_key.startswith(PRACTICE) for line in ledger.lines)


def _nothing(page: CasePage) -> str:
    if page.facts.scope.is_outside:
        return f"{OUTSIDE}. Inga dagar räknas."
    if page.facts.spells:
        return "Överenskommelsens villkor är inte kända, så dagarna kan inte räknas. Inget gissas."
    return "Patienten har inte varit utskrivningsklar. Dagar räknas från underrättelsen."


def _chosen(ledger: Ledger, asked: str, today: date) -> LedgerLine:
    try:
        wanted = ledger.on(date.fromisoformat(asked)) if asked else None
    except ValueError:
        wanted = None
    return wanted or ledger.on(today) or ledger.lines[-1]


def _cell(page: CasePage, line: LedgerLine, chosen: LedgerLine, today: date) -> Words:
    address = reverse("case", args=[page.case.pk])
    first = page.ledger is not None and line == page.ledger.lines[0]
    url = f"{address}?section=payment&day={line.date.isoformat()}#forklaring"
    return strip_cell(line, first=first, today=today, url=url) | {"chosen": line.date == chosen.date}


def strip_cell(line: LedgerLine, *, first: bool, today: date, url: str) -> Words:
    """Return one day of the strip. ``first``: it is the strip's first; ``url``: where it leads."""
    return {
        "code": CODES[line.word],
        "weekday": WEEKDAYS[line.date.weekday()],
        "date": f"{line.date.day}/{line.date.month}",
        "iso": line.date.isoformat(),
        "number": line.number,
        "word": line.word.replace("Betalningsdag", "Betalnings\u00addag"),
        "url": url,
        "today": line.date == today,
        "week": f"v. {line.date.isocalendar().week}" if first or line.date.weekday() == 0 else "",
    }


def _explained(line: LedgerLine) -> Words:
    rule = agreement_words(line) if line.agreement_key else "ingen regel i kraft"
    return {
        "title": f"{short_day(line.date).capitalize()}: {line.word.lower()}",
        "sentence": line.reason,
        "support": f"{line.rule_reference} · {rule}",
        "links": [],
    }


def agreement_words(line: LedgerLine) -> str:
    """``Stockholm somatik 2020-01-01, version 1``"""
    return f"{line.agreement_title}, version {line.agreement_version}"


def _tick(condition: Condition, page: CasePage, municipality: str) -> Words:
    said = condition.sentence
    if municipality:
        code = page.facts.registered_municipality
        said = said.replace(f"kommun {code}", municipality).replace(f"Kommun {code}", municipality)
    who = f" {condition.who} kan åtgärda." if condition.who else ""
    return {
        "state": TICKS[condition.state],
        "what": condition.label,
        "word": TICK_WORDS[condition.state],
        "detail": f"{said}{who}",
    }


def _summary(ledger: Ledger) -> Words:
    days = ledger.payable_days or ledger.shadow_days
    in_shadow = bool(days and not ledger.payable_days)
    words = ("räknad dag", "räknade dagar") if in_shadow else ("betalningsdag", "betalningsdagar")
    unit = words[days != 1]
    missing = sum(CODES[line.word] == "saknas" for line in ledger.lines)
    note = f"{missing} {'dag' if missing == 1 else 'dagar'} utan villkor." if missing else ""
    return {"days": days, "unit": unit, "note": note, "shadow": bool(ledger.shadow_days)}


def _agreement(ledger: Ledger) -> str:
    named = [line for line in ledger.lines if line.agreement_key]
    return agreement_words(named[-1]) if named else ""
