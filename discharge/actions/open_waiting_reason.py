"""Ange orsak till kvarstannande (intern rutin): what a patient who is ready still waits for, and whose it is."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts
from discharge.rules.waiting_reasons import REASONS, open_reasons
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import AlreadyDone, InvalidInput
from lus.swedish_time import local_date

from .case_act import begin
from .free_text import tidy_text


@transaction.atomic
def open_waiting_reason(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    code: str,
    owner_id: UUID,
    since: date | None = None,
    comment: str = "",
    seen_version: int | None = None,
) -> CaseFacts:
    """Open one interval. Several may run at once; ``code`` is a key of ``REASONS``, ``owner_id`` a unit of the case.

    ``since``: first day that is waited for it (local; today if left out), not before the ready notice was sent.
    Raises AlreadyDone when the same reason of the same owner runs, InvalidInput for the rest.
    """
    act = begin(
        "open_waiting_reason",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.SEND_WARD_NOTICES,
        seen_version=seen_version,
    )
    text = tidy_text(comment, "comment")
    if code not in REASONS or (code == "other" and not text):
        raise InvalidInput("En orsak behöver anges.", "Välj en orsak, och förklara Annat.", field="code")
    owner = _owner(act.facts, owner_id)
    first = _first_day(act.facts, since, at)
    for reason in open_reasons(act.facts):
        if (reason.code, reason.owner_id) == (code, owner):
            raise AlreadyDone(
                "Orsaken är redan angiven.", "Den fortsätter att räknas.", event_id=reason.event_id
            )
    data = {"code": code, "unit_id": owner, "since": first.isoformat(), "comment": text}
    return act.record(New("waiting_reason_opened", data))


def _owner(facts: CaseFacts, owner_id: UUID) -> str:
    units = {facts.ward_id, *(unit.unit_id for unit in facts.active_units)}
    if str(owner_id) not in units:
        raise InvalidInput("Ägaren är inte med i ärendet.", "Välj en enhet i ärendet.", field="owner_id")
    return str(owner_id)


def _first_day(facts: CaseFacts, since: date | None, at: datetime) -> date:
    today, spell = local_date(at), facts.open_spell
    first = since or today
    if first > today:
        raise InvalidInput("Dagen har inte varit än.", "Ange i dag eller en tidigare dag.", field="since")
    if spell is not None and first < local_date(spell.sent_at):
        raise InvalidInput(
            "Patienten var inte utskrivningsklar den dagen.",
            "Ange tidigast dagen då underrättelsen skickades.",
            field="since",
        )
    return first
