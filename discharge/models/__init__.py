"""Today's picture of the cases, and the agreements. What happened stands in ``lus.events``."""

from .agreements import AgreementProposal, AgreementRow, LiabilityAmount
from .cases import Case, CaseUnit, Delivery
from .messages import Attachment, Phrase

__all__ = [
    "AgreementProposal",
    "AgreementRow",
    "Attachment",
    "Case",
    "CaseUnit",
    "Delivery",
    "LiabilityAmount",
    "Phrase",
]
