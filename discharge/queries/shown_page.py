"""What the words about a joint plan need of a page: of a case, or of a plan outside hospital."""

from typing import Protocol

from discharge.rules.facts import CaseFacts
from lus.organisations.models import Unit
from lus.persons.models import Person


class Subject(Protocol):
    """What is acted on: whose it is, and its code."""

    @property
    def person(self) -> Person: ...

    @property
    def reference(self) -> str: ...


class ShownPage(Protocol):
    """``units`` by unit id."""

    @property
    def case(self) -> Subject: ...

    @property
    def facts(self) -> CaseFacts: ...

    @property
    def units(self) -> dict[str, Unit]: ...
