"""Part uteblev från SIP (AD12): a unit that was needed did not come, had not said no, and sent nobody else."""

from __future__ import annotations

from collections.abc import Iterator

from discharge.rules.facts import CaseFacts

from .ground import Ground, Known
from .parties import still_there
from .time_words import minute_words
from .true_events import named


def find(facts: CaseFacts, _known: Known) -> Iterator[Ground]:
    """Yield each held meeting and absent unit, offered to the unit that had called."""
    meetings = [meeting for meeting in facts.sip.meetings if meeting.state == "held"]
    for event, meeting in zip(named(facts, "sip_meeting_held"), meetings, strict=False):
        for one in meeting.called:
            if one.kind != "unit" or one.came != "absent" or not one.required:
                continue
            if one.answer != "cannot" and not one.substitute and one.unit_id != meeting.summoned_by:
                yield Ground(
                    event_id=event.event_id,
                    code="K06.4",
                    offered=still_there(facts, (meeting.summoned_by,)),
                    addressed=one.unit_id,
                    so_from=event.recorded_at,
                    values={"at": minute_words(meeting.starts_at or event.happened_at)},
                )
