"""Kallelse till SIP sen eller saknas (AD11), LUS 4 kap. 3 §: needed, agreed to, and nobody was called in time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from discharge.rules.facts import CaseFacts
from discharge.rules.owed_by_outpatient import sip, summoning_unit

from .ground import Ground, Known
from .local_limits import hours_of, limit_of
from .parties import municipal, ward_at
from .time_words import minute_words
from .true_events import last_named

KEY = "no_summons_after_discharge"


def find(facts: CaseFacts, known: Known) -> Iterator[Ground]:
    """Yield the notice whose three days ended without a summons, and the discharge a week after which none had come."""
    unit = summoning_unit(facts)
    owed = next((one for one in sip(facts) if one.code == "send_sip_summons"), None)
    if unit is None or owed is None:
        return
    spell = next((one for one in facts.spells if one.sent_at == owed.starts_at), None)
    if spell is not None and owed.due_at is not None and not _in_time(owed.met_at, owed.due_at):
        sent = {"sent": minute_words(owed.met_at)} if owed.met_at else {}
        yield Ground(
            event_id=spell.event_id,
            code="K06.2",
            offered=(ward_at(facts, spell.sent_at), *municipal(facts)),
            addressed=unit.unit_id,
            so_from=owed.due_at,
            values={"at": minute_words(spell.sent_at)} | sent,
            wording="sent" if sent else "",
            since=spell.sent_at,
            done_at=owed.met_at,
        )
    yield from _never(facts, unit.unit_id, owed.met_at)


def _never(facts: CaseFacts, unit_id: str, summoned_at: datetime | None) -> Iterator[Ground]:
    event, left = last_named(facts, "patient_discharged"), facts.discharged_at
    if event is None or left is None:
        return
    due = left + limit_of(KEY, left)
    is_dead = facts.deceased_at is not None and facts.deceased_at <= due
    if not is_dead and not _in_time(summoned_at, due):
        yield Ground(
            event_id=event.event_id,
            code="K06.1",
            offered=(ward_at(facts, left), *municipal(facts)),
            addressed=unit_id,
            so_from=due,
            values={"days": hours_of(KEY, left) // 24},
            wording="never",
            since=left,
            done_at=summoned_at,
        )


def _in_time(done_at: datetime | None, due: datetime) -> bool:
    return done_at is not None and done_at < due
