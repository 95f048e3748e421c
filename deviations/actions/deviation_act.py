"""The minutes of an act on a deviation: require → visible → lock → rules → event → text → picture → duties → tell."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from deviations.models import Deviation
from deviations.queries.deviation_facts import facts_from, facts_of_deviation
from deviations.queries.visible import deviation_of, standings_in
from deviations.rules.facts_of_deviation import DeviationFacts
from deviations.rules.flow import REPORTER, flow_refusal
from deviations.rules.told_of_deviation import told_of_deviation
from discharge.actions.case_act import refuse
from lus.events.models import Event
from lus.events.queries import events_of
from lus.events.reactions import react
from lus.events.record import New, lock_stream, record
from lus.notifications.tell import tell
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission

from .deviation_picture import save_deviation
from .guarded_text import Written, keep_written
from .without_names import unnamed

NEWS = "deviation_news"


@dataclass
class DeviationAct:
    """One act under way. ``facts``: how it stands when its stream is locked; ``standings``: the actor's."""

    row: Deviation
    facts: DeviationFacts
    standings: frozenset[str]
    actor: Actor
    at: datetime

    @property
    def side(self) -> str:
        """Return for whom the actor speaks: ``reporter``, ``receiver`` or ``county``."""
        if self.standings & REPORTER:
            return "reporter"
        return "receiver" if self.standings - {"analyst"} else "county"

    def record(self, new: New, *said: Written) -> DeviationFacts:
        """Record ``new`` with what was said, and make row, duties and notices agree. Returns the facts after."""
        events = record(self.row.pk, [new], actor=unnamed(self.actor), at=self.at, last=self.facts.version)
        for one in said:
            keep_written(self.row, one, new, self.side, self.actor, self.at)
        self.facts = facts_from(self.row.pk, events_of(self.row.pk))
        save_deviation(self.row.pk, self.facts, at=self.at, because=new.name)
        tell_deviation(events, self.facts, self.at)
        react(events)
        return self.facts


def begin_deviation(act: str, number: str, *, actor: Actor, at: datetime) -> DeviationAct:
    """Lock the deviation, or refuse ``act`` on it.

    Raises NotPermitted, NotThere (also for one of others), or the rules' refusal with where it stands and what can be
    done: whoever comes second reads what the first did.
    """
    actor.require(Permission.SEE_DEVIATIONS)
    found = deviation_of(actor, number)
    lock_stream(found.pk)
    row = deviation_of(actor, number)
    standings = standings_in(actor, [row], at=at)[row.pk]
    facts = facts_of_deviation(row.pk)
    refuse(flow_refusal(act, facts, standings, at))
    return DeviationAct(row, facts, standings, actor, at)


def tell_deviation(events: Sequence[Event], facts: DeviationFacts, at: datetime) -> None:
    """Tell the other side that there is news: what, they read in the register."""
    for event in events:
        told = told_of_deviation(event.name, facts) - {str(event.unit_id)}
        tell([UUID(unit) for unit in sorted(told)], case_id=None, cause_id=event.pk, kind=NEWS, at=at)
