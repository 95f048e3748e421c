"""*Rapportera avvikelse* where it happened: at another unit's message, and at a clock that another unit let pass."""

from datetime import datetime
from urllib.parse import urlencode

from django.urls import reverse

from discharge.events import EVENTS
from discharge.queries.case_page import CasePage
from discharge.rules.facts import EventFact
from discharge.rules.obligations import Obligation
from discharge.rules.stages import refusal
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission


class ReportLinks:
    """The links of one case as ``viewer`` sees it; the register's page is known here by its name only."""

    def __init__(self, page: CasePage, viewer: Actor, at: datetime) -> None:
        self.own, self.at = str(viewer.unit_id), at
        may = viewer.may(Permission.REPORT_DEVIATION) and self.own in page.units
        allowed = may and refusal("report_deviation", page.facts, self.own, at=at) is None
        self._address = reverse("report_deviation", args=[page.case.pk]) if allowed else ""

    def of_event(self, event: EventFact) -> str:
        """Return the address for another unit's message or changed date, "" for everything else."""
        if not self._address or event.unit_id in (None, self.own) or EVENTS[event.name].kind != "message":
            return ""
        return f"{self._address}?{urlencode({'event_id': event.event_id})}"

    def of_clock(self, duty: Obligation) -> str:
        """Return the address for a limit that another unit has not met in time, else ""."""
        owed = duty.due_at is not None and (duty.met_at or self.at) > duty.due_at
        if not (self._address and owed and duty.unit_id and duty.unit_id != self.own):
            return ""
        return f"{self._address}?{urlencode({'clock': duty.code, 'unit_id': duty.unit_id})}"
