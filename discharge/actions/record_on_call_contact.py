"""Jour kontaktad: a question to the on-call function of the patient's municipality. Intern rutin (LUSen-jour)."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.queries.on_call import OnCallFor, on_call_for
from discharge.rules.facts import CaseFacts
from lus.events.record import New
from lus.on_call.rules.mandates import MANDATES
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput, Refused

from .acknowledge_by_act import acknowledged_by_acting
from .case_act import begin


class NobodyOnCall(Refused):
    """The function is not on duty for any municipality of the case at this moment."""

    status, code, title = 409, "not-on-call", "Ingen jour att fråga nu"


@transaction.atomic
def record_on_call_contact(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    function_id: UUID | str,
    item: str,
    seen_version: int | None = None,
) -> CaseFacts:
    """Write down that the function on duty was asked about ``item`` (a key of ``MANDATES``)."""
    act = begin(
        "record_on_call_contact",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.ACKNOWLEDGE,
        seen_version=seen_version,
    )
    asked_about(item)
    duty = on_duty(act.facts, function_id, at)
    data = {
        "unit_id": duty.unit_id,
        "function_id": str(duty.function.pk),
        "label": duty.function.label,
        "phone": duty.function.phone,
        "item": item,
        "on_duty_until": duty.until.isoformat(),
    }
    return act.record(*acknowledged_by_acting(act.facts, actor), New("on_call_contacted", data))


def asked_about(item: str) -> None:
    """Refuse an item that no mandate can hold."""
    if item not in MANDATES:
        raise InvalidInput("Vad frågan gäller behöver anges.", "Välj ur listan.", field="item")


def on_duty(facts: CaseFacts, function_id: UUID | str, at: datetime) -> OnCallFor:
    """Return the function with the unit that it answers for. Refused when it is not the one who answers now."""
    answers = on_call_for(facts, at=at)
    for found in answers.functions:
        if str(found.function.pk) == str(function_id):
            return found
    raise NobodyOnCall(answers.words, "Se Jourlistan för vem som nås när.", field="function_id")
