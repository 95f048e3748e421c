"""Löpnummer på pappersblanketter: eight characters that can be read aloud, the last of which proves the others."""

import secrets

LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
LENGTH = 7


def new_serial() -> str:
    """Return ``K7PM-4TQ9``. Drawn, so that nobody can guess the number of a form that lies in another binder."""
    body = "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
    return _with_dash(body + check_letter(body))


def read_serial(typed: str) -> str | None:
    """Return what was typed or scanned as it stands on the form, None when a character must be wrong."""
    text = "".join(letter for letter in typed.upper() if letter not in " -–")
    if len(text) != LENGTH + 1 or not set(text) <= set(LETTERS):
        return None
    return _with_dash(text) if check_letter(text[:-1]) == text[-1] else None


def check_letter(body: str) -> str:
    """Return the letter that finds one wrong character and two that changed places (weights modulo the prime 31)."""
    total = sum(weight * LETTERS.index(letter) for weight, letter in enumerate(body, start=2))
    return LETTERS[total % len(LETTERS)]


def _with_dash(text: str) -> str:
    return f"{text[:4]}-{text[4:]}"
