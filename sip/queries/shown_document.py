"""Planens innehåll som en enhet får läsa det: the one place where a plan's own events become text for somebody."""

from collections.abc import Iterable
from datetime import datetime

from discharge.rules.facts import CaseFacts, EventFact
from lus.organisations.actor import Actor
from sip.models import Plan
from sip.rules.document.facts import DocumentFacts
from sip.rules.document.fold_document import fold_document
from sip.rules.document.party import writer_of
from sip.rules.document.shown_without_consent import shown_to


def shown_document(
    viewer: Actor, plan: Plan, process: CaseFacts, own: Iterable[EventFact], *, at: datetime
) -> DocumentFacts:
    """Return what the viewer's unit may read at ``at``. ``own``: the events of the plan's own stream."""
    writer = writer_of(process, str(viewer.unit_id), str(plan.led_by_id or ""))
    return shown_to(fold_document(own), process, writer, at)
