"""Godkänn alla utan anmärkning (LUS 5 kap.): one side approves every line of the month that has no remark."""

from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256

from django.db import transaction

from discharge.queries.settlement import SettlementLine, SettlementMonth, settlement_month
from discharge.rules.settlement_line import month_of
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import StageNotAllowed, StalePage

from .approve_payment_line import approve_payment_line
from .settlement_act import read_month


@transaction.atomic
def approve_clean_lines(*, actor: Actor, at: datetime, month: str, counterpart: str, seen: str) -> int:
    """Approve the lines that ``clean_lines`` names and return how many. ``seen``: their ``seen_as`` when shown."""
    actor.require(Permission.SETTLE)
    found = settlement_month(actor, read_month(month), counterpart, at=at, action="approve_clean_lines")
    lines = clean_lines(found)
    if not lines:
        raise StageNotAllowed(
            "Det finns ingen rad utan anmärkning att godkänna.", "Gå igenom raderna en och en."
        )
    if seen_as(lines) != seen:
        raise StalePage(
            "Raderna har ändrats sedan ni läste dem. Inget är sparat.", "Läs antal och summa igen."
        )
    for line in sorted(lines, key=lambda line: line.case.pk):
        approve_payment_line(
            case_id=line.case.pk, actor=actor, at=at, month=month_of(found.first), fingerprint=line.print_now
        )
    return len(lines)


def clean_lines(found: SettlementMonth) -> list[SettlementLine]:
    """Return the lines without remark that the officer's side has not approved."""
    side = found.officer.side
    return [line for line in found.lines if line.is_clean and side not in line.standing.approved_by]


def seen_as(lines: Iterable[SettlementLine]) -> str:
    """Return a short sum of the lines and their days: what was on the page when somebody said yes to all."""
    said = ";".join(sorted(f"{line.case.pk} {line.print_now}" for line in lines))
    return sha256(said.encode()).hexdigest()[:16]
