"""Gemensamt beslut, LUS 5 kap. 3 §: what one person from each principal settles together.

Late notices, late summons and unknown consent leave days undecided; region and kommun then decide together. The
same rule of two guards the activation of an agreement. Each way to be refused has its own class; ``str(error)``
is Swedish: what is so, what to do.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from discharge.rules.ledger_facts import Outcome, Ruling


class JointDecisionRefused(Exception):
    """Base of all refusals here."""

    message = ""

    def __init__(self) -> None:
        super().__init__(self.message)


class SamePerson(JointDecisionRefused):
    message = "Samma person kan inte godkänna två gånger. Be motparten att godkänna."


class SamePrincipal(JointDecisionRefused):
    message = "Båda kommer från samma huvudman. En person från regionen och en från kommunen ska godkänna."


class NotAParty(JointDecisionRefused):
    message = "Den som godkänner hör inte till regionen eller kommunen i ärendet. Be rätt part att godkänna."


class MissingAuthority(JointDecisionRefused):
    message = "Den som godkänner saknar rätt att fatta gemensamma beslut. Be en behörig person att godkänna."


class MissingReason(JointDecisionRefused):
    message = "Skälet saknas. Skriv varför beslutet fattas."


class WrongStartDate(JointDecisionRefused):
    message = "Ange datum endast när dagarna ska räknas från ett visst datum."


class DecidedInFuture(JointDecisionRefused):
    message = "Beslutets tid ligger i framtiden. Ange när beslutet fattades."


class ApprovedBeforeDecided(JointDecisionRefused):
    message = "Det andra godkännandet är tidigare än det första. Kontrollera tiderna."


@dataclass(frozen=True, slots=True)
class Approver:
    """One who approves: person, principal (huvudman) and whether the role may decide jointly."""

    user_id: str
    principal_id: str
    has_authority: bool
    approved_at: datetime


@dataclass(frozen=True, slots=True)
class JointDecision:
    """One decision about a case's undecided days. A reversal is a new decision; none is ever changed."""

    decision_id: str
    outcome: Outcome
    reason: str
    first: Approver
    second: Approver
    liable_from: date | None = None

    def ruling(self) -> Ruling:
        """What the ledger needs of it."""
        return Ruling(self.outcome, self.liable_from, self.decision_id)


def check_two_principals(first: Approver, second: Approver, parties: frozenset[str]) -> None:
    """Two persons with authority, one from each of the two ``parties`` (principal ids).

    Raises SamePerson, NotAParty, SamePrincipal or MissingAuthority.
    """
    if first.user_id == second.user_id:
        raise SamePerson
    if not {first.principal_id, second.principal_id} <= parties:
        raise NotAParty
    if first.principal_id == second.principal_id:
        raise SamePrincipal
    if not (first.has_authority and second.has_authority):
        raise MissingAuthority


def check_joint_decision(decision: JointDecision, *, region_id: str, payer_id: str, at: datetime) -> None:
    """Whether the decision may take effect at the instant ``at``. Raises a JointDecisionRefused otherwise."""
    check_two_principals(decision.first, decision.second, frozenset({region_id, payer_id}))
    if not decision.reason.strip():
        raise MissingReason
    if (decision.outcome == "liable_from") != (decision.liable_from is not None):
        raise WrongStartDate
    if decision.second.approved_at < decision.first.approved_at:
        raise ApprovedBeforeDecided
    if decision.second.approved_at > at:
        raise DecidedInFuture
