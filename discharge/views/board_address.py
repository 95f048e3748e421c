"""The address of the board with a choice: filters and columns, no person and no name."""

from urllib.parse import urlencode

from discharge.queries.board_choice import Choice


def address_with(choice: Choice, **changes: str) -> str:
    """Return ``?…`` for the choice with ``changes``; an empty value takes a key away."""
    pairs = [(key, value) for key, value in choice.pairs() if key not in changes]
    return "?" + urlencode([*pairs, *((key, value) for key, value in changes.items() if value)])
