"""Who it is about, ready for `components/person.html`. A protected person is only a case code."""

from datetime import datetime
from typing import Any

from discharge.queries.shown_page import ShownPage
from discharge.queries.shown_person import shown
from lus.persons.identifiers import IdentifierKind
from lus.swedish_time import local_date

NUMBER_NAMES = {
    IdentifierKind.PERSONNUMMER: "Personnummer",
    IdentifierKind.SAMORDNINGSNUMMER: "Samordningsnummer",
    IdentifierKind.NATIONAL_RESERVE_NUMBER: "Reservnummer",
    IdentifierKind.LOCAL_RESERVE_NUMBER: "Lokalt reservnummer",
}


def person_words(page: ShownPage, at: datetime) -> dict[str, Any]:
    """Return ``{family, given, age, code, protected}``."""
    case = page.case
    person = shown(case.person, local_date(at))
    return {
        "family": "" if person.is_protected else case.person.family_name,
        "given": "" if person.is_protected else case.person.given_name,
        "age": age_words(person.age),
        "code": case.reference,
        "protected": person.is_protected,
    }


def age_words(age: int | None) -> str:
    """``84 år``, or that it is not known."""
    return "ålder okänd" if age is None else f"{age} år"


def number_words(kind: str, identifier: str) -> str:
    """``19900222-2397``; a local reserve number as issued."""
    if kind == IdentifierKind.LOCAL_RESERVE_NUMBER:
        return identifier
    return f"{identifier[:8]}-{identifier[8:]}"
