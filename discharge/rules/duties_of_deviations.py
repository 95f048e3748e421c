"""Plikterna i en avvikelse i ord. Numbers stand in ``deviations/rules/policy.py``, *Intern rutin*."""

from __future__ import annotations

from typing import Final

from .duty import ROUTINE, Duty

DUTIES_OF_DEVIATIONS: Final[dict[str, Duty]] = {
    "acknowledge_deviation": Duty(
        "Kvittera avvikelsen",
        "Kvittera",
        "acknowledge_deviation",
        "routine",
        ROUTINE,
        "calendar",
        "Den som rapporterade behöver veta att ni har läst. Tiden räknas i vardagar från det ni fick avvikelsen.",
    ),
    "assess_deviation": Duty(
        "Bedöm avvikelsen",
        "Bedöm",
        "assess_deviation",
        "routine",
        ROUTINE,
        "calendar",
        "Är ni rätt mottagare, och hur allvarligt är det? Tiden räknas i vardagar från det ni fick avvikelsen.",
    ),
    "give_deviation_feedback": Duty(
        "Svara på avvikelsen",
        "Svara",
        "deviation",
        "routine",
        ROUTINE,
        "calendar",
        "Utred, besluta åtgärd och återkoppla. Tiden står stilla medan ni väntar på komplettering.",
    ),
    "complete_deviation": Duty(
        "Komplettera avvikelsen",
        "Komplettera",
        "complete_deviation",
        "routine",
        ROUTINE,
        "none",
        "Mottagaren behöver veta mer. Deras tidsgräns står stilla tills ni svarar. Ingen tidsgräns registrerad.",
    ),
    "finish_deviation_action": Duty(
        "Genomför åtgärden från avvikelsen",
        "Klar",
        "finish_deviation_action",
        "routine",
        ROUTINE,
        "calendar",
        "Åtgärden är beslutad av er, med den dag som står här.",
    ),
    "deviation_closes": Duty(
        "Avvikelsen stängs",
        "",
        "",
        "routine",
        ROUTINE,
        "calendar",
        "Den som rapporterade har fått svar och inte sagt emot. Då stängs avvikelsen.",
    ),
    "deviation_escalates": Duty(
        "Chefen får veta",
        "",
        "",
        "routine",
        ROUTINE,
        "calendar",
        "En och en halv gång tidsgränsen har gått. Enhetens chef får veta.",
    ),
}
