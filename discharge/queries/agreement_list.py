"""Which agreements there are, what each lacks, and which of them wait for somebody's approval."""

from collections.abc import Sequence
from dataclasses import dataclass

from discharge.models import AgreementProposal, AgreementRow, LiabilityAmount
from discharge.models.agreement_terms import as_record
from discharge.rules.agreement_completeness import Completeness, completeness
from discharge.rules.agreements import AgreementRecord
from discharge.rules.amounts import LiabilityAmount as Amount
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import NotThere

from .agreements import stored_amount


@dataclass(frozen=True, slots=True)
class ShownAgreement:
    """One stored version. ``proposal``: waits for approval, or None; ``is_newest``: no later version exists."""

    row: AgreementRow
    record: AgreementRecord
    completeness: Completeness
    proposal: AgreementProposal | None
    is_newest: bool

    @property
    def may_be_proposed(self) -> bool:
        return self.is_newest and self.completeness.level == "complete"


def agreement_list(viewer: Actor) -> list[ShownAgreement]:
    """Return every version of every agreement by key, the newest version first. Two statements.

    Raises NotPermitted for an assignment that may not see money.
    """
    viewer.require(Permission.SEE_MONEY)
    return _shown(list(AgreementRow.objects.order_by("key", "-version")))


def agreement(viewer: Actor, key: str) -> ShownAgreement:
    """Return the newest version of ``key``. Raises NotPermitted or NotThere."""
    viewer.require(Permission.SEE_MONEY)
    newest = AgreementRow.objects.filter(key=key).order_by("-version")[:1]
    for shown in _shown(list(newest)):
        return shown
    raise NotThere


def stored_amounts(viewer: Actor) -> list[Amount]:
    """Return all amounts per day by source and year, usable or not. Raises NotPermitted."""
    viewer.require(Permission.SEE_MONEY)
    return [stored_amount(row) for row in LiabilityAmount.objects.order_by("source", "year")]


def _shown(rows: Sequence[AgreementRow]) -> list[ShownAgreement]:
    """``rows``: newest version of each key first."""
    waiting = AgreementProposal.objects.filter(row__in=rows, closed_at__isnull=True)
    proposals = {proposal.row_id: proposal for proposal in waiting}
    seen: set[str] = set()
    found = []
    for row in rows:
        record, is_newest = as_record(row.terms), row.key not in seen
        seen.add(row.key)
        proposal = proposals.get(row.pk) if is_newest else None
        found.append(ShownAgreement(row, record, completeness(record), proposal, is_newest))
    return found
