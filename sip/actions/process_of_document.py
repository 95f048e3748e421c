"""What a document means for its process: written where the process is, in the case or in the plan's own stream."""

from typing import Any

from discharge.actions.case_act import CaseAct
from discharge.queries.facts import facts_of
from discharge.rules.facts import CaseFacts
from lus.events.record import New
from sip.rules.document.established import plan_in_short
from sip.rules.document.when import is_compulsory

from .document_act import DocumentAct


def in_process(act: DocumentAct, *new: New) -> None:
    """Record ``new`` on what carries the process. The act must have begun ``with_case``."""
    if act.plan.case_id is None:
        act.record(*new)
        return
    carrier = CaseAct(act.plan.case_id, facts_of(act.plan.case_id), act.actor, act.at)
    carrier.record(*new)
    act.process = carrier.whole


def established(act: DocumentAct, gaps: dict[str, Any] | None = None) -> CaseFacts:
    """Let the locked version be in force, here and in the process. ``gaps``: ``{missing, reason}``, if any.

    Under ÖPT and ÖRV the process has a care plan of its own in the case; the document alone says so.
    """
    version = act.document.locked
    assert version is not None
    parts = plan_in_short(version)
    if gaps is not None:
        act.record(New("sip_established_with_gaps", {"no": version.no, **gaps}))
    else:
        act.record(New("sip_established", {**parts, "no": version.no}))
    needs_own = act.plan.case_id is not None or gaps is not None
    if needs_own and not is_compulsory(act.process):
        in_process(act, New("sip_established", parts))
    return act.facts
