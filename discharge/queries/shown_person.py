"""A patient as lists may show them: masked when the identity is protected."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from lus.persons.models import Person, Protection


@dataclass(frozen=True, slots=True)
class ShownPerson:
    """``name`` is "Efternamn, Förnamn", or empty when protected. ``age`` in whole years, None when not known."""

    person_id: UUID
    name: str
    birth_date: date | None
    age: int | None
    is_protected: bool


def shown(person: Person, today: date) -> ShownPerson:
    """Return what a list shows of ``person``."""
    return shown_from(
        person.pk, person.family_name, person.given_name, person.birth_date, person.protection, today
    )


def shown_from(
    person_id: UUID, family_name: str, given_name: str, birth_date: date | None, protection: str, today: date
) -> ShownPerson:
    """Return the same from columns, for lists that read no whole persons."""
    if protection != Protection.NONE:
        return ShownPerson(person_id, "", None, None, True)
    return ShownPerson(
        person_id, f"{family_name}, {given_name}", birth_date, age_on(birth_date, today), False
    )


GROWN = 18


def is_child(birth_date: date | None, today: date) -> bool:
    """Whether somebody is younger than 18; False when the age is not known."""
    age = age_on(birth_date, today)
    return age is not None and age < GROWN


def is_soon_adult(birth_date: date | None, today: date) -> bool:
    """Whether somebody is 17: a child who is grown within a year."""
    return age_on(birth_date, today) == GROWN - 1


def age_on(birth_date: date | None, today: date) -> int | None:
    """Return whole years of age."""
    if birth_date is None:
        return None
    had_birthday = (today.month, today.day) >= (birth_date.month, birth_date.day)
    return today.year - birth_date.year - (not had_birthday)
