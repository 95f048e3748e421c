"""Bekräfta en rättelse (intern rutin): a second person at the same unit, and from then on it holds."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts
from discharge.rules.facts_of_corrections import Proposal
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import NotThere, StageNotAllowed

from .case_act import begin
from .correction import check_history, own_fact


@transaction.atomic
def confirm_correction(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    proposal_id: UUID,
    seen_version: int | None = None,
) -> CaseFacts:
    """Let the proposed correction hold. Refuses the one who proposed it (``second-person-needed``)."""
    act = begin(
        "confirm_correction",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.SEE_CASES,
        seen_version=seen_version,
    )
    proposal = _proposal(act.facts, actor, proposal_id)
    own_fact(act.facts, actor, UUID(proposal.data["event_id"]))
    check_history(act.facts, proposal.data, at)
    if proposal.by == str(actor.user_id or actor.name):
        raise StageNotAllowed(
            f"Rättelsen är föreslagen av er själv, {proposal.by_name}. Den kräver en andra person.",
            "Be en kollega på enheten läsa och bekräfta.",
            code="second-person-needed",
            title="En andra person behövs",
            event_id=proposal.event_id,
        )
    return act.record(New("event_corrected", dict(proposal.data), corrects=UUID(proposal.data["event_id"])))


def _proposal(facts: CaseFacts, actor: Actor, proposal_id: UUID) -> Proposal:
    for one in facts.corrections.proposals:
        if one.event_id == str(proposal_id) and one.unit_id == str(actor.unit_id):
            return one
    raise NotThere
