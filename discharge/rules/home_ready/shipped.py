"""Den gemensamma listan: the checklist that comes with the product, and the one that a case without a key has."""

from functools import cache
from pathlib import Path

from .checklist import STANDARD, Checklist
from .read_checklist import read_checklist

FILES = {STANDARD: Path(__file__).with_name("chk_se_1.csv")}


@cache
def shipped(key: str = STANDARD) -> Checklist:
    """Return a version that comes with the product. Raises KeyError for one that does not."""
    return read_checklist(key, FILES[key].read_text(encoding="utf-8"))
