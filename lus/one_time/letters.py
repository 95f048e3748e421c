"""Kodens tecken: ten that are drawn, read aloud and typed without being taken for one another. Plain Python."""

import secrets

# No 0 O 1 I L, which look alike; no vowels, so that no draw spells a word that one would not hand to a patient.
LETTERS = "BCDFGHJKMNPQRSTVWXZ23456789"
LENGTH = 10
_BETWEEN = (
    " \t\u00a0-\u2010\u2011\u2012\u2013\u2014"  # a space or any hyphen that a phone or a word processor makes
)


def new_code() -> str:
    """Return ten random characters (47 bits), as they are stored: ``BCDFGHJKMN``."""
    return "".join(secrets.choice(LETTERS) for _ in range(LENGTH))


def shown(code: str) -> str:
    """Return the code as it is printed: ``BCDFG-HJKMN``."""
    return f"{code[: LENGTH // 2]}-{code[LENGTH // 2 :]}"


def read_code(typed: str) -> str | None:
    """Return what was typed as it is stored, in any case, with or without hyphen; None when it can be no code."""
    code = "".join(letter for letter in typed.strip().upper() if letter not in _BETWEEN)
    return code if len(code) == LENGTH and set(code) <= set(LETTERS) else None
