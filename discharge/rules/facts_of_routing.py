"""Vem som tar ärendet: what the facts hold about one person of one unit having taken the case on."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Claim:
    """*Jag tar*: personal within the own unit. ``function``: what others may know of it (the role's name)."""

    unit_id: str
    user_id: str
    name: str
    function: str
    at: datetime
