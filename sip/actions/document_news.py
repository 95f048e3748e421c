"""Tell the plan's units of its document: that there is news, never a word of what it says."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from discharge.rules.facts import CaseFacts
from lus.events.models import Event
from lus.notifications.tell import tell
from sip.rules.document.facts import DocumentFacts
from sip.rules.document.told_of_document import told_of_document
from sip.rules.told_of_plan import told_of_plan

from .plan_act import NEWS


def tell_of_document(
    events: Sequence[Event], process: CaseFacts, document: DocumentFacts, *, in_case: bool, at: datetime
) -> None:
    """Tell those that the rules name, but not who acted. ``in_case``: its case tells of the process itself."""
    for event in events:
        told = told_of_document(event.name, process, document)
        if not in_case:
            told |= told_of_plan(event.name, process, event.data)
        told -= {str(event.unit_id)}
        tell([UUID(unit) for unit in sorted(told)], case_id=None, cause_id=event.pk, kind=NEWS, at=at)
