"""From stored events to what is known of a deviation."""

from collections.abc import Iterable
from uuid import UUID

from deviations.rules.facts_of_deviation import DeviationFacts
from deviations.rules.fold_deviation import fold_deviation
from discharge.queries.facts import event_facts
from lus.events.models import Event
from lus.events.queries import events_of


def facts_of_deviation(deviation_id: UUID) -> DeviationFacts:
    """Return how the deviation stands, in one statement."""
    return facts_from(deviation_id, events_of(deviation_id))


def facts_from(deviation_id: UUID, events: Iterable[Event]) -> DeviationFacts:
    return fold_deviation(event_facts(events), str(deviation_id))
