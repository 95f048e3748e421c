"""Today's picture of the cases, and the agreements. What happened stands in ``lus.events``."""

from .agreements import AgreementRow, LiabilityAmount
from .cases import Case, CaseUnit, Delivery

__all__ = ["AgreementRow", "Case", "CaseUnit", "Delivery", "LiabilityAmount"]
