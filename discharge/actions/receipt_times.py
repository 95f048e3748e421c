"""Kvittensens tider: each message carries with it when its recipients are reminded and who is told next."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from discharge.events import EVENTS
from discharge.queries.receipt_limits import receipt_limits
from discharge.rules.corrected import asks_for_receipt
from lus.events.record import New
from lus.organisations.queries import HoursOf


def with_limits(new: Sequence[New], at: datetime, hours_of: HoursOf) -> tuple[New, ...]:
    """Return the events to record, those that ask for a receipt with ``limits`` for each recipient."""
    return tuple(_with_limits(item, at, hours_of) if _asks(item) else item for item in new)


def _asks(item: New) -> bool:
    """Whether it asks for a receipt. Who is told of a corrected fact is not asked for one."""
    return EVENTS[item.name].answered and asks_for_receipt(item.name, item.data)


def _with_limits(item: New, at: datetime, hours_of: HoursOf) -> New:
    recipients = item.data.get("recipients", [item.data.get("unit_id")])
    ids = [one if isinstance(one, str) else one["unit_id"] for one in recipients if one]
    if not ids:
        return item
    limits = receipt_limits(item.name, ids, item.happened_at or at, hours_of(ids))
    return replace(item, data={**item.data, "limits": limits})
