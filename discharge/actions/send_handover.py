"""Överlämning: LUS 3 kap. 2 §, the same day as the patient goes home. It never stops a discharge."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts
from discharge.rules.handover_parts import PARTS, missing_parts, unsent_parts
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput

from .add_handover_part import part_added
from .case_act import begin
from .late import late_data

__all__ = ["PARTS", "send_handover"]


@transaction.atomic
def send_handover(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    parts: Sequence[str] = (),
    happened_at: datetime | None = None,
    late_reason: str = "",
    seen_version: int | None = None,
) -> CaseFacts:
    """Send every part that has been added and not sent yet; what is required and missing is named.

    ``parts``: keys of ``PARTS`` that lie ready in the journal and are added by this act.
    """
    act = begin(
        "send_handover",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.SEND_WARD_NOTICES,
        happened_at=happened_at,
        seen_version=seen_version,
    )
    if any(part not in PARTS for part in parts):
        raise InvalidInput(
            "Överlämningen har en del som inte finns i listan.", "Välj ur listan.", field="parts"
        )
    waiting = unsent_parts(act.facts)
    fresh = [part for part in PARTS if part in parts and part not in waiting]
    if not waiting and not fresh:
        raise InvalidInput(
            "Överlämningen behöver minst en del.",
            "Kryssa för det som skickas, eller lägg till en del.",
            field="parts",
        )
    added = [part_added(act.facts, part, "journal") for part in fresh]
    versions = {part: act.facts.leaving.part(part).version for part in waiting}
    versions |= {one.data["part"]: one.data["version"] for one in added}
    data = {
        "parts": list(versions),
        "versions": versions,
        "missing": [part for part in missing_parts(act.facts) if part not in versions],
        "recipients": [unit.unit_id for unit in act.facts.active_units],
        **late_data(happened_at, at, late_reason),
    }
    return act.record(*added, New("handover_sent", data, happened_at=happened_at))
