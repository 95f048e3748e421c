"""Godkänn en rad i granskningsunderlaget (LUS 5 kap.): one side says that the month's days of a case are right."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.queries.settlement import SettlementLine
from discharge.rules.facts import CaseFacts
from discharge.rules.facts_of_settlement import Approval, Side
from discharge.rules.settlement_line import counted_days, month_of, undecided_days
from discharge.rules.words import who_and_when
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import AlreadyDone, StageNotAllowed

from .settlement_act import begin_line


@transaction.atomic
def approve_payment_line(
    *, case_id: UUID, actor: Actor, at: datetime, month: str, fingerprint: str
) -> CaseFacts:
    """Approve the case's days in ``month`` (``2026-03``) as ``fingerprint`` says they were when they were read.

    Each side approves for itself. Where a fact was registered after the fact the two must be different persons.
    """
    opened = begin_line(
        "approve_payment_line",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.SETTLE,
        month=month,
        seen=fingerprint,
    )
    line, side = opened.line, opened.side
    _refuse_disputed(line)
    _refuse_undecided(line)
    given = [one for one in line.review.approvals if one.fingerprint == line.print_now]
    _refuse_twice(given, side, opened.act.facts, at)
    _refuse_same_person(line, given, actor)
    return opened.record(
        New(
            "payment_line_approved",
            {
                "month": month_of(opened.first),
                "side": side,
                "days": counted_days(line.part),
                "fingerprint": line.print_now,
                "approver": str(actor.user_id),
            },
        )
    )


def _refuse_disputed(line: SettlementLine) -> None:
    if line.standing.state == "disputed":
        raise StageNotAllowed(
            "Raden är bestridd och väntar på regionens svar.", "Godkänn när regionen har svarat."
        )


def _refuse_undecided(line: SettlementLine) -> None:
    count = undecided_days(line.part)
    if count:
        raise StageNotAllowed(
            f"{count} {'dag' if count == 1 else 'dagar'} på raden är inte avgjorda.",
            "Regionen och kommunen beslutar om dem tillsammans först.",
            code="payment-blocked",
            title="Raden är inte avgjord",
        )


def _refuse_twice(given: list[Approval], side: Side, facts: CaseFacts, at: datetime) -> None:
    own = next((one for one in given if one.side == side), None)
    if own is not None:
        event = next(event for event in facts.events if event.event_id == own.event_id)
        raise AlreadyDone(
            f"Redan godkänd {who_and_when(event, at)}.",
            "Bestrid raden om den inte stämmer." if side == "payer" else "Raden väntar på kommunen.",
            event_id=own.event_id,
        )


def _refuse_same_person(line: SettlementLine, given: list[Approval], actor: Actor) -> None:
    if line.two_persons and any(one.approver == str(actor.user_id) for one in given):
        raise StageNotAllowed(
            "Raden rymmer en uppgift som är införd eller rättad i efterhand. Ni har redan godkänt den.",
            "Låt en annan person godkänna för den andra sidan.",
            code="second-person-needed",
            title="En andra person behövs",
        )
