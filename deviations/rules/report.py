"""Avvikelserapportens uppgifter: what a reporter tells, and which of it cannot be. Our own rules, intern rutin."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from .choices import (
    AGE_BANDS,
    CARE_FORMS,
    CONSENTS,
    CONSEQUENCES,
    DELAYED,
    FLAGS,
    KINDS_OF_REPORT,
    LIKELIHOODS,
    OTHER_DUTIES,
    REPORTER_ROLES,
    ROUTINES,
    SEVERITIES,
    SEXES,
    STEPS,
)
from .taxonomy import taxonomy

OLDEST: Final = timedelta(days=365)
SHORTEST, LONGEST, LONGEST_EXTRA, LONGEST_WORDS, LONGEST_REFERENCE = 20, 1500, 500, 200, 40
LONGEST_DELAY = 365


@dataclass(frozen=True, slots=True, repr=False)
class Report:
    """What the reporter writes. ``code_words``: what *Annat* is; ``delay_days``: only with a delayed discharge."""

    event_date: date
    reporter_role: str
    care_form: str
    process_step: int
    code: str
    description: str
    consequence: str
    patient_consent: str
    other_duty: str = "unknown"
    code_words: str = ""
    delay_days: int | None = None
    immediate_action: str = ""
    suggestion: str = ""
    own_ref: str = ""
    kind: str = "individual"
    routine: str = ""
    routine_words: str = ""
    severity: int | None = None
    likelihood: int | None = None
    age_band: str = "not_stated"
    sex: str = "not_stated"
    flags: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"<Report {self.code}>"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that cannot be. ``rule``: its name in the handbook of the register."""

    rule: str
    field: str
    detail: str
    advice: str


# Field, its words, its longest text.
TEXTS: Final[tuple[tuple[str, str, int], ...]] = (
    ("code_words", "Kategori i egna ord", LONGEST_WORDS),
    ("immediate_action", "Omedelbar åtgärd", LONGEST_EXTRA),
    ("suggestion", "Förslag till förbättring", LONGEST_EXTRA),
    ("own_ref", "Referens i eget system", LONGEST_REFERENCE),
    ("routine_words", "Rutinen", LONGEST_WORDS),
)
JUDGED: Final = frozenset({None, *SEVERITIES, *LIKELIHOODS})
CHOICES: Final[tuple[tuple[str, Collection[object], str], ...]] = (
    ("reporter_role", REPORTER_ROLES, "Välj yrkesroll."),
    ("care_form", CARE_FORMS, "Välj vårdform."),
    ("process_step", STEPS, "Välj steg."),
    ("consequence", CONSEQUENCES, "Välj konsekvens."),
    ("patient_consent", CONSENTS, "Välj ja, nej eller ej aktuellt."),
    ("other_duty", OTHER_DUTIES, "Välj ja, nej eller vet ej."),
    ("kind", KINDS_OF_REPORT, "Välj en händelse eller något som upprepas."),
    ("routine", ROUTINES, "Välj i listan."),
    ("severity", JUDGED, "Välj 1 till 4, eller ingenting."),
    ("likelihood", JUDGED, "Välj 1 till 4, eller ingenting."),
    ("age_band", AGE_BANDS, "Välj åldersgrupp."),
    ("sex", SEXES, "Välj i listan."),
)


def faults_of(report: Report, today: date) -> Iterator[Fault]:
    """Yield what cannot be in ``report``, the first in its form first. ``today``: the Swedish day."""
    if not today - OLDEST <= report.event_date <= today:
        detail = f"Händelsedatum måste ligga mellan {today - OLDEST} och i dag."
        yield Fault("DEV01", "event_date", detail, "Skriv dagen då det hände.")
    for field, known, advice in CHOICES:
        if getattr(report, field) not in known:
            yield Fault("", field, "Valet finns inte.", advice)
    yield from _faults_of_code(report, today)
    yield from _faults_of_texts(report)
    yield from _faults_of_delay(report)
    yield from _faults_of_kind(report)


def _faults_of_code(report: Report, today: date) -> Iterator[Fault]:
    fault = code_fault(report.code, today)
    if fault is not None:
        yield fault
    elif taxonomy()[report.code].asks_for_words and not report.code_words.strip():
        yield Fault("DEV05", "code_words", "Annat behöver förklaras.", "Beskriv kategorin.")


def code_fault(code: str, today: date) -> Fault | None:
    """Return why ``code`` cannot be chosen on ``today`` (DEV04), or None."""
    row = taxonomy().get(code)
    if row is None or row.is_category or not row.is_offered(today):
        category = code.partition(".")[0]
        offered = [
            one.code
            for one in taxonomy().values()
            if one.category == category and not one.is_category and one.is_offered(today)
        ]
        advice = f"Välj bland {', '.join(offered)}." if offered else "Välj en underkategori i listan."
        return Fault("DEV04", "code", "Underkategorin finns inte, eller används inte längre.", advice)
    return None


def _faults_of_texts(report: Report) -> Iterator[Fault]:
    length = len(report.description.strip())
    if length < SHORTEST:
        yield Fault(
            "DEV06",
            "description",
            f"Beskrivningen har {length} tecken. Minst {SHORTEST} behövs.",
            f"Skriv {SHORTEST - length} tecken till.",
        )
    if length > LONGEST:
        yield Fault(
            "DEV06",
            "description",
            f"Beskrivningen har {length} tecken. Högst {LONGEST} får plats.",
            f"Korta den med {length - LONGEST} tecken.",
        )
    for field, words, longest in TEXTS:
        over = len(getattr(report, field)) - longest
        if over > 0:
            yield Fault(
                "DEV06", field, f"{words} har högst {longest} tecken.", f"Korta den med {over} tecken."
            )


def _faults_of_kind(report: Report) -> Iterator[Fault]:
    if not set(report.flags) <= FLAGS.keys():
        yield Fault("", "flags", "Märkningen finns inte.", "Välj i listan.")
    told = report.age_band != "not_stated" and report.sex != "not_stated"
    if report.kind == "systematic" and told:
        detail = "Ett upprepat fel beskrivs utan någon enskild."
        yield Fault("DEV09", "age_band", detail, "Välj Ej angivet för ålder och kön.")


def _faults_of_delay(report: Report) -> Iterator[Fault]:
    if report.delay_days is None:
        return
    if report.consequence != DELAYED:
        detail = "Antal dagar hör till Fördröjd utskrivning."
        yield Fault("DEV08", "delay_days", detail, "Ta bort dagarna, eller välj den konsekvensen.")
    elif not 1 <= report.delay_days <= LONGEST_DELAY:
        yield Fault("DEV08", "delay_days", "Dagarna är mellan 1 och 365.", "Rätta antalet dagar.")
