"""Val av enhet: every unit that can receive messages, grouped by what kind of unit it is."""

from collections.abc import Container
from typing import Any

from discharge.queries.recipients import KIND_HEADINGS, receiving_units

Choices = list[tuple[str, Any]]


def unit_choices(without: Container[str] = ()) -> Choices:
    """Return choices for a select: the empty one, then one group for each kind, by name."""
    groups: dict[str, list[tuple[str, str]]] = {heading: [] for heading in KIND_HEADINGS.values()}
    for unit in receiving_units():
        if str(unit.pk) not in without:
            groups[KIND_HEADINGS[unit.kind]].append((str(unit.pk), unit.name))
    return [("", "Välj enhet"), *((heading, units) for heading, units in groups.items() if units)]
