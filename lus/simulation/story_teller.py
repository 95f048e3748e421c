"""Where a story has come to while it is told."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from lus.persons.models import Person
from lus.swedish_time import local_date

from .moments import Moments


@dataclass
class Teller:
    """Where a story has come to. ``case_id`` is set by ``register``; ``units``: who → unit id."""

    moments: Moments
    person: Person
    units: dict[str, UUID]
    case_id: UUID | None = None

    @property
    def case(self) -> UUID:
        assert self.case_id is not None, "a story begins with register"
        return self.case_id

    def day(self, in_days: int) -> Any:
        """Return the local date ``in_days`` from the start of the demo."""
        return local_date(self.moments.now) + timedelta(days=in_days)
