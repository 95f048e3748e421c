"""Bedöm ADL: what the person managed before, and manages now. Earlier assessments stay, the latest is shown."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.adl import FIELDS, faults
from discharge.rules.facts import CaseFacts
from discharge.rules.facts_of_planning import AdlItem
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput

from .case_act import begin
from .free_text import tidy_text
from .planning_by_act import begun_by_answering
from .planning_ground import ground_of

ORDER = [field.key for field in FIELDS]


@transaction.atomic
def assess_adl(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    items: Sequence[AdlItem],
    assessed_at: datetime | None = None,
    comment: str = "",
    legal_ground: str = "",
    seen_version: int | None = None,
) -> CaseFacts:
    """Record one assessment of ``items`` (at least one, each field once), made at ``assessed_at`` (now unless said).

    Raises InvalidInput at ``items`` for values that cannot be, and for a time that has not been.
    """
    act = begin(
        "assess_adl",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.PLAN,
        happened_at=assessed_at,
        time_field="assessed_at",
        seen_version=seen_version,
    )
    _refuse_items(tuple(items))
    unit_id = str(actor.unit_id)
    data = {
        "unit_id": unit_id,
        "assessed_by_role": actor.role,
        "assessed_at": (assessed_at or at).isoformat(),
        "items": [_row(item) for item in sorted(items, key=lambda item: ORDER.index(item.key))],
        "comment": tidy_text(comment, "comment"),
        "legal_ground": ground_of(act.facts, unit_id, legal_ground),
    }
    return act.record(*begun_by_answering(act.facts, actor), New("adl_assessed", data))


def _row(item: AdlItem) -> dict[str, object]:
    return asdict(item) | {"aid": tidy_text(item.aid, "items", limit=80)}


def _refuse_items(items: tuple[AdlItem, ...]) -> None:
    if not items:
        raise InvalidInput("Minst en punkt behöver bedömas.", "Välj ett värde för en punkt.", field="items")
    found = faults(items)
    if found:
        raise InvalidInput(
            " ".join(fault.text for fault in found), "Rätta värdena och spara igen.", field="items"
        )
