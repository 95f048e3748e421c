"""Barn i SIP: both guardians' consent, the child's best interest and own part (handbook sip §9, SIP18)."""

from __future__ import annotations

from collections.abc import Iterator

from .choices import GUARDIANS
from .missing import LUS, Missing
from .row import Row, rows_in

CONSULT = "Ni kan inte låsa. Prata med chefen och, vid behov, socialnämndens familjerätt."


def guardians_disagree(rows: tuple[Row, ...]) -> bool:
    """Oeniga vårdnadshavare (``consent_split``): one says yes and one says no."""
    return {"yes", "no"} <= {row.get("consent") for row in rows_in(rows, "guardian")}


def missing_of_child(rows: tuple[Row, ...]) -> Iterator[Missing]:
    """Yield what a child's plan lacks. Who has one guardian has one row; each row needs its own consent."""
    guardians = rows_in(rows, "guardian")
    if not guardians:
        text = "Vårdnadshavares samtycke saknas. Lägg till varje vårdnadshavare."
        yield Missing("SIP18", "guardian", text, "consent", basis=LUS)
    elif guardians_disagree(rows):
        yield Missing("SIP18", "guardian", f"Vårdnadshavarna är oense. {CONSULT}", "consent", basis=LUS)
    else:
        for number, row in enumerate(guardians, start=1):
            if row.get("consent") != "yes":
                who = GUARDIANS.get(row.get("number"), "Vårdnadshavare")
                text = f"Samtycke från {who[:1].lower()}{who[1:]} saknas. Fråga, och skriv svaret."
                yield Missing("SIP18", "guardian", text, "consent", row.id, number, LUS)
