"""Hur ofta förslagen tas upp: offered, reported and dismissed for each detector, and which ones somebody shall mend."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Q

from deviations.models import Candidate
from deviations.rules.candidates.detectors import DETECTORS
from deviations.rules.candidates.offer_states import needs_review
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission


@dataclass(frozen=True, slots=True)
class DetectorRate:
    """Counts of offers. ``answered``: reported or dismissed; what was withdrawn by a correction is not ``offered``."""

    detector: str
    title: str
    offered: int
    accepted: int
    dismissed: int

    @property
    def answered(self) -> int:
        return self.accepted + self.dismissed

    @property
    def acceptance_percent(self) -> int | None:
        """How many of the answered were reported, None when nobody has answered any."""
        return round(100 * self.accepted / self.answered) if self.answered else None

    @property
    def needs_review(self) -> bool:
        return needs_review(self.dismissed, self.answered)


def detector_rates(
    since: datetime | None = None, until: datetime | None = None, *, county: str = ""
) -> Sequence[DetectorRate]:
    """Return a row for each detector, of what was offered in the span. Counts only: no unit and no case.

    ``county``: the first two digits of the offered unit's principal, "" for all.
    """
    rows = Candidate.objects.exclude(state="withdrawn")
    if county:
        rows = rows.filter(offered_unit__principal__code__startswith=county)
    if since is not None:
        rows = rows.filter(offered_at__gte=since)
    if until is not None:
        rows = rows.filter(offered_at__lt=until)
    counted: dict[str, Mapping[str, Any]] = {
        row["detector"]: row
        for row in rows.values("detector").annotate(
            offered=Count("pk"),
            accepted=Count("pk", filter=Q(state="accepted")),
            dismissed=Count("pk", filter=Q(state="dismissed")),
        )
    }
    none = {"offered": 0, "accepted": 0, "dismissed": 0}
    return [_rate(name, counted.get(name, none)) for name in DETECTORS]


def detectors_to_review(viewer: Actor) -> list[DetectorRate]:
    """Return the detectors that are dismissed so often that somebody should look at their rule."""
    viewer.require(Permission.REPORT_DEVIATION)
    return [rate for rate in detector_rates() if rate.needs_review]


def _rate(name: str, row: Mapping[str, Any]) -> DetectorRate:
    return DetectorRate(name, DETECTORS[name].title, row["offered"], row["accepted"], row["dismissed"])
