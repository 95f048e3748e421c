"""Återta samtycke: a yes is taken back. It stops what is not sent yet and un-sends nothing (LUS 4 kap. 2 §, OSL)."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.actions.consent_answer import Answered
from discharge.rules.facts import CaseFacts
from discharge.rules.facts_of_consents import CONSENT_FORMS, CONSENT_KINDS
from discharge.rules.given_consents import given_consents
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput

from .cancel_sip_meeting import called_off
from .plan_act import begin_sip
from .record_sip_consent import who_answered

TAKEN_BACK = "Samtycket är återkallat"


@transaction.atomic
def withdraw_consent(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    kinds: Sequence[str],
    given_by: str = "",
    form: str = "oral",
    seen_version: int | None = None,
) -> CaseFacts:
    """Take back one or more consents that are given now: keys of ``CONSENT_KINDS``.

    ``given_by`` and ``form``: as in ``record_sip_consent``. Without the consent to the summons a meeting that lies
    ahead is called off, and proposed times are taken away. What is written and locked stays.
    """
    act = begin_sip(
        "withdraw_consent",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.WRITE_MESSAGES,
        seen_version=seen_version,
    )
    if form not in CONSENT_FORMS or not kinds or set(kinds) - CONSENT_KINDS.keys():
        field = "form" if form not in CONSENT_FORMS else "kinds"
        raise InvalidInput("Svaret om samtycke är inte komplett.", "Välj ett av svaren.", field=field)
    if set(kinds) - set(given_consents(act.facts)):
        raise InvalidInput(
            "Det finns inget sådant samtycke att återta.",
            "Dokumentera Nej om personen inte samtycker.",
            field="kinds",
        )
    said = Answered(who_answered(act.facts, given_by, at), form)
    gone = [New("consent_withdrawn", said.data(kind)) for kind in CONSENT_KINDS if kind in kinds]
    off = called_off(act.facts, actor, TAKEN_BACK) if "sip_summons" in kinds else []
    return act.record(*gone, *off)
