"""*Rättad*: what stood there before, behind a details control; and the link that corrects one's own fact."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from discharge.forms.corrections import change_words
from discharge.queries.case_page import CasePage
from discharge.rules.correctable import right_for
from discharge.rules.corrected import corrected, corrections_of
from discharge.rules.facts import EventFact
from discharge.rules.stages import refusal
from discharge.rules.stages_of_corrections import own_facts
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.web.words import moment

from .paper_notes import paper_line

IN_TIME = "Uppfylld i tid enligt efterregistrering."


class Mended:
    """The corrections of one case as ``viewer`` sees them. ``now``: by event id, the events as they read now."""

    def __init__(self, page: CasePage, viewer: Actor, at: datetime) -> None:
        self.page, self.at = page, at
        facts, own = page.facts, str(viewer.unit_id)
        self.now = {event.event_id: event for event in corrected(facts.events)}
        self._made = corrections_of(facts.events)
        may = own in page.units and refusal("correct_event", facts, own, at=at) is None
        self._own = {
            event.event_id
            for event in (own_facts(facts, own) if may else ())
            if viewer.may(Permission(right_for(event.name)))
        }

    def words(self, event: EventFact) -> dict[str, Any]:
        """Return ``{mended, correct_url, after}`` of one event; ``mended``: its corrections, oldest first."""
        made = [self._line(one) for one in self._made.get(event.event_id, ())]
        return {"mended": made, "correct_url": self._address(event), "after": self._after(event)}

    def _after(self, event: EventFact) -> str:
        """What was registered afterwards about the event: its paper, or that a clock was met in time after all."""
        paper = [one for one in self.page.facts.corrections.paper if one.notice_id == event.event_id]
        if paper:
            return paper_line(paper[-1], event.recorded_at, self.at)
        return IN_TIME if event.name == "deadline_passed" and self._met_in_time(event.data) else ""

    def _met_in_time(self, passed: Mapping[str, Any]) -> bool:
        return any(
            (duty.code, duty.key, str(duty.unit_id))
            == (passed["code"], passed.get("key"), passed.get("unit_id"))
            and bool(duty.met_at and duty.due_at and duty.met_at <= duty.due_at)
            for duty in self.page.clocks
        )

    def _line(self, correction: EventFact) -> str:
        said = change_words(correction.data, self.at)
        when = moment(correction.recorded_at, self.at)
        return f"{said} Rättad {when} av {correction.actor_name}. Orsak: {correction.data['reason'].rstrip('.')}."

    def _address(self, event: EventFact) -> str:
        if event.event_id not in self._own:
            return ""
        return (
            f"{reverse('correct_event', args=[self.page.case.pk])}?{urlencode({'event_id': event.event_id})}"
        )
