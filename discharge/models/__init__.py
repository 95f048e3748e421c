"""Today's picture of the cases, and the agreements. What happened stands in ``lus.events``."""

from .agreements import AgreementProposal, AgreementRow, LiabilityAmount
from .cases import Case, CaseUnit, Delivery

__all__ = ["AgreementProposal", "AgreementRow", "Case", "CaseUnit", "Delivery", "LiabilityAmount"]
