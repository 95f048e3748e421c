"""A patient in a list, ready for the component `person`: a name and an age, or only a case code."""

from typing import Any

from discharge.queries.shown_person import ShownPerson

from .person_words import age_words


def listed_person(person: ShownPerson, reference: str, url: str) -> dict[str, Any]:
    """Return ``{family, given, age, born, code, url, protected}``; a protected person shows the code alone."""
    family, _, given = person.name.partition(", ")
    return {
        "family": family,
        "given": given,
        "age": age_words(person.age),
        "born": person.birth_date.isoformat() if person.birth_date else "",
        "code": reference,
        "url": url,
        "protected": person.is_protected,
    }


def spoken(person: ShownPerson, reference: str) -> str:
    """``Åberg Anna``, or ``ärende N4K7P``: what a screen reader says after the verb."""
    return f"ärende {reference}" if person.is_protected else person.name.replace(",", "")
