"""Plikterna i planeringen, i ord. No source gives a limit for them: they are an internal routine."""

from __future__ import annotations

from typing import Final

from .duty import ROUTINE, Duty

DUTIES_OF_PLANNING: Final[dict[str, Duty]] = {
    "fill_planning_basis": Duty(
        "Fyll i underlag ({fields} fält)",
        "Fyll i",
        "answer_planning_field",
        "routine",
        ROUTINE,
        "elapsed",
        "Enheterna planerar gemensamt (LUS 2 kap. 6 §). Att svara på frågorna inom 48 timmar är en intern rutin. "
        "Vet ni inte än: svara Vet ej, så påminns ni.",
    ),
    "chase_planning_answers": Duty(
        "Jaga svar ({fields} vet ej)",
        "Jaga svar",
        "answer_planning_field",
        "routine",
        ROUTINE,
        "elapsed",
        "Ni har svarat Vet ej och sagt när frågan tas upp igen. Tiden är en intern rutin.",
    ),
}
