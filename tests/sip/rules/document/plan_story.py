"""A plan told in events, for tests of the document's rules: no database."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from discharge.rules.facts import EventFact
from sip.rules.document.confirm import all_confirmed
from sip.rules.document.content_hash import content_hash
from sip.rules.document.facts import DocumentFacts
from sip.rules.document.fold_document import fold_document
from sip.rules.document.lock_basis import LockBasis
from sip.rules.document.ready_to_lock import missing_parts
from sip.rules.document.row import Row

# Thursday 5 March 2026, 10.00 in Sweden.
START = datetime(2026, 3, 5, 9, 0, tzinfo=UTC)
VC, NACKA, WARD = "vc", "nacka", "ward"

ADULT: dict[str, tuple[str, dict[str, str]]] = {
    "why": ("why_now", {"why": "Gun flyttar hem."}),
    "imp": ("important", {"words": "Att få bo hemma."}),
    "n1": ("need", {"area": "daily_life", "words": "Svårt att duscha.", "principals": "both"}),
    "g1": ("goal", {"words": "Duscha själv.", "target_on": "2026-05-01"}),
    "i1": ("intervention", {"goal_id": "g1", "what": "Träna.", "unit_id": VC, "principal": "region"}),
    "i2": ("intervention", {"goal_id": "g1", "what": "Stöd.", "unit_id": NACKA, "principal": "municipality"}),
    "oth": ("others_needed", {"others": "none"}),
    "res": ("responsibility", {"overall_principal": "municipality"}),
    "att": ("attendance", {"who": "Eva Nord", "how": "physical"}),
    "par": ("participation", {"how": "physical"}),
    "fol": ("follow_up", {"on": "2026-04-15"}),
}
CONSENTED = LockBasis(has_consent=True)


class PlanStory:
    """Each call is one event a minute later; ``facts()`` folds them."""

    def __init__(self) -> None:
        self.events: list[EventFact] = []
        self._known: DocumentFacts | None = None
        self.at = START

    def tell(self, name: str, unit_id: str = VC, **data: Any) -> "PlanStory":
        self.at += timedelta(minutes=1)
        self._known = None
        self.events.append(
            EventFact(
                str(len(self.events)), len(self.events), name, self.at, self.at, unit_id, "Eva", "", data
            )
        )
        return self

    def save(self, row_id: str, section: str, values: Mapping[str, str], unit_id: str = VC) -> "PlanStory":
        row = self.facts().row(row_id)
        version = row.row_version + 1 if row else 1
        return self.tell(
            "sip_section_saved",
            unit_id,
            row_id=row_id,
            section=section,
            values=dict(values),
            row_version=version,
        )

    def remove(self, row_id: str, unit_id: str = VC) -> "PlanStory":
        row = self.facts().row(row_id)
        assert row is not None
        data = {"row_id": row_id, "section": row.section, "values": {}, "row_version": row.row_version + 1}
        return self.tell("sip_section_saved", unit_id, **data, removed=True)

    def written(self, **changed: dict[str, str] | None) -> "PlanStory":
        """Save a whole adult's plan; ``i1={...}`` puts other values in a row, ``i1=None`` leaves it out."""
        for row_id, (section, values) in ADULT.items():
            given = changed.get(row_id, values)
            if given is not None:
                self.save(row_id, section, {**values, **given})
        return self

    def lock(self) -> "PlanStory":
        facts = self.facts()
        return self.tell(
            "sip_version_locked", no=len(facts.versions) + 1, content_hash=content_hash(facts.rows)
        )

    def confirm(self, unit_id: str, note: str = "") -> "PlanStory":
        return self._answer("sip_unit_confirmed", unit_id, note)

    def object(self, unit_id: str, note: str = "Fel dag.") -> "PlanStory":
        return self._answer("sip_unit_objected", unit_id, note)

    def _answer(self, name: str, unit_id: str, note: str) -> "PlanStory":
        version = self.facts().locked
        assert version is not None
        return self.tell(name, unit_id, no=version.no, content_hash=version.content_hash, note=note)

    def facts(self) -> DocumentFacts:
        if self._known is None:
            self._known = fold_document(self.events)
        return self._known

    def established(self) -> "PlanStory":
        """Lock, let both units confirm, and establish as the act does."""
        self.lock().confirm(VC).confirm(NACKA)
        assert all_confirmed(self.facts())
        version = self.facts().locked
        assert version is not None
        return self.tell("sip_established", no=version.no)


def rows(**changed: dict[str, str] | None) -> tuple[Row, ...]:
    """The rows of an adult's plan, changed as in ``PlanStory.written``."""
    return PlanStory().written(**changed).facts().rows


def codes(found: tuple[Row, ...], basis: LockBasis = CONSENTED) -> list[tuple[str, str, int]]:
    """What is missing as ``(code, section, row number)``."""
    return [(one.code, one.section, one.row_no) for one in missing_parts(found, basis)]
