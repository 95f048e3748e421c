"""Återta samtycke: a yes is taken back. It stops what is not sent yet and un-sends nothing (LUS 4 kap. 2 §, OSL)."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts
from discharge.rules.given_consents import CONSENT_KINDS, given_consents
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput

from .case_act import begin
from .record_information_consent import FORMS, GIVEN_BY


@transaction.atomic
def withdraw_consent(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    kind: str,
    given_by: str = "self",
    form: str = "oral",
    seen_version: int | None = None,
) -> CaseFacts:
    """Take back the consent of ``kind`` (a key of ``CONSENT_KINDS``) that is given now.

    ``given_by`` and ``form``: who took it back, and how; keys of ``GIVEN_BY`` and ``FORMS``.
    """
    act = begin(
        "withdraw_consent",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.WRITE_MESSAGES,
        seen_version=seen_version,
    )
    for field, value, choices in (
        ("kind", kind, CONSENT_KINDS),
        ("given_by", given_by, GIVEN_BY),
        ("form", form, FORMS),
    ):
        if value not in choices:
            raise InvalidInput("Svaret om samtycke är inte komplett.", "Välj ett av svaren.", field=field)
    if kind not in given_consents(act.facts):
        raise InvalidInput(
            "Det finns inget sådant samtycke att återta.",
            "Dokumentera Nej om personen inte samtycker.",
            field="kind",
        )
    return act.record(New("consent_withdrawn", {"kind": kind, "given_by": given_by, "form": form}))
