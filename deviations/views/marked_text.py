"""Var i texten: what the guard found, marked in the text that was just posted; it is kept nowhere."""

from collections.abc import Iterable

from deviations.rules.finding import Finding


def marked_text(text: str, findings: Iterable[Finding]) -> list[tuple[str, bool]]:
    """Return the text in pieces, each with whether it is marked."""
    pieces: list[tuple[str, bool]] = []
    place = 0
    for found in sorted(findings, key=lambda one: one.start):
        if found.end <= place:
            continue
        pieces += [
            (text[place : max(place, found.start)], False),
            (text[max(place, found.start) : found.end], True),
        ]
        place = found.end
    return [piece for piece in (*pieces, (text[place:], False)) if piece[0]]
