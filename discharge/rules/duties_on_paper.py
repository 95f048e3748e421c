"""Plikten att svara på efterregistrering, i ord: what the unit that got a notice on paper owes."""

from __future__ import annotations

from typing import Final

from .duty import ROUTINE, Duty

ANSWER: Final = "answer_late_registration"
DUTIES_ON_PAPER: Final[dict[str, Duty]] = {
    ANSWER: Duty(
        "Svara på efterregistrering från papper",
        "Svara",
        "confirm_late_registration",
        "routine",
        ROUTINE,
        "calendar",
        "Ett meddelande gick på papper under ett avbrott. Bekräfta eller bestrid inom fem vardagar. Utan svar "
        "gäller pappersklockslaget, men inga betalningsdagar vilar på det (intern rutin).",
    ),
}
