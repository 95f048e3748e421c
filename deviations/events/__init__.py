"""Every event of a deviation's own stream, by name. No free text and no name of anybody stands in an event."""

from discharge.events.event_type import EventType
from discharge.events.payment import PAYMENT

from .flow import FLOW_EVENTS

# Written by the sweep, in every stream.
CLOCK: dict[str, EventType] = {name: PAYMENT[name] for name in ("deadline_passed", "day_began")}
DEVIATION_EVENTS: dict[str, EventType] = {**FLOW_EVENTS, **CLOCK}
