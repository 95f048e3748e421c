"""Läkarens namn: who judged or decided; a name, not a user."""

from lus.refusals import InvalidInput

LONGEST = 120


def physician_name(text: str, field: str = "physician") -> str:
    """Return the name without spaces around it. Raises InvalidInput when there is none."""
    name = text.strip()
    if not name or len(name) > LONGEST:
        raise InvalidInput(
            "Det är en läkares beslut, och läkaren behöver anges.",
            "Skriv läkarens namn.",
            code="physician-missing",
            field=field,
        )
    return name
