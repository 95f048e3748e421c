"""Nytt inskrivningsmeddelande: the ward's one form registers the stay and sends the notice, both or neither."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from discharge.rules.facts import CaseFacts
from lus.organisations.actor import Actor

from .assess_need import Needs
from .register_admission import register_admission
from .send_admission_notice import Recipient, send_admission_notice


@transaction.atomic
def admit_and_notify(
    *,
    person_id: UUID,
    actor: Actor,
    at: datetime,
    admitted_at: datetime,
    needs: Needs,
    expected_discharge: date,
    recipients: Sequence[Recipient],
    care_form: str = "",
    legal_status: str = "none",
    outside_act: str = "",
    outside_text: str = "",
) -> CaseFacts:
    """Register the stay and send the admission notice in one transaction; refusals as in the two acts."""
    case = register_admission(
        person_id=person_id,
        actor=actor,
        admitted_at=admitted_at,
        at=at,
        care_form=care_form,
        legal_status=legal_status,
        outside_act=outside_act,
        outside_text=outside_text,
    )
    return send_admission_notice(
        case_id=case.pk,
        actor=actor,
        at=at,
        needs=needs,
        expected_discharge=expected_discharge,
        recipients=recipients,
    )
