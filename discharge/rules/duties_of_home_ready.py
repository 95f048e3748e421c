"""Hemgångslistans plikter i ord. All of them intern rutin: neither law nor agreement has such a limit."""

from __future__ import annotations

from typing import Final

from .duty import ROUTINE, Duty

DUTIES_OF_HOME_READY: Final[dict[str, Duty]] = {
    "settle_home_ready_points": Duty(
        "Åtgärda {points}",
        "Besvara",
        "answer_home_ready_point",
        "routine",
        ROUTINE,
        "calendar",
        "Punkterna behöver vara klara till beräknad utskrivning för att patienten ska vara hemgångsklar. "
        "Listan är en intern rutin och hindrar ingen utskrivning.",
    ),
    "open_waiting_reason": Duty(
        "Ange orsak till kvarstannande",
        "Ange",
        "open_waiting_reason",
        "routine",
        ROUTINE,
        "elapsed",
        "Patienten är utskrivningsklar och är kvar efter dag noll. Senast kl. 10 nästa dag anges vad alla "
        "väntar på. Tiden är en intern rutin.",
    ),
}
