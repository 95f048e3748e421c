"""Tolkningar D-01 till D-18: where law and agreements leave a choice, what we chose and its words.

Each choice is part of an agreement version. The text stands beside every figure it
touches, after *Tolkning:*.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

PREFIX: Final = "Tolkning:"


@dataclass(frozen=True, slots=True)
class Interpretation:
    """One named choice. ``text`` is Swedish and may hold ``{fields}`` that the explanation fills in."""

    id: str
    question: str
    default: str
    alternatives: tuple[str, ...]
    text: str


_ROWS: Final = (
    (
        "D-01",
        "Stockholm: 'two calendar days including dag noll (0, 1, 2)'",
        "A",
        ("B",),
        "Dag noll, ett och två är fria; betalningsdag från och med dag tre (läsning A).",
    ),
    (
        "D-02",
        "Notice sent on the second of the cutoff",
        "cutoff_rule",
        ("other_rule",),
        "Skickat exakt {cutoff} räknas som {which}.",
    ),
    (
        "D-03",
        "Is the discharge day paid?",
        "no",
        ("yes",),
        "Utskrivningsdagen räknas inte som betalningsdag.",
    ),
    (
        "D-04",
        "Late admission notice or summons",
        "manual",
        ("none", "from_late_act"),
        "Underrättelse för sen: kräver gemensamt beslut.",
    ),
    (
        "D-05",
        "Month of a case; open at month end",
        "discharge_month",
        ("split_by_day",),
        "Ärendet räknas i utskrivningsmånaden.",
    ),
    (
        "D-06",
        "Rounding",
        "exact_days_half_up_money",
        (),
        "Medelvärdet visas med två decimaler men räknas exakt.",
    ),
    (
        "D-07",
        "Withdrawn, then ready again",
        "new_day_zero",
        ("continue",),
        "Ny underrättelse ger ny dag noll.",
    ),
    (
        "D-08",
        "Transfer; readmission within 30 days",
        "closes",
        ("continue",),
        "Överflyttning avslutar räkningen på denna enhet.",
    ),
    (
        "D-09",
        "Which agreement version applies",
        "day_zero",
        ("discharge_date",),
        "Villkor enligt överenskommelse gällande dag noll.",
    ),
    ("D-10", "Whole day of leave", "not_payable", ("payable",), "Hela permissionsdygn betalas inte."),
    (
        "D-11",
        "No consent to SIP",
        "not_due",
        ("still_required",),
        "SIP krävs inte utan samtycke; kallelsevillkoret gäller inte.",
    ),
    (
        "D-12",
        "Vardag in weekday agreements",
        "mon_fri_not_helgdag",
        ("saturday_counts", "eves_excluded"),
        "Vardag = måndag–fredag som inte är helgdag.",
    ),
    (
        "D-13",
        "Stockholm: mean level against reading A",
        "2.0",
        ("3.0",),
        "Nivå 2,0 dagar enligt överenskommelsens ord; läsning A motsvarar 3,0.",
    ),
    (
        "D-14",
        "Summons between the raw and the extended date",
        "manual",
        ("in_time", "late"),
        "Kallad inom förlängd tid (lag 1930:173): kräver beslut.",
    ),
    (
        "D-15",
        "Outpatient services (5:5) confirmed during a day",
        "that_day",
        ("next_day",),
        "Öppenvårdens insatser klara samma dag räknas.",
    ),
    (
        "D-16",
        "Invalid case in the mean",
        "outside",
        ("zero_days",),
        "{n} ärenden ingår inte i medelvärdet; se orsaker.",
    ),
    (
        "D-17",
        "Deceased in the mean",
        "included",
        ("excluded",),
        "Avlidna ingår till och med dagen före dödsdagen.",
    ),
    (
        "D-18",
        "Start of activation",
        "by_day",
        ("by_notice",),
        "Aktivt från {active_from}; tidigare dagar är skuggberäkning.",
    ),
)

INTERPRETATIONS: Final[Mapping[str, Interpretation]] = {row[0]: Interpretation(*row) for row in _ROWS}

# Choices that terms and agreement fields already carry out; every other alternative is named but not built.
_CARRIED_BY_FIELDS: Final = frozenset({"D-01", "D-02", "D-03", "D-13"})


def on_screen(decision_id: str, **facts: object) -> str:
    """The screen text with its prefix. Raises KeyError for an unknown id or a missing fact."""
    return f"{PREFIX} {INTERPRETATIONS[decision_id].text.format(**facts)}"


def unsupported(choices: Mapping[str, str]) -> tuple[str, ...]:
    """Ids among an agreement's choices that are unknown or ask for an alternative that is not built.

    An agreement with any of these is not calculated: counting by the default instead would be a guess.
    """
    return tuple(
        decision_id
        for decision_id, choice in choices.items()
        if decision_id not in INTERPRETATIONS
        or (decision_id not in _CARRIED_BY_FIELDS and choice != INTERPRETATIONS[decision_id].default)
    )
