"""Avvikelse om ärendet: any party may report one as long as it may read the case, also after it is closed."""

from __future__ import annotations

from typing import Final

from .stage import ALL, Stage
from .stages_of_corrections import ALWAYS

STAGES_OF_DEVIATIONS: Final[dict[str, Stage]] = {
    "report_deviation": Stage("Att rapportera en avvikelse", ALL, ALWAYS),
}
AFTER_CLOSING: Final = frozenset(STAGES_OF_DEVIATIONS)
STALE_OF_DEVIATIONS: Final[dict[str, frozenset[str]]] = {"report_deviation": frozenset()}
