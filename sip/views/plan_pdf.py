"""Planen som PDF: tagged (PDF/UA-1), Swedish, with nothing personal in its metadata or its name."""

from lus.web.set_pdf import set_pdf
from sip.rules.document.facts import DocumentFacts, Version

from .person_print import person_print
from .print_about import PrintAbout
from .staff_print import staff_print

TEMPLATE = "sip_plan.typ"
FILE_NAME = "plan.pdf"


def person_pdf(facts: DocumentFacts, version: Version, paper: PrintAbout, *, size: str = "normal") -> bytes:
    """Return the person's own copy. ``size``: ``normal`` (14 points) or ``large`` (18)."""
    return set_pdf(TEMPLATE, person_print(facts, version, paper, size=size))


def staff_pdf(facts: DocumentFacts, version: Version, paper: PrintAbout) -> bytes:
    """Return the print with all sections."""
    return set_pdf(TEMPLATE, staff_print(facts, version, paper))
