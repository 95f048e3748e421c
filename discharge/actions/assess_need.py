"""Behovsbedömning: the treating physician judges which services the patient may need after discharge (LUS 2:1).

Until somebody has judged, the 24 hours of the admission notice run from the admission: not known is not no.
"""

from dataclasses import asdict, dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts
from discharge.rules.time_refusal import time_refusal
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput

from .case_act import begin, refuse
from .free_text import tidy_text


@dataclass(frozen=True)
class Needs:
    """Which services may be needed. ``assessed_at`` None = judged at the admission."""

    municipal_health: bool = False
    social_services: bool = False
    outpatient: bool = False
    physician: str = ""
    assessed_at: datetime | None = None

    @property
    def any(self) -> bool:
        return self.municipal_health or self.social_services or self.outpatient


@transaction.atomic
def assess_need(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    needs: Needs,
    reason: str = "",
    seen_version: int | None = None,
) -> CaseFacts:
    """Record the assessment, before or after the notice. Judged absent (nothing ticked) it ends the 24 hours.

    ``needs.physician`` is required; without any need ``reason`` is required too.
    """
    act = begin(
        "assess_need",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.SEND_WARD_NOTICES,
        seen_version=seen_version,
    )
    if not needs.physician.strip() or len(needs.physician) > 120:
        raise InvalidInput(
            "Behovet bedöms av behandlande läkare, och läkaren behöver anges.",
            "Skriv läkarens namn.",
            code="physician-missing",
            field="physician",
        )
    refuse(time_refusal("assess_need", act.facts, needs.assessed_at or at, at), field="assessed_at")
    why = tidy_text(reason, "reason", required=not needs.any)
    return act.record(_event(needs, needs.assessed_at or at, why))


def need_event(needs: Needs, admitted_at: datetime) -> New:
    """Return the event that goes with the notice. Raises InvalidInput when no need at all is ticked."""
    if not needs.any:
        raise InvalidInput(
            "Inget behov är angivet, och utan behov skickas inget inskrivningsmeddelande.",
            "Kryssa för vad patienten kan behöva.",
            field="needs",
        )
    return _event(needs, needs.assessed_at or admitted_at)


def _event(needs: Needs, judged_at: datetime, reason: str = "") -> New:
    data = asdict(needs) | {"reason": reason}
    data.pop("assessed_at")
    return New("need_assessed", data, happened_at=judged_at)
