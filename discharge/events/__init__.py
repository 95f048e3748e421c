"""Every event a case can have, one file per chapter of its life. Ids are uuid strings, times ISO 8601 UTC, dates
``YYYY-MM-DD``. The order here is the order of a case's life.
"""

from .chain import CHAIN
from .corrections import CORRECTIONS
from .deviations import DEVIATIONS
from .event_type import EventType, Kind
from .going_home import GOING_HOME
from .leaving import LEAVING
from .messages import MESSAGES
from .notices import NOTICES
from .on_call import ON_CALL
from .payment import PAYMENT
from .planning import PLANNING
from .protection import PROTECTION
from .ready import READY
from .receipts import RECEIPTS
from .routing import ROUTING
from .settlement import SETTLEMENT
from .sip import SIP
from .stay import STAY
from .weekend import WEEKEND

__all__ = ["EVENTS", "EventType", "Kind"]

EVENTS: dict[str, EventType] = (
    STAY
    | NOTICES
    | ROUTING
    | PLANNING
    | MESSAGES
    | SIP
    | READY
    | GOING_HOME
    | LEAVING
    | CHAIN
    | PROTECTION
    | RECEIPTS
    | ON_CALL
    | WEEKEND
    | PAYMENT
    | CORRECTIONS
    | DEVIATIONS
    | SETTLEMENT
)
