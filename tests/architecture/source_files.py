"""The files that structure tests read: our own source, not what was installed or generated."""

from collections.abc import Iterator
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
PACKAGES = ("lus", "discharge", "sip", "deviations", "followup")


def product_modules() -> Iterator[Path]:
    """Yield the Python files of the product, without migrations."""
    for package in PACKAGES:
        for file in sorted((CHECKOUT / package).rglob("*.py")):
            if "migrations" not in file.parts:
                yield file


def templates() -> Iterator[Path]:
    """Yield all templates."""
    for pattern in ("*.html", "*.svg", "*.txt"):
        yield from sorted((CHECKOUT / "templates").rglob(pattern))


def short(file: Path) -> str:
    """Return the file's path inside the checkout, for messages."""
    return str(file.relative_to(CHECKOUT))
