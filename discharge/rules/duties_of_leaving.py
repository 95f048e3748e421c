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
    "give_patient_summary": Duty(
        "Ge patienten information",
        "Lämna",
        "give_patient_summary",
        "law",
        "Patientlagen 3 kap. 2 b §",
        "calendar",
        "Patienten ska få veta vem som är fast vårdkontakt, när SIP görs och vilka planer som finns. Det ska ske "
        "vid utskrivningen; här räknas den dagen ut (vår tolkning).",
    ),
    "record_follow_up_call": Duty(
        "Följ upp 48–72 h",
        "Anteckna",
        "record_follow_up_call",
        "routine",
        ROUTINE,
        "elapsed",
        "Patienten rings 48 till 72 timmar efter utskrivningen: {window}. Ärendet avslutas inte före samtalet. "
        "Nås ingen är det ett försök, och samtalet står kvar.",
    ),
    "plan_follow_up_call": Duty(
        "Välj ny enhet för uppföljningen",
        "Välj",
        "plan_follow_up_call",
        "routine",
        ROUTINE,
        "none",
        "Enheten som skulle ringa patienten är inte kvar i ärendet. Välj en annan, eller avstå med ett skäl.",
    ),
}
