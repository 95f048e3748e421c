"""Utgår från ett förslag: what a report is filled in with when a detector has found the ground for it."""

from datetime import datetime, timedelta
from uuid import UUID

from deviations.models import Candidate
from deviations.rules.candidates.detectors import DETECTORS
from deviations.rules.candidates.sentences import sentence_of
from lus.organisations.actor import Actor
from lus.swedish_time import local_date

from .started_from import StartedFrom, started_from
from .suggested import offer_of

A_MOMENT = timedelta(seconds=1)


def started_from_offer(viewer: Actor, candidate_id: UUID, *, at: datetime) -> tuple[Candidate, StartedFrom]:
    """Return the offer, and the report that it fills in. Raises NotThere for an offer of others. Logs the patient.

    The sentence of the ground is the draft of the description; the reporter writes on.
    """
    offer = offer_of(viewer, candidate_id, at=at)
    row, started = offer.row, started_from(viewer, offer.case_id, at=at)
    sentence = sentence_of(row.detector, row.wording, row.values)
    filled = {
        # A limit that is the end of a day belongs to the day that ended.
        "event_date": local_date(min(row.so_from, at) - A_MOMENT),
        "addressed_unit_id": str(row.addressed_unit_id),
        "code": row.code,
        "process_step": DETECTORS[row.detector].step,
        "description": sentence,
        "patient_consent": "not_relevant",
    }
    return row, StartedFrom(started.page, sentence, row.so_from, "Förslag", started.filled | filled)
