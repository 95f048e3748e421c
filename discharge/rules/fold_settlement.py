"""Månadens granskning: what each event of it does to the facts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from .case_draft import Draft
from .facts import EventFact
from .facts_of_settlement import Approval, Closing, Dispute, MonthReview, Side


def approved(case: Draft, event: EventFact) -> None:
    review = _review(case, event)
    _keep(case, replace(review, approvals=(*review.approvals, _approval(event, event.data["side"]))))


def disputed(case: Draft, event: EventFact) -> None:
    """What was approved before a dispute does not count: somebody reads the line again."""
    data = event.data
    dispute = Dispute(
        event.event_id, event.happened_at, data["reason"], data["text"], data["evidence"], event.actor_name
    )
    _keep(case, replace(_review(case, event), approvals=(), dispute=dispute))


def answered(case: Draft, event: EventFact) -> None:
    """A region that keeps the line has thereby approved it."""
    review, answer = _review(case, event), event.data["answer"]
    if review.dispute is None:
        return
    dispute = replace(
        review.dispute,
        answer=answer,
        answer_text=event.data["text"],
        answered_at=event.happened_at,
        answered_by=event.actor_name,
    )
    own = (_approval(event, "region"),) if answer == "keep" else ()
    _keep(case, replace(review, dispute=dispute, approvals=(*review.approvals, *own)))


def closed(case: Draft, event: EventFact) -> None:
    data = event.data
    frozen = Closing(event.event_id, event.happened_at, data["days"], data["amount"], data["fingerprint"])
    _keep(case, replace(_review(case, event), closing=frozen))


def _approval(event: EventFact, side: Side) -> Approval:
    data = event.data
    return Approval(
        event.event_id,
        event.happened_at,
        side,
        data["approver"],
        event.actor_name,
        data["days"],
        data["fingerprint"],
    )


def _review(case: Draft, event: EventFact) -> MonthReview:
    known: tuple[MonthReview, ...] = case.known.get("reviews", ())
    return next((one for one in known if one.month == event.data["month"]), MonthReview(event.data["month"]))


def _keep(case: Draft, review: MonthReview) -> None:
    known: tuple[MonthReview, ...] = case.known.get("reviews", ())
    case.known["reviews"] = (*(one for one in known if one.month != review.month), review)


HANDLERS: Final[dict[str, Callable[[Draft, EventFact], None]]] = {
    "payment_line_approved": approved,
    "payment_line_disputed": disputed,
    "payment_dispute_answered": answered,
    "settlement_closed": closed,
}
