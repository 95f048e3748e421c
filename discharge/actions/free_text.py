"""Egna ord: what somebody writes in words is tidied, short, and there when it must be."""

from lus.refusals import InvalidInput

LIMIT = 300


def tidy_text(value: str, field: str, *, required: bool = False, limit: int = LIMIT) -> str:
    """Return ``value`` without space around it. Raises InvalidInput when it is too long, or missing though required."""
    text = value.strip()
    if required and not text:
        raise InvalidInput("Ett skäl behövs.", f"Skriv skälet med högst {limit} tecken.", field=field)
    if len(text) > limit:
        raise InvalidInput(
            f"Texten har {len(text)} tecken, men får ha högst {limit}.", "Korta texten.", field=field
        )
    return text
