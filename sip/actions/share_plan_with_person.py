"""Lämna planen till personen: the copy, when and how (handbook sip §9 row 13, O7)."""

from datetime import date, datetime, time
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput
from lus.swedish_time import at_local, local_date
from sip.rules.document.choices import COPY_WAYS

from .document_act import DocumentAct, begin_document


@transaction.atomic
def share_plan_with_person(
    *, case_id: UUID, actor: Actor, at: datetime, way: str, given_on: date | None = None
) -> CaseFacts:
    """Record that the person has the plan in force. ``way``: a key of ``COPY_WAYS``; ``given_on``: today if None."""
    see = Permission.SEE_CASES
    act = begin_document("share_plan_with_person", case_id, actor=actor, at=at, permission=see)
    if way not in COPY_WAYS:
        raise InvalidInput("Hur planen lämnades fattas.", "Välj ett av sätten.", field="way")
    data = {"no": act.document.established_no, "way": way}
    return act.record(New("sip_shared_with_person", data, happened_at=_when(act, given_on, at)))


def _when(act: DocumentAct, day: date | None, at: datetime) -> datetime:
    """Return the moment of the day: now, or noon of an earlier one, never before the plan was in force."""
    made = act.document.established_at
    assert made is not None
    if day is None or day == local_date(at):
        return at
    if not local_date(made) <= day <= local_date(at):
        raise InvalidInput(
            "Planen kan inte ha lämnats den dagen.",
            "Välj en dag från att planen upprättades till i dag.",
            field="given_on",
        )
    return max(made, at_local(day, time(12)))
