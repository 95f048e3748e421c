"""Last month between Region Stockholm and Nacka, half reviewed: by the real acts, a few hours ago."""

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

from discharge.actions.answer_payment_dispute import answer_payment_dispute
from discharge.actions.approve_payment_line import approve_payment_line
from discharge.actions.dispute_payment_line import dispute_payment_line
from discharge.queries.settlement import SettlementLine, settlement_month
from discharge.rules.settlement_line import month_before, month_of
from lus.organisations.actor import Actor
from lus.organisations.roles import Role
from lus.swedish_time import local_date

from .accounts import NACKA_FINANCE, REGION_FINANCE, actor_at
from .county_plan import NACKA, REGION_CODE, CountyPlan

REVIEWED = 6  # lines that both sides have approved
SAID = "Underrättelsen kom på eftermiddagen. Dag noll är en dag senare."
ANSWERED = "Tiden stämmer med loggen på avdelningen."


def review_last_month(plan: CountyPlan, *, now: datetime, progress: Callable[[str], None]) -> None:
    """Let the two officers approve some lines, dispute two and answer one of them. The rest is left to do."""
    payer = actor_at(plan.named(NACKA_FINANCE).id, Role.SETTLEMENT_OFFICER)
    region = actor_at(plan.named(REGION_FINANCE).id, Role.SETTLEMENT_OFFICER)
    first, at = month_before(local_date(now)), now - timedelta(hours=3)
    found = settlement_month(payer, first, REGION_CODE, at=at)
    clean = sorted((one for one in found.lines if one.is_clean), key=lambda one: -one.days)
    month = month_of(first)
    for line in clean[2 : 2 + REVIEWED]:
        _approve(line, month, payer, at)
        _approve(line, month, region, at)
    for line in clean[:2]:
        evidence = next((one for one in line.facts.events if one.name == "ready_notice_sent"), None)
        dispute_payment_line(
            case_id=line.case.pk,
            actor=payer,
            at=at,
            month=month,
            reason="wrong_time",
            text=SAID,
            evidence=UUID(evidence.event_id) if evidence else None,
        )
    for line in clean[1:2]:
        answer_payment_dispute(
            case_id=line.case.pk,
            actor=region,
            at=at + timedelta(hours=1),
            month=month,
            answer="keep",
            text=ANSWERED,
            fingerprint=line.print_now,
        )
    progress(f"{len(found.lines)} lines of {month} between {REGION_CODE} and {NACKA}")


def _approve(line: SettlementLine, month: str, officer: Actor, at: datetime) -> None:
    approve_payment_line(case_id=line.case.pk, actor=officer, at=at, month=month, fingerprint=line.print_now)
