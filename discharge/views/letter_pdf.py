"""Utskrivningsinformation as PDF: tagged (PDF/UA-1), in Swedish, with nothing personal in its metadata."""

from typing import Any

from lus.web.set_pdf import set_pdf


def letter_pdf(letter: dict[str, Any], *, large: bool, footer: str) -> bytes:
    """Return the PDF of ``letter`` (``summary_words.letter``). ``large``: 18 points instead of 12."""
    return set_pdf("letter.typ", {**letter, "large": large, "footer": footer})
