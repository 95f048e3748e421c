"""Pages lead somewhere: relative links resolve, and every file that a page names exists."""

import re
from pathlib import Path

import pytest

from .source_files import CHECKOUT, short

FRONT = [CHECKOUT / name for name in ("README.md", "CONTRIBUTING.md")]
PAGES = sorted([*(CHECKOUT / "docs").rglob("*.md"), *filter(Path.exists, FRONT)])
LINK = re.compile(r"\]\(([^)\s]+)\)")
FILE = re.compile(r"`((?:lus|discharge|sip|tests|docs)/[\w/.-]+)`")
HOW_TOS = sorted((CHECKOUT / "docs" / "howto").glob("*.md"))


def _relative_links(document: Path) -> list[str]:
    found = LINK.findall(document.read_text())
    return [
        link.partition("#")[0]
        for link in found
        if "://" not in link and not link.startswith(("#", "mailto:"))
    ]


@pytest.mark.parametrize("document", PAGES, ids=short)
def test_relative_links_resolve(document: Path) -> None:
    assert [link for link in _relative_links(document) if not (document.parent / link).exists()] == []


@pytest.mark.parametrize("document", PAGES, ids=short)
def test_files_that_are_named_exist(document: Path) -> None:
    assert [name for name in FILE.findall(document.read_text()) if not (CHECKOUT / name).exists()] == []


@pytest.mark.parametrize("document", HOW_TOS, ids=short)
def test_a_how_to_fits_on_a_screen(document: Path) -> None:
    assert len(document.read_text().splitlines()) <= 40
