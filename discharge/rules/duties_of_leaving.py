"""Plikterna vid utskrivningen i ord: the rows of ``DUTIES`` for the handover and what follows it."""

from __future__ import annotations

from typing import Final

from .duty import ROUTINE, Duty

LEAVING_DUTIES: Final[dict[str, Duty]] = {
    "send_handover": Duty(
        "Skicka överlämning",
        "Skicka",
        "send_handover",
        "law",
        "LUS 3 kap. 2 §",
        "calendar",
        "Informationen till dem som tar över ska skickas senast samma dag som patienten skrivs ut.",
    ),
    "complete_handover": Duty(
        "Komplettera överlämning ({parts})",
        "Komplettera",
        "send_handover",
        "law",
        "LUS 3 kap. 2 §",
        "calendar",
        "Överlämningen är skickad, men delar saknas. Informationen ska vara skickad samma dag som patienten "
        "skrivs ut. Vilka delar som krävs är en intern rutin.",
    ),
    "confirm_handover_received": Duty(
        "Bekräfta överlämningen",
        "Bekräfta",
        "confirm_handover_received",
        "routine",
        ROUTINE,
        "none",
        "Avdelningen behöver veta att den som tar över har fått informationen. Lagen har ingen tidsgräns.",
    ),
}
