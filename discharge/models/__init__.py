"""Today's picture of the cases, the agreements and the checklists. What happened stands in ``lus.events``."""

from .agreements import AgreementProposal, AgreementRow, LiabilityAmount
from .blocked import BlockedEvent
from .cases import Case, CaseUnit, Delivery
from .checklists import ChecklistVersion
from .messages import Attachment, Phrase
from .paper import PaperSerial
from .settlement import SettledMonth
from .weekend import WeekendEdition

__all__ = [
    "AgreementProposal",
    "AgreementRow",
    "Attachment",
    "BlockedEvent",
    "Case",
    "CaseUnit",
    "ChecklistVersion",
    "Delivery",
    "LiabilityAmount",
    "PaperSerial",
    "Phrase",
    "SettledMonth",
    "WeekendEdition",
]
