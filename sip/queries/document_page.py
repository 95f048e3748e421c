"""Planens innehåll som en enhet ser det: the plan, its document, and what the unit may write."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from discharge.queries.shown_person import is_child, is_soon_adult
from discharge.rules.facts import PSYCHIATRIC_CARE, CaseFacts, EventFact
from discharge.rules.refusal import Refusal
from lus.organisations.actor import Actor
from lus.organisations.models import Unit
from lus.swedish_time import local_date
from sip.models import Plan
from sip.rules.document.evaluation import latest_follow_up
from sip.rules.document.facts import DocumentFacts
from sip.rules.document.fold_document import fold_document
from sip.rules.document.guardians_said import guardians_said
from sip.rules.document.lock_basis import COMPULSORY, LockBasis
from sip.rules.document.party import writer_of
from sip.rules.document.shown_without_consent import shown_to
from sip.rules.document.when import document_refusal, is_compulsory
from sip.rules.document.who_writes import Writer
from sip.rules.fold_process import fold_process

from .open_parties import open_parties
from .plan_page import plan_page


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """``process``: where the plan stands; ``facts``: its own stream; ``writer``: None for a unit without a part.

    ``at``: when it is looked at. ``document``: as the unit may read it; ``withheld``: rows that it may not, for
    want of consent.
    """

    plan: Plan
    process: CaseFacts
    facts: CaseFacts
    own: tuple[EventFact, ...]
    document: DocumentFacts
    units: dict[str, Unit]
    writer: Writer | None
    at: datetime
    withheld: int = 0

    def refusal(self, act: str) -> Refusal | None:
        """Return why the viewer's unit cannot do ``act`` on the document now, or None."""
        return document_refusal(act, self.process, self.document, self.writer, self.at)

    @property
    def case(self) -> Plan:
        """What the pages of acts call what they act on."""
        return self.plan


def document_page(
    viewer: Actor, plan_id: UUID, *, at: datetime, action: str = "sip_document"
) -> DocumentPage:
    """Return the document. Raises NotThere for a plan of others. Logs the patient; the unit's notices are seen."""
    page = plan_page(viewer, plan_id, at=at, action=action)
    writer = writer_of(page.facts, str(viewer.unit_id), str(page.plan.led_by_id or ""))
    document = fold_document(page.own)
    shown = shown_to(document, page.facts, writer, at)
    return DocumentPage(
        page.plan,
        page.facts,
        fold_process(str(plan_id), page.own) if page.plan.case_id else page.facts,
        page.own,
        shown,
        page.units,
        writer,
        at,
        len(document.rows) - len(shown.rows),
    )


def lock_basis_of(
    plan: Plan, process: CaseFacts, at: datetime, *, has_consent: bool, is_short: bool = False
) -> LockBasis:
    """Return what decides what the plan must hold: age, legal form, care form, who takes part."""
    psychiatry = any(unit.role == "outpatient_psychiatry" for unit in process.active_units)
    return LockBasis(
        plan_type=COMPULSORY if is_compulsory(process) else "SIP",
        is_child=is_child(plan.person.birth_date, local_date(at)),
        is_soon_adult=is_soon_adult(plan.person.birth_date, local_date(at)),
        is_short=is_short,
        needs_crisis_plan=psychiatry or process.care_form in PSYCHIATRIC_CARE,
        has_consent=has_consent,
        open_units=frozenset(open_parties(process)),
        guardians=guardians_said(process, at),
        today=local_date(at),
        last_follow_up=latest_follow_up(local_date(at), process),
    )
