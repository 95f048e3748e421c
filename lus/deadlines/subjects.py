"""What a duty is about when it is about no case: told by whoever knows such subjects, installed at start-up.

Lists of duties stand below the apps whose duties they show; this is how they learn whose plan it is without
importing anybody.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from lus.organisations.actor import Actor
from lus.persons.models import Person

from .models import Obligation


@dataclass(frozen=True, slots=True)
class DutySubject:
    """``state`` and ``note``: where it stands, in words; ``place``: whose it is, as a unit's name, "" = nobody's yet.

    ``person`` None: about no patient. ``act_url``: the address of the act that meets a duty, "" when there is none.
    """

    person: Person | None
    reference: str
    url: str
    state: str
    note: str
    place: str
    act_url: Callable[[Obligation], str]


Finder = Callable[[Actor, Collection[UUID], datetime], Mapping[UUID, DutySubject]]
_finders: list[Finder] = []


def install(*finders: Finder) -> None:
    """Let ``finders`` tell of the subjects of duties, by id; each leaves out what the viewer may not see."""
    _finders[:] = finders


def subjects_of(viewer: Actor, ids: Collection[UUID], at: datetime) -> dict[UUID, DutySubject]:
    """Return what the viewer may see of ``ids``, in a number of statements that their count does not change."""
    found: dict[UUID, DutySubject] = {}
    for finder in _finders:
        found.update(finder(viewer, ids, at))
    return found
