"""Vad en rad om en åtgärd säger: who may act, and where stay, readiness, the acting unit and the notice stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Kind = Literal["ward", "municipality", "outpatient"]

WARD: Final = frozenset({"ward"})
RECEIVERS: Final = frozenset({"municipality", "outpatient"})
OUTPATIENT: Final = frozenset({"outpatient"})
ALL: Final = WARD | RECEIVERS

IN_HOSPITAL: Final = frozenset({"admitted", "on_leave"})
LEFT: Final = frozenset({"discharged", "transferred"})
ANY_LIVING: Final = IN_HOSPITAL | LEFT

NOT_READY: Final = frozenset({"not_ready", "withdrawn"})
READY: Final = frozenset({"ready"})

UNPLANNED: Final = frozenset({"new", "acknowledged", "unknown_patient"})

# Is it outpatient care's?: whose task it is, code, title, advice.
NOT_YOUR_ROLE: Final = {
    True: (
        "regionens öppenvårds",
        "not-outpatient",
        "Bara öppenvården kan göra detta",
        "Kontakta vårdcentralen.",
    ),
    False: (
        "kommunens och avdelningens",
        "not-municipality",
        "Bara kommunen kan göra detta",
        "Kontakta kommunen.",
    ),
}


@dataclass(frozen=True, slots=True)
class Stage:
    """``words``: what the act is called in a refusal. ``readiness`` or ``unit`` None = not asked about.

    ``notice``: True = an admission notice must have been sent. ``roles``: roles in the case that may act.
    ``receivers_stay``: where the stay must be for a unit other than the ward.
    """

    words: str
    who: frozenset[str]
    stay: frozenset[str] = IN_HOSPITAL
    readiness: frozenset[str] | None = None
    unit: frozenset[str] | None = None
    notice: bool = False
    roles: frozenset[str] | None = None
    receivers_stay: frozenset[str] | None = None
