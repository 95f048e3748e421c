"""What a kind of event is: its Swedish label, the keys of its data, and which kind of news it is."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["decision", "message", "change", "clock"]


@dataclass(frozen=True)
class EventType:
    """``data``: the keys beyond the event's own columns; ``answered``: recipients shall acknowledge it."""

    label: str
    kind: Kind
    data: tuple[str, ...] = ()
    answered: bool = False
