"""Meddelandets text: there, and not longer than one reads."""

from lus.refusals import InvalidInput

LIMIT = 2000


def tidy_message(value: str, field: str = "text") -> str:
    """Return ``value`` without space around it and with plain line ends. Raises InvalidInput when empty or too long."""
    text = value.replace("\r\n", "\n").strip()
    if not text:
        raise InvalidInput("Meddelandet är tomt.", "Skriv texten.", field=field)
    if "\x00" in text:
        raise InvalidInput("Texten har ett tecken som inte går att spara.", "Skriv om texten.", field=field)
    if len(text) > LIMIT:
        raise InvalidInput(
            f"Texten har {len(text)} tecken, men får ha högst {LIMIT}.", "Korta texten.", field=field
        )
    return text
