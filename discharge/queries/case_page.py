"""Ärendet: everything one case page, or one API answer, shows of a case."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from discharge.models import Case
from discharge.rules.facts import CaseFacts
from discharge.rules.home_ready.checklist import Checklist
from discharge.rules.ledger import Ledger
from discharge.rules.owed_on_messages import DUTIES
from lus.access_log.log import log_shown
from lus.deadlines.models import Obligation
from lus.deadlines.queries import clocks_of
from lus.notifications.queries import mark_case_seen
from lus.opening_hours import Hours
from lus.organisations.actor import Actor
from lus.organisations.models import Unit
from lus.organisations.queries import opening_hours_of, units_by_id

from .care_chain import ChainedCase, chained_cases
from .checklists import checklist_of
from .facts import facts_of
from .known_to import known_to
from .ledger import ledger_of
from .visible import case_of


@dataclass(frozen=True, slots=True)
class CasePage:
    """A case as one viewer sees it. ``units``/``hours`` by unit id (str); ``ledger`` None before the first notice.

    ``checklist``: the version of the home-ready list that the case began with. ``chain``: the other cases of the
    care chain that the viewer is party to as well.
    """

    case: Case
    facts: CaseFacts
    units: dict[str, Unit]
    hours: dict[str, Hours]
    clocks: list[Obligation]
    ledger: Ledger | None
    checklist: Checklist
    chain: list[ChainedCase]


def case_page(
    viewer: Actor, case_id: UUID, *, at: datetime, action: str = "case", looks: bool = True
) -> CasePage:
    """Return the case. Raises NotThere for a case of others. Logs the patient; the unit's notices are seen.

    ``looks``: False for a page that fetches itself, which is not somebody who looks.
    """
    case = case_of(viewer, case_id)
    whole = facts_of(case_id)
    facts = known_to(viewer, whole, at)
    clocks = _known_clocks(clocks_of(case_id), whole, facts)
    units = units_by_id(_unit_ids(facts, clocks))
    page = CasePage(
        case,
        facts,
        units,
        opening_hours_of(units),
        clocks,
        ledger_of(facts, at=at, protected=case.person.is_protected),
        checklist_of(facts.home.checklist),
        chained_cases(viewer, case),
    )
    log_shown(viewer, action, [case.person_id], at=at, case_id=case_id)
    if looks and viewer.source == "web":
        mark_case_seen(viewer, case_id, at=at)
    return page


def _known_clocks(clocks: list[Obligation], whole: CaseFacts, known: CaseFacts) -> list[Obligation]:
    """Leave out the duties to read a message that the viewer has not got."""
    if whole is known:
        return clocks
    others = {item.event_id for item in whole.deliveries} - {item.event_id for item in known.deliveries}
    return [duty for duty in clocks if duty.code not in DUTIES or duty.key not in others]


def _unit_ids(facts: CaseFacts, clocks: list[Obligation]) -> set[str]:
    ids = {facts.ward_id, *(unit.unit_id for unit in facts.units)}
    ids |= {unit.suggested_unit_id for unit in facts.units if unit.suggested_unit_id}
    ids |= {str(duty.unit_id) for duty in clocks if duty.unit_id}
    ids |= {unit_id for message in facts.messages for unit_id in (message.unit_id, *message.recipients)}
    ids |= {reason.owner_id for reason in facts.waiting}
    ids |= {answer.responsible_id for answer in facts.home.answers if answer.responsible_id}
    ids |= {one.ward_id for one in facts.chain.segments}
    ids |= facts.sip.meetings[-1].unit_ids if facts.sip.meetings else set()
    ids |= {block.unit_id for block in facts.blocks}
    ids |= {facts.chain.transferred_to} if facts.chain.transferred_to else set()
    if facts.care_contact:
        ids.add(facts.care_contact.unit_id)
    return ids
