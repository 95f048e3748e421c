"""Tell units that something is new: rows now, the world outside after commit."""

from collections.abc import Iterable, Sequence
from datetime import datetime, time
from typing import NamedTuple
from uuid import UUID, uuid4

from django.db import connection, transaction

from lus.insert import insert
from lus.known_ids import id_array

from .models import Audience, Channel, Notification, OutboxRow
from .wake import wake_delivery
from .when_to_nudge import nudge_at


class NudgeBy(NamedTuple):
    """One way to nudge a unit, as ``UnitChannel``."""

    channel: str
    opens: time
    closes: time
    digest: bool


ITS_OWN_MAIL = NudgeBy(Channel.EMAIL, time(0, 0), time(23, 59), False)
# Written by hand: every act that tells somebody asks it, and building it anew costs more than running it.
CHANNELS = f"""
SELECT unit_id, {", ".join(NudgeBy._fields)} FROM notifications_unitchannel
WHERE unit_id = ANY(%(units)s::uuid[]) AND audience = %(audience)s ORDER BY channel
"""


def tell(
    units: Iterable[UUID],
    *,
    case_id: UUID | None,
    cause_id: UUID,
    kind: str,
    at: datetime,
    urgent: bool = False,
    audience: str = Audience.UNIT,
    nudge: bool = True,
) -> None:
    """Write one in-app notice for each unit, and a nudge (if ``nudge``) for each channel; told once of each cause.

    Must run inside the act's transaction. ``cause_id`` is the event or the obligation it is about. What an
    administrator or a head is nudged about is no news for the unit itself: that notice is born seen.
    """
    notices = [
        Notification(
            id=uuid4(),
            unit_id=unit_id,
            case_id=case_id,
            cause_id=cause_id,
            kind=kind,
            urgent=urgent,
            created_at=at,
            seen_at=None if audience == Audience.UNIT else at,
        )
        for unit_id in sorted(set(units))
    ]
    if not notices:
        return
    insert(notices)
    if not nudge:
        return
    insert(_nudges(notices, audience, at))
    transaction.on_commit(wake_delivery, robust=True)


def _nudges(notices: Sequence[Notification], audience: str, at: datetime) -> list[OutboxRow]:
    channels = _channels([notice.unit_id for notice in notices], audience)
    return [
        _nudge(notice, channel, audience, at)
        for notice in notices
        for channel in channels.get(notice.unit_id, [ITS_OWN_MAIL])
    ]


def _channels(units: Sequence[UUID], audience: str) -> dict[UUID, list[NudgeBy]]:
    found: dict[UUID, list[NudgeBy]] = {}
    with connection.cursor() as cursor:
        cursor.execute(CHANNELS, {"units": id_array(units), "audience": audience})
        for unit_id, *rest in cursor.fetchall():
            found.setdefault(unit_id, []).append(NudgeBy(*rest))
    return found


def _nudge(notice: Notification, channel: NudgeBy, audience: str, at: datetime) -> OutboxRow:
    digest = channel.digest and not notice.urgent
    due = nudge_at(channel.opens, channel.closes, at, digest=digest, urgent=notice.urgent)
    return OutboxRow(
        notification=notice,
        unit_id=notice.unit_id,
        channel=channel.channel,
        audience=audience,
        digest=digest,
        due_at=due,
    )
