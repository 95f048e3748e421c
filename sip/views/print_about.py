"""Vem och vad utskriften gäller: what the typesetting of a plan needs beside the document itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True)
class PrintAbout:
    """``reference`` stands where a protected person's name would. ``identifier``: only when the person wants it.

    ``units``: names by id; ``phones``: units' numbers by id. ``hidden``: the person's own number and address, looked
    for in every sentence when the person is protected. ``language``: a key of ``HEADINGS``. ``for_guardian``: "1" or
    "2" when the copy is a guardian's. ``made_at``: when the paper is made.
    """

    reference: str
    name: str
    made_at: datetime
    identifier: str = ""
    is_protected: bool = False
    units: Mapping[str, str] = field(default_factory=dict)
    phones: Mapping[str, str] = field(default_factory=dict)
    hidden: tuple[str, ...] = ()
    language: str = "sv"
    for_guardian: str = ""
    plan_type: str = "SIP"

    def unit(self, unit_id: str) -> str:
        """The unit's name, "" when it is not known."""
        return self.units.get(unit_id, "")
