"""Lyft, handbook deviations §6.4: local group, county, VIS; measures, closed when all are settled."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Final

from discharge.rules.facts import EventFact
from discharge.rules.refusal import Refusal

from .facts_of_deviation import Measure

LIFT_LEVELS: Final = {"local": "Lokal samverkansgrupp", "county": "Länet", "vis": "VIS"}
LIFT_STATES: Final = {
    "open": "Öppet",
    "on_agenda": "På dagordningen",
    "decided": "Åtgärd beslutad",
    "done": "Avslutat",
}
ON_DEVIATION: Final = {level: f"deviation_lifted_{level}" for level in LIFT_LEVELS}
OPEN: Final = frozenset({"open", "on_agenda", "decided"})


@dataclass(frozen=True, slots=True)
class LiftMeasure:
    """``measure.done_at``: when it was done, or given up (``is_rejected``)."""

    measure: Measure
    is_rejected: bool = False


@dataclass(frozen=True, slots=True)
class LiftFacts:
    """Folded from the lift's stream. Ids are text; ``deviations``: ids in the order they came."""

    opened_at: datetime
    reference: str = ""
    county: str = ""
    level: str = "local"
    group: str = ""
    groups: tuple[str, ...] = ()
    state: str = "open"
    agenda_on: date | None = None
    deviations: tuple[str, ...] = ()
    measures: tuple[LiftMeasure, ...] = ()
    events: tuple[EventFact, ...] = ()

    @property
    def version(self) -> int:
        return self.events[-1].seq if self.events else 0

    @property
    def waiting(self) -> tuple[LiftMeasure, ...]:
        """The measures that nobody has settled."""
        return tuple(one for one in self.measures if one.measure.done_at is None)


def fold_lift(events: Iterable[EventFact]) -> LiftFacts:
    """Return what is known after ``events``, oldest first."""
    kept = tuple(events)
    facts = LiftFacts(kept[0].happened_at)
    for event in kept:
        facts = _after(facts, event)
    return replace(facts, events=kept)


def _after(facts: LiftFacts, event: EventFact) -> LiftFacts:
    told: dict[str, Any] = dict(event.data)
    if event.name == "lift_opened":
        moved = _moved(facts, told)
        return replace(moved, reference=told["reference"], county=told["county"])
    if event.name == "lift_raised":
        return replace(_moved(facts, told), state="open", agenda_on=None)
    if event.name == "lift_deviation_added":
        return replace(facts, deviations=(*facts.deviations, told["deviation_id"]))
    if event.name == "lift_agenda_set":
        state = "on_agenda" if facts.state == "open" else facts.state
        return replace(facts, state=state, agenda_on=date.fromisoformat(told["day"]))
    if event.name == "lift_measure_decided":
        due = date.fromisoformat(told["due"])
        measure = Measure(event.event_id, told["owner_unit"], told["owner_role"], due)
        return replace(facts, state="decided", measures=(*facts.measures, LiftMeasure(measure)))
    if event.name in ("lift_measure_done", "lift_measure_rejected"):
        return replace(facts, measures=tuple(_settled(one, event) for one in facts.measures))
    return replace(facts, state="done") if event.name == "lift_closed" else facts


def _moved(facts: LiftFacts, told: dict[str, Any]) -> LiftFacts:
    return replace(facts, level=told["level"], group=told["group"], groups=(*facts.groups, told["group"]))


def _settled(one: LiftMeasure, event: EventFact) -> LiftMeasure:
    if one.measure.event_id != event.data["measure_id"]:
        return one
    measure = replace(one.measure, done_at=event.happened_at)
    return LiftMeasure(measure, is_rejected=event.name == "lift_measure_rejected")


LIFT_ACTS: Final = {
    "put_lift_on_agenda": "Sätt på dagordningen",
    "decide_lift_measure": "Besluta åtgärd",
    "settle_lift_measure": "Åtgärden är klar",
    "add_to_lift": "Lägg till avvikelse",
    "raise_lift": "Lyft vidare",
    "close_lift": "Avsluta lyftet",
}


def lift_refusal(act: str, facts: LiftFacts, *, may_act: bool) -> Refusal | None:
    """Return why ``act`` cannot be done, or None. ``may_act``: of the group that has it, or the county's analyst."""
    if not may_act:
        return Refusal(
            "deviation-not-yours",
            "Ert uppdrag får inte göra detta",
            "Gruppens sekreterare eller länets analytiker gör det.",
            "Be den som har uppdraget.",
        )
    if facts.state not in OPEN:
        return _no("Lyftet är avslutat.", "Lyft avvikelsen på nytt vid behov.")
    if act == "close_lift" and (facts.waiting or not facts.measures):
        return _no(
            f"{len(facts.waiting)} åtgärder är inte klara." if facts.waiting else "Ingen åtgärd är beslutad.",
            "Markera varje åtgärd som klar eller avförd." if facts.waiting else "Besluta en åtgärd först.",
        )
    if act == "settle_lift_measure" and not facts.waiting:
        return _no("Ingen åtgärd väntar.", "Besluta en åtgärd först.")
    if act == "raise_lift" and facts.level == "vis":
        return _no("VIS är sista nivån.", "Besluta en åtgärd.")
    return None


def open_lift_acts(facts: LiftFacts, *, may_act: bool) -> list[str]:
    return [act for act in LIFT_ACTS if lift_refusal(act, facts, may_act=may_act) is None]


def _no(detail: str, advice: str) -> Refusal:
    return Refusal("lift-state", "Lyftet har ett annat läge", detail, advice)
