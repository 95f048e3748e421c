"""Skriv utskrivningsinformation: patientlagen 3 kap. 2 b §. The ward's own plain words, kept as versions."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput

from .case_act import begin
from .free_text import tidy_text

TEXT_LIMIT = 1500
FIELDS = {
    "done": "Det här har gjorts",
    "medicines": "Dina läkemedel",
    "watch_for": "Var uppmärksam på",
    "guardians": "Till dig som är vårdnadshavare",
}


@transaction.atomic
def write_patient_summary(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    done: str,
    medicines: str,
    watch_for: str,
    guardians: str = "",
    seen_version: int | None = None,
) -> CaseFacts:
    """Write a version: what was done, what was told of medicines, what to watch for; ``guardians``: of a child."""
    act = begin(
        "write_patient_summary",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.SEND_WARD_NOTICES,
        seen_version=seen_version,
    )
    given = {"done": done, "medicines": medicines, "watch_for": watch_for, "guardians": guardians}
    texts = {name: tidy_text(text, name, limit=TEXT_LIMIT) for name, text in given.items()}
    for name in ("done", "medicines", "watch_for"):
        if not texts[name]:
            raise InvalidInput(f"{FIELDS[name]} saknas.", "Skriv en eller två enkla meningar.", field=name)
    version = len(act.facts.leaving.summaries) + 1
    return act.record(New("patient_summary_written", {"version": version, **texts}))
