"""Eskalera oläst meddelande: the clock goes one step up the ladder of a message that nobody has read.

Runs only while the message is unread and its unit is in the case: a receipt, an answer or the end of the case has
cancelled the rest of the ladder in its own transaction.
"""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts, Delivery
from discharge.rules.receipt_ladder import BACKUP, CALL, HEAD, REMIND
from lus.events.models import Event
from lus.events.record import New
from lus.notifications.models import Audience
from lus.notifications.tell import tell
from lus.organisations.actor import CLOCK
from lus.organisations.queries import backup_of
from lus.organisations.roles import Permission
from lus.refusals import Refused

from .case_act import begin

# level → by which channel
CHANNELS = {REMIND: "unit", BACKUP: "backup", CALL: "sender", HEAD: "head"}


def when_a_receipt_is_late(event: Event) -> None:
    """Reaction to ``deadline_passed`` of code ``acknowledge``: level 1."""
    if event.data["code"] == "acknowledge":
        _escalate(event, REMIND, event.data["key"], event.data["unit_id"])


def when_a_level_is_due(event: Event) -> None:
    """Reaction to ``day_began`` of code ``receipt_escalates``: the level that its key names."""
    if event.data["code"] == "receipt_escalates":
        level, message_id, unit_id = event.data["key"].split(":")
        _escalate(event, int(level), message_id, unit_id)


def _escalate(event: Event, level: int, message_id: str, unit_id: str) -> None:
    try:
        escalate_receipt(
            case_id=event.case_id,
            message_id=message_id,
            unit_id=unit_id,
            level=level,
            due_at=event.happened_at,
            at=event.recorded_at,
        )
    except Refused:
        return


@transaction.atomic
def escalate_receipt(
    *, case_id: UUID, message_id: str, unit_id: str, level: int, due_at: datetime, at: datetime
) -> CaseFacts | None:
    """Record the level and tell those it concerns; None when the message has been read meanwhile.

    ``due_at``: when the level fell due, however late the clock was.
    """
    act = begin("escalate_receipt", case_id, actor=CLOCK, at=at, permission=Permission.SEE_CASES)
    unread = _unread(act.facts, message_id, unit_id)
    if unread is None or unread.level >= level:
        return None
    backup = backup_of(unit_id) if level == BACKUP else None
    data = {
        "event_id": message_id,
        "kind": unread.kind,
        "unit_id": unit_id,
        "level": level,
        "channel": CHANNELS[level],
        "result": _result(level, backup, unread),
    }
    name = "acknowledgement_reminded" if level == REMIND else "acknowledgement_escalated"
    facts = act.record(New(name, data, happened_at=due_at))
    _tell_beyond(facts, level, backup, unit_id, case_id, at)
    return facts


def _unread(facts: CaseFacts, message_id: str, unit_id: str) -> Delivery | None:
    for item in facts.deliveries:
        if (item.event_id, item.unit_id) == (message_id, unit_id) and item.acknowledged_at is None:
            unit = facts.unit(unit_id)
            return item if unit is None or unit.is_active else None
    return None


def _result(level: int, backup: UUID | None, unread: Delivery) -> str:
    if level == BACKUP:
        return "told" if backup else "no_backup"
    return "no_active_user" if level == CALL and unread.first_level == CALL else "told"


def _tell_beyond(
    facts: CaseFacts, level: int, backup: UUID | None, unit_id: str, case_id: UUID, at: datetime
) -> None:
    """Those outside the case: they get a nudge without any word of it, and see no case."""
    cause = UUID(facts.events[-1].event_id)
    if level == BACKUP:
        if backup is not None:
            tell([backup], case_id=None, cause_id=cause, kind="backup_asked", at=at, urgent=True)
        tell_those = Audience.ADMIN
    elif level == HEAD:
        tell_those = Audience.HEAD
    else:
        return
    tell(
        [UUID(unit_id)],
        case_id=case_id,
        cause_id=cause,
        kind=f"{tell_those}_told",
        at=at,
        audience=tell_those,
    )
