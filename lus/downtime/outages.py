"""Driftstopp: the log of them, and what remains to do after the latest. No patients here."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import F

from lus.access_log.spool import spool_file

from .merge import waiting
from .mode import Mode
from .models import Outage
from .paper_forms import to_chase

SHOWN = 10
# After this the return is over for everybody, and what is left is ordinary housekeeping.
RETURN_TAKES = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Return:
    """What remains after the latest outage. ``unmerged``: rows of this server's spool; None when it is broken."""

    outage: Outage
    mode_off: bool
    row_closed: bool
    unmerged: int | None
    to_chase: int

    @property
    def done(self) -> bool:
        return self.mode_off and self.row_closed and self.unmerged == 0 and self.to_chase == 0


def outages() -> list[Outage]:
    """Return the latest, newest first."""
    return list(Outage.objects.order_by("-started_at")[:SHOWN])


def the_return(unit_id: UUID | None, now_on: Mode | None, *, at: datetime) -> Return | None:
    """Return what the unit and the system have left to do; None when there is no outage to come back from."""
    latest = Outage.objects.order_by(F("ended_at").desc(nulls_first=True)).first()
    if latest is None or (latest.ended_at is not None and at - latest.ended_at > RETURN_TAKES):
        return None
    return Return(
        outage=latest,
        mode_off=now_on is None,
        row_closed=latest.ended_at is not None,
        unmerged=waiting(spool_file()),
        to_chase=to_chase(unit_id, latest).count(),
    )
