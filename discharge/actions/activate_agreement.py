"""Aktivera en överenskommelse: from a day on its days can be paid. Two persons, one from each principal."""

from dataclasses import replace
from datetime import date, datetime

from django.db import transaction

from discharge.models import AgreementProposal, AgreementRow
from discharge.models.agreement_terms import as_json, as_record
from discharge.rules.agreements import AgreementRecord
from lus.organisations.actor import Actor
from lus.organisations.models import Principal, PrincipalKind
from lus.organisations.roles import Permission
from lus.refusals import NotAllowed, StageNotAllowed, StalePage

from .propose_activation import close_proposal, newest_version, open_proposal, refuse_incomplete


@transaction.atomic
def activate_agreement(
    *, key: str, actor: Actor, at: datetime, payment_active_from: date | None = None
) -> AgreementRow:
    """Approve the open proposal of ``key``: store a new version whose days are payable from the proposed day.

    The old version stays as it was and is no longer in use. ``payment_active_from``: the day that ``actor`` saw
    and approves, when it was shown. Raises NotThere, StageNotAllowed when nothing is proposed, NotAllowed unless
    the two are a region's and a municipality's person, StalePage when another day is proposed by now,
    AgreementIncomplete.
    """
    actor.require(Permission.SEE_MONEY)
    row = newest_version(key)
    proposal = require_proposal(row)
    _refuse_same_side(proposal, actor)
    _refuse_another_day(proposal, payment_active_from)
    record = as_record(row.terms)
    refuse_incomplete(record)
    close_proposal(proposal, at)
    AgreementRow.objects.filter(pk=row.pk).update(in_use=False)
    return _next_version(row, record, proposal, actor)


def require_proposal(row: AgreementRow) -> AgreementProposal:
    """Return the open proposal. Raises StageNotAllowed when there is none."""
    proposal = open_proposal(row)
    if proposal is None:
        raise StageNotAllowed(
            "Ingen har föreslagit att överenskommelsen aktiveras.",
            "Föreslå en dag. Sedan godkänner en person från den andra huvudmannen.",
            title="Inget förslag att godkänna",
        )
    return proposal


def _refuse_same_side(proposal: AgreementProposal, actor: Actor) -> None:
    sides = Principal.objects.filter(pk__in=[proposal.principal_id, actor.principal_id])
    both = set(sides.values_list("kind", flat=True)) == {PrincipalKind.REGION, PrincipalKind.MUNICIPALITY}
    if actor.user_id is None or proposal.user_id == actor.user_id or not both:
        raise NotAllowed(
            f"En överenskommelse aktiveras av två personer, en från varje huvudman. "
            f"{proposal.name} ({proposal.principal_name}) har föreslagit.",
            "Låt en person från den andra huvudmannen godkänna.",
            code="two-principals-needed",
            title="Två huvudmän behövs",
        )


def _refuse_another_day(proposal: AgreementProposal, seen: date | None) -> None:
    if seen is not None and seen != proposal.payment_active_from:
        raise StalePage(
            f"Förslaget gäller nu {proposal.payment_active_from.isoformat()}, inte {seen.isoformat()}.",
            "Läs det nya förslaget och godkänn igen om det stämmer.",
            field="payment_active_from",
        )


def _next_version(
    row: AgreementRow, record: AgreementRecord, proposal: AgreementProposal, actor: Actor
) -> AgreementRow:
    active = replace(
        record,
        version=row.version + 1,
        payment_active_from=proposal.payment_active_from,
        activated_by=(_who(proposal.name, proposal.principal_name), _who(actor.name, actor.principal_name)),
    )
    return AgreementRow.objects.create(
        key=row.key,
        version=active.version,
        region_code=row.region_code,
        municipalities=row.municipalities,
        care_form=row.care_form,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        in_use=True,
        is_practice=row.is_practice,
        terms=as_json(active),
    )


def _who(name: str, principal: str) -> str:
    return f"{name} ({principal})" if principal else name
