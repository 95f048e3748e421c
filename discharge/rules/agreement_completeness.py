"""Är överenskommelsen fullständig? Which terms are still unknown, and what may be done meanwhile.

complete              may be activated
incomplete_shadow_ok  days may be computed and shown as skuggberäkning, nothing is owed
incomplete            not even that: a number would be a guess
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from discharge.rules.agreements import AgreementRecord
from discharge.rules.interpretations import unsupported

Level = Literal["complete", "incomplete_shadow_ok", "incomplete"]

LABELS: Final = {
    "model": "modell (per dygn eller månadsmedelvärde)",
    "day_kind": "dagslag (kalenderdagar eller vardagar)",
    "cutoff_rule": "regel för klockslaget",
    "cutoff_time": "klockslag",
    "first_liable_offset": "antal dagar till första betalningsdag",
    "mean_level": "medelvärdesnivå",
    "individual_offset": "första betalningsdag för långa ärenden",
    "valid_from": "giltig från",
    "amount_source": "källa för beloppet",
    "correction_deadline_day": "sista dag för rättelse",
    "source_title": "källans namn",
    "source_read": "källan läst i sin helhet",
    "verified_by": "två granskare, en från varje huvudman",
    "interpretations": "tolkning som inte kan räknas",
}


@dataclass(frozen=True, slots=True)
class MissingField:
    """``name`` as in the record, ``label`` in Swedish."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Completeness:
    """``missing`` lists everything that stands between the record and activation, calculable fields first."""

    level: Level
    missing: tuple[MissingField, ...]

    @property
    def text(self) -> str:
        """Swedish text for the screen; empty when complete."""
        if self.level == "complete":
            return ""
        return f"Ofullständig: kan inte aktiveras. Saknas: {', '.join(f.label for f in self.missing)}."


class IncompleteAgreement(Exception):
    """Refusal to activate; ``completeness`` names the missing fields and ``str(error)`` is Swedish."""

    def __init__(self, completeness: Completeness) -> None:
        self.completeness = completeness
        super().__init__(completeness.text)


def completeness(record: AgreementRecord) -> Completeness:
    """What the record still lacks."""
    to_calculate = list(_missing_to_calculate(record))
    to_activate = list(_missing_to_activate(record))
    level: Level = "incomplete" if to_calculate else "incomplete_shadow_ok" if to_activate else "complete"
    named = dict.fromkeys(to_calculate + to_activate)
    return Completeness(level, tuple(MissingField(name, LABELS[name]) for name in named))


def require_complete(record: AgreementRecord) -> None:
    """Raise IncompleteAgreement, naming the missing fields, unless the record may be activated."""
    found = completeness(record)
    if found.level != "complete":
        raise IncompleteAgreement(found)


def _missing_to_calculate(record: AgreementRecord) -> Iterator[str]:
    if record.model is None or record.model == "none":
        yield "model"
    if record.model == "individual" and record.first_liable_offset is None:
        yield "first_liable_offset"
    if record.model == "monthly_mean" and record.mean_level is None:
        yield "mean_level"
    if record.day_kind is None:
        yield "day_kind"
    if record.cutoff_rule is None:
        yield "cutoff_rule"
    elif record.cutoff_rule != "none" and record.cutoff_time is None:
        yield "cutoff_time"
    if record.individual_after_days is not None and record.individual_offset is None:
        yield "individual_offset"
    if unsupported(record.interpretations):
        yield "interpretations"


def _missing_to_activate(record: AgreementRecord) -> Iterator[str]:
    if record.valid_from is None:
        yield "valid_from"
    if record.amount_source is None:
        yield "amount_source"
    if record.correction_deadline_day is None:
        yield "correction_deadline_day"
    if not record.source_title:
        yield "source_title"
    if record.statutory and record.trust == "fact":
        return  # the statute itself needs no reader's word
    if record.source_read != "full":
        yield "source_read"
    if len(set(record.verified_by)) < 2:
        yield "verified_by"
