"""SIP utanför sjukhus viks ihop, SoL 10 kap. 8 §, HSL 16 kap. 4 §: the facts of a plan's own stream.

The same facts, handlers and rules as for a plan made in a discharge; only the units come from the plan itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import Final

from discharge.rules import fold_sip
from discharge.rules.case_draft import Draft
from discharge.rules.facts import CaseFacts, EventFact
from discharge.rules.fold_meeting import unit_not_called
from discharge.rules.fold_messages import harm_test_recorded
from discharge.rules.fold_stay import consent_recorded, consent_withdrawn


def fold_process(plan_id: str, events: Iterable[EventFact]) -> CaseFacts:
    """Return how the joint plan stands after ``events``: no stay, no ward, but units, consent and the SIP axis."""
    ordered = sorted(events, key=attrgetter("seq"))
    plan = Draft()
    for event in ordered:
        handler = HANDLERS.get(event.name)
        if handler is not None:
            handler(plan, event)
    return plan.finished(plan_id, ordered)


def _opened(plan: Draft, event: EventFact) -> None:
    plan.known["person_id"] = event.data["person_id"]
    plan.known["region_code"] = event.data.get("region_code", "")
    for unit in event.data["units"]:
        plan.tell(unit["unit_id"], unit["role"], event.happened_at, event.recorded_at)


def _joined(plan: Draft, event: EventFact) -> None:
    plan.tell(event.data["unit_id"], event.data["role"], event.happened_at, event.recorded_at)


def _left(plan: Draft, event: EventFact) -> None:
    plan.move(event.data["unit_id"], "removed", event.recorded_at)
    called = tuple(one for one in plan.sip.get("called", ()) if one != event.data["unit_id"])
    plan.sip.update(called=called)
    plan.sip.get("answers", {}).pop(event.data["unit_id"], None)
    unit_not_called(plan, event.data["unit_id"], event.happened_at)


HANDLERS: Final[dict[str, Callable[[Draft, EventFact], None]]] = {
    "sip_plan_opened": _opened,
    "sip_unit_joined": _joined,
    "sip_unit_left": _left,
    "consent_recorded": consent_recorded,
    "consent_withdrawn": consent_withdrawn,
    "harm_test_recorded": harm_test_recorded,
    **fold_sip.HANDLERS,
}
