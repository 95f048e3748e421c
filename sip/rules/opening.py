"""Var planen påbörjas: in a discharge, in outpatient care, or around somebody's home."""

from __future__ import annotations

from typing import Final

# What somebody may begin; ``discharge`` begins with the need in a case.
ORIGINS: Final[dict[str, str]] = {"outpatient": "I öppenvården", "home": "I hemmet"}
ORIGIN_WORDS: Final[dict[str, str]] = {"discharge": "Vid utskrivning", **ORIGINS}
