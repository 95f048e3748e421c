"""Which acts follow an event, in the same transaction and in listed order.

The table itself stands in ``lus/reactions.py`` (it may name every app); this module only keeps and runs it.
"""

from collections.abc import Callable, Mapping, Sequence

from .models import Event

Reaction = Callable[[Event], None]
_table: dict[str, tuple[Reaction, ...]] = {}


def install(table: Mapping[str, Sequence[Reaction]]) -> None:
    """Replace the whole table ``{event name: acts}``; called once at start-up."""
    _table.clear()
    _table.update({name: tuple(acts) for name, acts in table.items()})


def react(events: Sequence[Event]) -> None:
    """Run the acts that are listed for each event."""
    for event in events:
        for act in _table.get(event.name, ()):
            act(event)
