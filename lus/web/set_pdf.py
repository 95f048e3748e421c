"""PDF av Typst: tagged (PDF/UA-1), own fonts, the words as data and never as markup."""

import json
from functools import cache
from typing import Any

import typst
from django.conf import settings

FOLDER = settings.BASE_DIR / "templates" / "pdf"


def set_pdf(template: str, words: dict[str, Any]) -> bytes:
    """Return the PDF of ``templates/pdf/<template>``, which reads ``words`` from ``sys.inputs.words``."""
    return typst.compile(
        _template(template),
        format="pdf",
        sys_inputs={"words": json.dumps(words)},
        pdf_standards=["ua-1"],
        ignore_system_fonts=True,
    )


@cache
def _template(name: str) -> bytes:
    return (FOLDER / name).read_bytes()
