"""När får ett ärende vidaresändas och tas?: the rows of forwarding and of *Jag tar*."""

from __future__ import annotations

from typing import Final

from .facts import ACTIVE_STATES
from .stage import ALL, ANY_LIVING, RECEIVERS, Stage

ROUTING_STAGES: Final[dict[str, Stage]] = {
    # Again too: the first unit was not the only one that is needed.
    "forward_case": Stage("Att vidaresända", RECEIVERS, ANY_LIVING, unit=ACTIVE_STATES | {"forwarded"}),
    "claim_case": Stage("Att ta ärendet", ALL, ANY_LIVING, unit=ACTIVE_STATES),
    "release_claim": Stage("Att släppa ärendet", ALL, ANY_LIVING, unit=ACTIVE_STATES),
}
