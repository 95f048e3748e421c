"""Meddelandets typ: what a general message is about; a closed list, and the thread's heading."""

from __future__ import annotations

from typing import Final

INFO: Final = "info"

CATEGORIES: Final[dict[str, str]] = {
    "organisation": "Praktisk fråga (vem, när)",
    "planning": "Planering",
    "medicines": "Läkemedel",
    "aids": "Hjälpmedel och bostad",
    "nursing": "Omvårdnad",
    "transport": "Hemresa",
    INFO: "Information",
}
# The only category whose receipts may be given many at a time.
IN_BULK: Final = frozenset({INFO})
