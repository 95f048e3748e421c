"""Avsluta månadens granskning (LUS 5 kap.): the month's lines between a region and a municipality are frozen."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from discharge.models import SettledMonth
from discharge.queries.settlement import SettlementLine, SettlementMonth, agreements_in, settlement_month
from discharge.rules.settlement_closing import corrections_until, why_not_settled
from discharge.rules.settlement_line import counted_days, month_of
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import NotThere, StageNotAllowed
from lus.swedish_time import local_date
from lus.web.words import day

from .case_act import CaseAct
from .settlement_act import lock_all, read_month, refuse_closed, refuse_running, tell_officers

NAMED = 5  # how many lines a refusal names


@transaction.atomic
def close_settlement(*, actor: Actor, at: datetime, month: str, counterpart: str) -> SettledMonth:
    """Close ``month`` (``2026-03``) with ``counterpart``, the code of the other side's region or municipality.

    Each case keeps its days and amount as they are counted now; they are never changed. Raises NotPermitted,
    NotThere for a counterpart without lines, and refuses while anything is undecided.
    """
    actor.require(Permission.SETTLE)
    first = read_month(month)
    refuse_running(first, at)
    _lock(actor, first, counterpart, at)
    found = settlement_month(actor, first, counterpart, at=at, action="close_settlement")
    region, payer = found.officer.pair(counterpart)
    refuse_closed(region, payer, first, at)
    refuse_open_questions(found, at)
    closed = SettledMonth.objects.create(
        region_code=region, payer_code=payer, month=first, closed_at=at, closed_by=actor.name
    )
    acts = [_record(line, found, actor, at) for line in found.lines]
    tell_officers(acts[0], payer, "settlement_closed")
    return closed


def _lock(actor: Actor, first: date, counterpart: str, at: datetime) -> None:
    """Lock every case of the month; what is read after that is what is frozen."""
    lines = settlement_month(actor, first, counterpart, at=at, action="close_settlement").lines
    if not counterpart or not lines:
        raise NotThere
    lock_all([line.case.pk for line in lines], actor)


def refuse_open_questions(found: SettlementMonth, at: datetime) -> None:
    """Refuse while the agreement allows no settlement, corrections are taken, or a line is undecided."""
    agreements = agreements_in(found)
    why = why_not_settled(agreements, shadow=any(line.part.shadow_days for line in found.lines))
    if why:
        raise _blocked(why, "Granska gärna raderna ändå, som beräkning.")
    until, today = corrections_until(found.first, agreements), local_date(at)
    if until is not None and today <= until:
        raise StageNotAllowed(
            f"Rättelser tas emot till och med {day(until, today)}.",
            "Avsluta granskningen dagen efter.",
            code="corrections-open",
            title="Månaden kan fortfarande rättas",
        )
    priceless = [line for line in found.lines if line.part.money is None]
    if priceless:
        raise _blocked(f"Belopp eller villkor är inte kända i {_named(priceless)}.", "Avgör dem först.")
    _refuse_undecided(found.lines)


def _refuse_undecided(lines: Sequence[SettlementLine]) -> None:
    open_lines = [line for line in lines if line.standing.state != "reviewed"]
    if open_lines:
        count = len(open_lines)
        raise StageNotAllowed(
            f"{count} {'rad' if count == 1 else 'rader'} är inte granskade av båda sidor: {_named(open_lines)}.",
            "Godkänn raderna, eller vänta på den andra sidan.",
            code="lines-undecided",
            title="Rader är inte avgjorda",
        )


def _record(line: SettlementLine, found: SettlementMonth, actor: Actor, at: datetime) -> CaseAct:
    assert found.other is not None
    region, payer = found.officer.pair(found.other.code)
    act = CaseAct(line.case.pk, line.facts, actor, at)
    act.record(
        New(
            "settlement_closed",
            {
                "month": month_of(found.first),
                "region": region,
                "payer": payer,
                "days": counted_days(line.part),
                "amount": str(line.part.money),
                "agreement": _agreement(line),
                "fingerprint": line.print_now,
                "approvers": sorted({one.approver for one in line.review.approvals}),
            },
        )
    )
    return act


def _agreement(line: SettlementLine) -> str:
    named = [one for one in line.part.lines if one.agreement_key]
    return f"{named[-1].agreement_key} v{named[-1].agreement_version}" if named else ""


def _blocked(detail: str, advice: str) -> StageNotAllowed:
    return StageNotAllowed(detail, advice, code="payment-blocked", title="Kan inte avräknas")


def _named(lines: Sequence[SettlementLine]) -> str:
    """``N4K7P, X2B9Q och 3 till``"""
    codes = [line.case.reference for line in lines[:NAMED]]
    more = f" och {len(lines) - NAMED} till" if len(lines) > NAMED else ""
    return f"{', '.join(codes)}{more}"
