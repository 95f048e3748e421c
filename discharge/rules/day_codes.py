"""Dagkoder i betalningsräkningen: the name, the rule and the weight of each ledger day."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Literal

Weight = Literal["payable", "shadow", "undecided", "none"]


class DayCode(StrEnum):
    """The code of one local date; exactly one per line."""

    NOT_READY = "not_ready"
    ANNULLED = "annulled"
    WITHDRAWAL_DAY = "withdrawal_day"
    DISCHARGE_DAY = "discharge_day"
    DEATH_DAY = "death_day"
    TRANSFER_DAY = "transfer_day"
    EXCLUDED_LEGAL_STATUS = "excluded_legal_status"
    LEAVE = "leave"
    BEFORE_DAY_ZERO = "before_day_zero"
    DAY_ZERO = "day_zero"
    GRACE = "grace"
    NOT_LIABLE_OUTPATIENT = "not_liable_outpatient"
    NOT_LIABLE_NO_ADMISSION_NOTICE = "not_liable_no_admission_notice"
    NOT_LIABLE_OBJECTION = "not_liable_objection"
    PENDING_SUMMONS = "pending_summons"
    NOT_LIABLE_NO_SUMMONS = "not_liable_no_summons"
    BLOCKED_LATE_ADMISSION_NOTICE = "blocked_late_admission_notice"
    BLOCKED_CONSENT_UNKNOWN = "blocked_consent_unknown"
    BLOCKED_SUMMONS_EXTENDED = "blocked_summons_extended"
    BLOCKED_LATE_SUMMONS = "blocked_late_summons"
    BLOCKED_SUMMONS_CANCELLED = "blocked_summons_cancelled"
    BLOCKED_LATE_REGISTRATION = "blocked_late_registration"
    NOT_LIABLE_DECISION = "not_liable_decision"
    LIABLE = "liable"
    LIABLE_SHADOW = "liable_shadow"


@dataclass(frozen=True, slots=True)
class DayCodeMeaning:
    """``word`` stands in the day strip (Swedish); ``reference`` is the paragraph or our own reading behind it.

    ``BY_TERMS`` as reference: the paragraph only when the terms are the act's own (``reference_of``).
    """

    word: str
    reference: str
    weight: Weight = "none"


_UNCOUNTED, _MISSING, _WITHDRAWN = "Ej räknad", "Villkor saknas", "Återtagen"
_FREE, _ZERO, _PAID, _COUNTED = "Fristdag", "Dag noll", "Betalningsdag", "Räknad dag"
BY_TERMS: Final = ""

MEANING: Final[dict[DayCode, DayCodeMeaning]] = {
    DayCode.NOT_READY: DayCodeMeaning(_UNCOUNTED, "LUS 1:3"),
    DayCode.ANNULLED: DayCodeMeaning(_WITHDRAWN, "felregistrering"),
    DayCode.WITHDRAWAL_DAY: DayCodeMeaning(_WITHDRAWN, "tolkning D-07"),
    DayCode.DISCHARGE_DAY: DayCodeMeaning(_UNCOUNTED, "tolkning D-03"),
    DayCode.DEATH_DAY: DayCodeMeaning(_UNCOUNTED, "intern tolkning"),
    DayCode.TRANSFER_DAY: DayCodeMeaning(_UNCOUNTED, "tolkning D-08"),
    DayCode.EXCLUDED_LEGAL_STATUS: DayCodeMeaning(_UNCOUNTED, "överenskommelsen"),
    DayCode.LEAVE: DayCodeMeaning(_UNCOUNTED, "tolkning D-10"),
    DayCode.BEFORE_DAY_ZERO: DayCodeMeaning(_UNCOUNTED, BY_TERMS),
    DayCode.DAY_ZERO: DayCodeMeaning(_ZERO, BY_TERMS),
    DayCode.GRACE: DayCodeMeaning(_FREE, BY_TERMS),
    DayCode.NOT_LIABLE_OUTPATIENT: DayCodeMeaning(_MISSING, "LUS 5:5"),
    DayCode.NOT_LIABLE_NO_ADMISSION_NOTICE: DayCodeMeaning(_MISSING, "LUS 5:3 p. 1"),
    DayCode.NOT_LIABLE_OBJECTION: DayCodeMeaning(_MISSING, "överenskommelsen"),
    DayCode.PENDING_SUMMONS: DayCodeMeaning(_MISSING, "LUS 5:3, 4:3", "undecided"),
    DayCode.NOT_LIABLE_NO_SUMMONS: DayCodeMeaning(_MISSING, "LUS 5:3 p. 3"),
    DayCode.BLOCKED_LATE_ADMISSION_NOTICE: DayCodeMeaning(_MISSING, "LUS 5:3 p. 1, 2:3", "undecided"),
    DayCode.BLOCKED_CONSENT_UNKNOWN: DayCodeMeaning(_MISSING, "LUS 4:2, 5:3", "undecided"),
    DayCode.BLOCKED_SUMMONS_EXTENDED: DayCodeMeaning(_MISSING, "LUS 4:3, lag (1930:173) 2 §", "undecided"),
    DayCode.BLOCKED_LATE_SUMMONS: DayCodeMeaning(_MISSING, "LUS 4:3", "undecided"),
    DayCode.BLOCKED_SUMMONS_CANCELLED: DayCodeMeaning(_MISSING, "LUS 4:3, 5:3", "undecided"),
    DayCode.BLOCKED_LATE_REGISTRATION: DayCodeMeaning(_MISSING, "intern rutin", "undecided"),
    DayCode.NOT_LIABLE_DECISION: DayCodeMeaning(_UNCOUNTED, "gemensamt beslut"),
    DayCode.LIABLE: DayCodeMeaning(_PAID, "LUS 5:1", "payable"),
    DayCode.LIABLE_SHADOW: DayCodeMeaning(_COUNTED, "skuggberäkning", "shadow"),
}

BLOCKED: Final = frozenset(code for code in DayCode if code.startswith("blocked_"))
PENDING: Final = frozenset(code for code in DayCode if code.startswith("pending_"))


def reference_of(code: DayCode, *, statutory: bool, title: str, reading: str | None = None) -> str:
    """The paragraph or reading behind a day under these terms.

    Free days are 5:4 only where no agreement has set other ones (4:5); else they are ``title``, the agreement,
    with the ``reading`` of D-01 it is counted by.
    """
    fixed = MEANING[code].reference
    if fixed != BY_TERMS:
        return fixed
    if statutory:
        return "LUS 5:4"
    return f"{title}, tolkning D-01 läsning {reading}" if reading else title
