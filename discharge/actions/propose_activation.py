"""Föreslå aktivering av en överenskommelse: the first of two persons, one from each principal."""

from datetime import date, datetime

from django.db import transaction

from discharge.models import AgreementProposal, AgreementRow
from discharge.models.agreement_terms import as_record
from discharge.rules.agreement_completeness import IncompleteAgreement, require_complete
from discharge.rules.agreements import AgreementRecord
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import AgreementIncomplete, AlreadyDone, InvalidInput, NotAllowed, NotThere


@transaction.atomic
def propose_activation(
    *, key: str, payment_active_from: date, actor: Actor, at: datetime
) -> AgreementProposal:
    """Store that ``actor`` wants the days of ``key`` to be paid from ``payment_active_from`` (a Swedish day).

    Nothing is paid yet: ``activate_agreement`` needs somebody of another principal. An open proposal of another day
    is closed and this one takes its place. Raises NotThere, AgreementIncomplete naming what is missing,
    InvalidInput for a day outside the agreement, AlreadyDone when that day is proposed already.
    """
    actor.require(Permission.SEE_MONEY)
    row = newest_version(key)
    record = as_record(row.terms)
    refuse_incomplete(record)
    _refuse_day(record, payment_active_from)
    earlier = open_proposal(row)
    if earlier is not None:
        _refuse_same_day(earlier, payment_active_from)
        close_proposal(earlier, at)
    return _store(row, payment_active_from, actor, at)


def newest_version(key: str) -> AgreementRow:
    """Return the newest version of ``key``, locked until the transaction ends. Raises NotThere."""
    row = AgreementRow.objects.select_for_update().filter(key=key).order_by("-version").first()
    if row is None:
        raise NotThere
    return row


def open_proposal(row: AgreementRow) -> AgreementProposal | None:
    """Return the proposal that waits for somebody's approval, if any."""
    return row.proposals.filter(closed_at__isnull=True).first()


def close_proposal(proposal: AgreementProposal, at: datetime) -> None:
    """Note that nobody is asked to approve ``proposal`` any more."""
    proposal.closed_at = at
    proposal.save(update_fields=["closed_at"])


def refuse_incomplete(record: AgreementRecord) -> None:
    """Raise AgreementIncomplete, naming the missing fields in Swedish, unless the record may be activated."""
    try:
        require_complete(record)
    except IncompleteAgreement as error:
        raise AgreementIncomplete(
            error.completeness.text, "Fyll i det som saknas i en ny version, med källa och två granskare."
        ) from error


def _refuse_day(record: AgreementRecord, day: date) -> None:
    if (record.valid_from and day < record.valid_from) or (record.valid_to and day > record.valid_to):
        raise InvalidInput(
            "Dagen ligger utanför överenskommelsens giltighet.",
            "Välj en dag då överenskommelsen gäller.",
            field="payment_active_from",
        )


def _refuse_same_day(earlier: AgreementProposal, day: date) -> None:
    if earlier.payment_active_from == day:
        raise AlreadyDone(
            f"{earlier.name} ({earlier.principal_name}) har redan föreslagit {day.isoformat()}.",
            "En person från den andra huvudmannen godkänner förslaget.",
            title="Redan föreslaget",
        )


def _store(row: AgreementRow, day: date, actor: Actor, at: datetime) -> AgreementProposal:
    if actor.user_id is None or actor.principal_id is None:
        raise NotAllowed("Bara en person med uppdrag hos en huvudman kan föreslå aktivering.")
    return AgreementProposal.objects.create(
        row=row,
        payment_active_from=day,
        user_id=actor.user_id,
        principal_id=actor.principal_id,
        name=actor.name,
        principal_name=actor.principal_name,
        proposed_at=at,
    )
