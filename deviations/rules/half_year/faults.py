"""De tre viktigaste systemfelen: what the analyst says that the county shall mend, who sees to it, and when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from .reported import Fault

MOST: Final = 3
LONGEST_TEXT: Final = 200
LONGEST_OWNER: Final = 80


def tidied(faults: Sequence[Fault]) -> tuple[Fault, ...]:
    return tuple(replace(one, text=one.text.strip(), owner=one.owner.strip()) for one in faults)


def fault_errors(faults: Sequence[Fault], today: date) -> Iterator[tuple[str, str, str]]:
    """Yield ``(field, what is so, what to do)`` for everything that is missing, too long or too early.

    Fields are ``text_1``, ``owner_1``, ``due_1`` and so on.
    """
    if len(faults) > MOST:
        yield "faults", f"{len(faults)} systemfel angavs.", f"Välj högst {MOST}."
    for number, one in enumerate(faults[:MOST], start=1):
        yield from _lengths(f"text_{number}", one.text, LONGEST_TEXT, "Beskriv felet i en mening.")
        yield from _lengths(
            f"owner_{number}", one.owner, LONGEST_OWNER, "Skriv vilken funktion som ansvarar."
        )
        if one.due < today:
            yield f"due_{number}", "Datumet har passerat.", "Välj i dag eller en senare dag."


def _lengths(field: str, text: str, longest: int, advice: str) -> Iterator[tuple[str, str, str]]:
    if not text:
        yield field, "Uppgiften saknas.", advice
    elif len(text) > longest:
        yield field, f"Texten har {len(text)} tecken. Högst {longest} får plats.", "Korta den."
