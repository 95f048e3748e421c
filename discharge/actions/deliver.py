"""Leverans och kvittensens tider: each message carries with it when its recipients are reminded and who is told next.

It is delivered when it lies in their lists, which is at once; e-mail and sms only nudge.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from discharge.events import EVENTS
from discharge.queries.receipt_limits import receipt_limits
from discharge.rules.corrected import asks_for_receipt
from lus.events.record import New
from lus.organisations.actor import CLOCK
from lus.organisations.queries import HoursOf


def delivered(new: Sequence[New], at: datetime, hours_of: HoursOf) -> Iterator[New]:
    """Yield the events to record; what asks for a receipt with ``limits`` for each recipient, and its delivery."""
    for item in new:
        units = _recipients(item) if _asks(item) else []
        if not units:
            yield item
            continue
        limits = receipt_limits(item.name, units, item.happened_at or at, hours_of(units))
        yield replace(item, data={**item.data, "limits": limits})
        yield New(
            "message_delivered",
            {"event_id": str(item.id), "kind": item.name, "recipients": units},
            by=CLOCK,
        )


def _asks(item: New) -> bool:
    """Whether it asks for a receipt. Who is told of a corrected fact is not asked for one."""
    return EVENTS[item.name].answered and asks_for_receipt(item.name, item.data)


def _recipients(item: New) -> list[str]:
    recipients = item.data.get("recipients", [item.data.get("unit_id")])
    return [one if isinstance(one, str) else one["unit_id"] for one in recipients if one]
