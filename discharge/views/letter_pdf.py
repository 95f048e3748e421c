"""Utskrivningsinformation as PDF: tagged (PDF/UA-1), in Swedish, with nothing personal in its metadata."""

import json
from functools import cache
from typing import Any

import typst
from django.conf import settings

TEMPLATE = settings.BASE_DIR / "templates" / "pdf" / "letter.typ"


def letter_pdf(letter: dict[str, Any], *, large: bool, footer: str) -> bytes:
    """Return the PDF of ``letter`` (``summary_words.letter``). ``large``: 18 points instead of 12.

    The words go in as data: nothing that somebody wrote can be read as markup. Fonts are the library's own.
    """
    data = json.dumps({**letter, "large": large, "footer": footer})
    return typst.compile(
        _template(),
        format="pdf",
        sys_inputs={"letter": data},
        pdf_standards=["ua-1"],
        ignore_system_fonts=True,
    )


@cache
def _template() -> bytes:
    return TEMPLATE.read_bytes()
