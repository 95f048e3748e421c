"""Utan det spärrade: a case as those outside the blocking unit may know it, and as every shared table holds it."""

from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, datetime

from discharge.rules.blocks import hidden_from, owners_of_hidden, unthreaded
from discharge.rules.facts import CaseFacts, EventFact
from discharge.rules.fold import fold
from discharge.rules.kept import kept_with_facts
from discharge.rules.true_news import with_true_news
from lus.organisations.actor import Actor

from .checklists import checklist_of

LONG_AFTER = datetime.max.replace(tzinfo=UTC)
BLOCK_EVENTS = frozenset({"block_set", "block_lifted"})


def without_blocked(viewer: Actor, whole: CaseFacts, at: datetime) -> CaseFacts:
    """Return the case without what other units have blocked for the viewer's at ``at``: as if it had never been.

    The version too is that of what is left. Returns ``whole`` itself when nothing is hidden.
    """
    return _without(whole, {str(unit_id) for unit_id in viewer.unit_ids}, at)


@kept_with_facts
def shared(whole: CaseFacts) -> CaseFacts:
    """Return the case without anything blocked: what boards, duties and deliveries are made of, for all alike."""
    return _without(whole, (), LONG_AFTER)


def _without(whole: CaseFacts, units: Collection[str], at: datetime) -> CaseFacts:
    hidden = hidden_from(whole, units, at)
    if not hidden:
        return whole
    left = list(unthreaded([event for event in whole.events if event.event_id not in hidden]))
    return fold(whole.case_id, with_true_news(whole.case_id, left, checklist_of(whole.home.checklist)))


def blocked_rows(whole: CaseFacts) -> dict[str, str | None]:
    """Return ``{event id: the unit that alone may be told of it}``; None for news that rests on what is hidden."""
    owners = owners_of_hidden(whole)
    if not owners:
        return {}
    left = {event.event_id for event in shared(whole).events}
    return {
        event.event_id: owners.get(event.event_id) for event in whole.events if event.event_id not in left
    }


def masked(viewer: Actor, facts: CaseFacts) -> CaseFacts:
    """Return the facts with the blocks of others told as the law allows: that they exist, and no more."""
    if not facts.blocks:
        return facts
    own = {str(unit_id) for unit_id in viewer.unit_ids}
    events = tuple(_masked(event, own) if event.name in BLOCK_EVENTS else event for event in facts.events)
    blocks = tuple(block if block.unit_id in own else replace(block, scope="") for block in facts.blocks)
    return replace(facts, events=events, blocks=blocks)


def _masked(event: EventFact, own: set[str]) -> EventFact:
    if own & {event.data["unit_id"], event.data.get("opened_for")}:
        return event
    return replace(event, unit_id=None, unit_name="En annan enhet", actor_name="", data={})
