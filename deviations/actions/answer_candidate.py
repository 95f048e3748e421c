"""Ett förslag besvaras en gång: whoever comes second is told what was done, with the way to it."""

from datetime import datetime
from uuid import UUID

from deviations.models import Candidate, Deviation
from deviations.queries.suggested import locked_offer
from deviations.rules.candidates.offer_states import OPEN, STATES
from lus.organisations.actor import Actor
from lus.refusals import NotThere, Refused


class CandidateTaken(Refused):
    """A colleague was first. ``number``: of what was reported, "" when nothing was."""

    code, title = "candidate-taken", "Förslaget är redan besvarat"

    def __init__(self, row: Candidate) -> None:
        self.number = row.deviation.number if row.deviation else ""
        said = f"Förslaget är besvarat: {STATES[row.state]}"
        advice = f"Öppna {self.number} och läs den." if self.number else "Ni behöver inte göra något."
        super().__init__(f"{said} som {self.number}." if self.number else f"{said}.", advice)


def taken_offer(actor: Actor, candidate_id: UUID, case_id: UUID | None = None) -> Candidate:
    """Return the offer, locked and open. Raises CandidateTaken, NotThere (also when it is about another case)."""
    row = locked_offer(actor, candidate_id)
    if case_id not in (None, row.case_id):
        raise NotThere
    if row.state not in OPEN:
        raise CandidateTaken(row)
    return row


def accept(row: Candidate, deviation: Deviation, at: datetime) -> None:
    """Note that the offer was reported. It must have been locked by ``taken_offer``."""
    row.state, row.deviation, row.answered_at = "accepted", deviation, at
    row.save(update_fields=["state", "deviation", "answered_at"])
