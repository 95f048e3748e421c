"""Omfattas inte av lagen ("grå"): no statutory clock and no payment count; light coordination goes on."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts
from discharge.rules.facts_of_scope import OUTSIDE_REASONS
from lus.events.record import New
from lus.organisations.actor import CLOCK, Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput
from lus.swedish_time import local_date

from .case_act import begin
from .free_text import tidy_text


@transaction.atomic
def mark_outside_act(
    *, case_id: UUID, actor: Actor, at: datetime, reason: str, text: str = "", seen_version: int | None = None
) -> CaseFacts:
    """Say that the act does not cover the patient. ``reason``: a key of ``OUTSIDE_REASONS``; *other* needs words."""
    act = begin(
        "mark_outside_act",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.REGISTER_STAY,
        seen_version=seen_version,
    )
    return act.record(outside_event(reason, text), *_count_stopped(act.facts, at))


def outside_event(reason: str, text: str, *, field: str = "reason") -> New:
    """Return the event, or raise InvalidInput about ``field``."""
    if reason not in OUTSIDE_REASONS:
        raise InvalidInput("Ett skäl behöver anges.", "Välj ett skäl ur listan.", field=field)
    text = tidy_text(text, "text")
    if reason == "other" and not text:
        raise InvalidInput("Skälet Annat behöver förklaras.", "Skriv varför lagen inte gäller.", field="text")
    return New("marked_outside_act", {"reason": reason, "text": text})


def _count_stopped(facts: CaseFacts, at: datetime) -> list[New]:
    if facts.open_spell is None:
        return []
    said = "Lagen omfattar inte patienten. Inga dagar räknas."
    data = {"day": local_date(at).isoformat(), "explanation": said}
    return [New("payment_count_stopped", data, by=CLOCK)]
