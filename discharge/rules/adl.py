"""ADL-status: ten fields, before and now, on a scale of our own (assumption; the first five follow the Katz idea).

No score decides a service. The ICF codes are to be checked against the ICF before they are printed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from .facts_of_planning import AdlAssessment, AdlItem

NOT_JUDGED: Final = 9
LEVELS: Final[dict[int, str]] = {
    0: "Självständig",
    1: "Tillsyn, påminnelse",
    2: "Delvis hjälp",
    3: "Helt beroende",
    NOT_JUDGED: "Ej bedömt",
}
CARERS: Final[dict[int, str]] = {0: "Ingen", 1: "En", 2: "Två"}
# Intern rutin: an older assessment is asked to be updated when the ready notice is sent.
FRESH_FOR: Final = timedelta(hours=72)


@dataclass(frozen=True, slots=True)
class AdlField:
    """``icf``: to be verified; ``summed``: one of the five that make the personal sum."""

    key: str
    label: str
    icf: str
    summed: bool = False


FIELDS: Final = (
    AdlField("eat", "Äta", "d550", summed=True),
    AdlField("wash", "Tvätta sig, duscha", "d510", summed=True),
    AdlField("dress", "Klä sig", "d540", summed=True),
    AdlField("toilet", "Toalettbesök", "d530", summed=True),
    AdlField("transfer", "Förflyttning", "d420, d450", summed=True),
    AdlField("continence", "Kontinens", "b620, b525"),
    AdlField("cook", "Laga mat", "d630"),
    AdlField("clean", "Städa, tvätta kläder", "d640"),
    AdlField("shop", "Handla", "d620"),
    AdlField("medicines", "Sköta sina läkemedel", "d570"),
)
FIELD: Final = {field.key: field for field in FIELDS}


def changed_items(assessment: AdlAssessment) -> tuple[AdlItem, ...]:
    """Return the items that are worse than before, in the order of the list. Not judged is not worse."""
    return tuple(
        item
        for item in assessment.items
        if NOT_JUDGED not in (item.before, item.now) and item.now - item.before >= 1
    )


def personal_sum(assessment: AdlAssessment) -> int | None:
    """Return the sum of the five personal items now, 0 to 15; None when any of them is not judged."""
    now = {item.key: item.now for item in assessment.items}
    values = [now.get(field.key, NOT_JUDGED) for field in FIELDS if field.summed]
    return None if NOT_JUDGED in values else sum(values)


def needs_two(assessment: AdlAssessment) -> bool:
    """Dubbelbemanning: whether any item takes two carers."""
    return any(item.carers == max(CARERS) for item in assessment.items)


def is_old(assessment: AdlAssessment | None, at: datetime) -> bool:
    """Whether there is an assessment, and it is older than 72 hours."""
    return assessment is not None and at - assessment.assessed_at > FRESH_FOR


@dataclass(frozen=True, slots=True)
class AdlFault:
    """What is wrong with one item. ``field``: its input, as ``transfer.carers``."""

    field: str
    text: str


def faults(items: tuple[AdlItem, ...]) -> list[AdlFault]:
    """Return what is impossible: an unknown or doubled field, a value outside the scale, two carers for nobody."""
    found = []
    keys = [item.key for item in items]
    for item in items:
        if item.key not in FIELD or keys.count(item.key) > 1:
            found.append(AdlFault(item.key, f"Punkten {item.key} finns inte eller står två gånger."))
            continue
        label = FIELD[item.key].label
        for name, value in (("before", item.before), ("now", item.now)):
            if value not in LEVELS:
                found.append(
                    AdlFault(f"{item.key}.{name}", f"{label}: värdet {value} finns inte. Välj 0–3 eller 9.")
                )
        if item.carers not in CARERS:
            found.append(AdlFault(f"{item.key}.carers", f"{label}: antalet personer är 0, 1 eller 2."))
        elif item.carers == max(CARERS) and item.now == 0:
            text = f"{label}: två personer behövs inte för den som är självständig."
            found.append(AdlFault(f"{item.key}.carers", text))
    return found
