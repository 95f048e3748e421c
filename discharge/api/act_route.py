"""Handlingstabellen: one row per act that a client may do; the address, the contract and the listing follow from it."""

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from discharge.rules.facts import CaseFacts
from lus.api.fields import ClosedBody
from lus.organisations.roles import Permission


class NoBody(ClosedBody):
    """An act that needs to be told nothing."""


@dataclass(frozen=True)
class ActRoute:
    """``perform``: the act. ``permission``: the one that it asks for. ``if_match``: it replaces what one has seen.

    ``called``: its name in addresses, when that is not the function's own.
    """

    perform: Callable[..., CaseFacts]
    permission: Permission
    body: type[ClosedBody] = NoBody
    if_match: bool = False
    called: str = ""

    @property
    def act(self) -> str:
        """The act's name in the rules: ``mark_ready_for_discharge``."""
        return self.perform.__name__

    @property
    def name(self) -> str:
        """The act's name in addresses: ``mark-ready-for-discharge``."""
        return self.called or self.act.replace("_", "-")

    @property
    def takes_version(self) -> bool:
        return "seen_version" in inspect.signature(self.perform).parameters

    def arguments(self, values: dict[str, Any]) -> dict[str, Any]:
        """Return the act's keyword arguments for what was read from the request."""
        make = getattr(self.body, "arguments", None)
        return dict(make(values)) if make else values


# In the order of a case's life. Other apps add theirs when their addresses are read.
ACTS: dict[str, ActRoute] = {}


def add_acts(*routes: ActRoute) -> tuple[ActRoute, ...]:
    """Put rows into the table and return them. Raises ValueError for a name that is taken by another act."""
    for route in routes:
        if ACTS.setdefault(route.name, route).perform is not route.perform:
            raise ValueError(f"two acts are called {route.name}")
    return routes
