"""Barn i SIP: both guardians' consent, the child's best interest and own part (handbook sip §9, SIP18)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from discharge.rules.consent_refusals import CONSULT as WHOM_TO_ASK

from .choices import GUARDIANS
from .missing import LUS, Missing
from .row import Row, rows_in

CONSULT = f"Ni kan inte låsa. {WHOM_TO_ASK}"


def guardians_disagree(rows: tuple[Row, ...], guardians: Mapping[str, str] = MappingProxyType({})) -> bool:
    """Oeniga vårdnadshavare (``consent_split``): one says yes and one says no. ``guardians``: see ``LockBasis``."""
    said = {_answer(row, guardians) for row in rows_in(rows, "guardian")}
    return {"yes", "no"} <= said | set(guardians.values())


def missing_of_child(
    rows: tuple[Row, ...], guardians: Mapping[str, str] = MappingProxyType({})
) -> Iterator[Missing]:
    """Yield what a child's plan lacks. Who has one guardian has one row; each row needs its own consent."""
    named = rows_in(rows, "guardian")
    if not named:
        text = "Vårdnadshavares samtycke saknas. Lägg till varje vårdnadshavare."
        yield Missing("SIP18", "guardian", text, "consent", basis=LUS)
    elif guardians_disagree(rows, guardians):
        yield Missing("SIP18", "guardian", f"Vårdnadshavarna är oense. {CONSULT}", "consent", basis=LUS)
    else:
        for number, row in enumerate(named, start=1):
            if _answer(row, guardians) != "yes":
                who = GUARDIANS.get(row.get("number"), "Vårdnadshavare")
                text = f"Samtycke från {who[:1].lower()}{who[1:]} saknas. Fråga, och skriv svaret."
                yield Missing("SIP18", "guardian", text, "consent", row.id, number, LUS)


def missing_handover(rows: tuple[Row, ...]) -> Iterator[Missing]:
    """Yield the day when grown-ups' care takes over, if it is not set; asked for in the last year as a child."""
    child = next(iter(rows_in(rows, "child")), None)
    if child is not None and not child.get("adult_on"):
        text = "Överlämning inför 18 år saknas. Välj dag."
        yield Missing("", "child", text, "adult_on", child.id)


def _answer(row: Row, guardians: Mapping[str, str]) -> str:
    """What the guardian has said: a no in either place is a no, and a yes in one of them is enough."""
    said = {row.get("consent"), guardians.get(row.get("number"), "")}
    return next((one for one in ("no", "yes") if one in said), "")
