"""Every event of a plan's own stream, by name: what the process has in a discharge too, and what only a plan has."""

from discharge.events.event_type import EventType
from discharge.events.messages import MESSAGES
from discharge.events.payment import PAYMENT
from discharge.events.sip import SIP

from .document import DOCUMENT
from .opening import OPENING

# Outside hospital the plan's own stream carries the process as well, and what a physician judges of it.
PROCESS: dict[str, EventType] = {**SIP, "harm_test_recorded": MESSAGES["harm_test_recorded"]}
OWN: dict[str, EventType] = {**OPENING, **DOCUMENT}
# Written by the sweep, in every stream.
CLOCK = {name: PAYMENT[name] for name in ("deadline_passed",)}
PLAN_EVENTS: dict[str, EventType] = {**OWN, **PROCESS, **CLOCK}
