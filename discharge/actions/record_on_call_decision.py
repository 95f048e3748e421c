"""Jourbeslut: what the on-call function decided, within its mandate, until the ordinary office opens. Intern rutin."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from discharge.queries.on_call import OnCallFor
from discharge.rules.facts import CaseFacts
from lus.events.record import New
from lus.on_call.rules.mandates import outside_mandate
from lus.opening_hours import OFFICE_HOURS, closes_at, next_opening
from lus.organisations.actor import Actor
from lus.organisations.queries import opening_hours_of
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput, Refused

from .acknowledge_by_act import acknowledged_by_acting
from .case_act import begin
from .free_text import tidy_text
from .record_on_call_contact import asked_about, on_duty

OUTCOMES = {"yes": "Ja", "no": "Nej", "wait": "Vänta till vardag"}


class OutsideMandate(Refused):
    """The function has no mandate for what was decided; waiting for a weekday needs none."""

    status, code, title = 409, "outside-mandate", "Utanför jourens mandat"


@transaction.atomic
def record_on_call_decision(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    function_id: UUID | str,
    item: str,
    outcome: str,
    text: str = "",
    seen_version: int | None = None,
) -> CaseFacts:
    """Write down the decision; it holds until the regular unit opens, which then has to take it over.

    ``outcome``: a key of ``OUTCOMES``; anything but yes needs a reason in ``text``.
    """
    act = begin(
        "record_on_call_decision",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.ACKNOWLEDGE,
        seen_version=seen_version,
    )
    asked_about(item)
    duty = on_duty(act.facts, function_id, at)
    reason = _refuse_input(duty, item, outcome, text)
    data = {
        "unit_id": duty.unit_id,
        "function_id": str(duty.function.pk),
        "label": duty.function.label,
        "item": item,
        "outcome": outcome,
        "text": reason,
        "valid_to": _regular_opening(duty.unit_id, at).isoformat(),
        "recipients": [duty.unit_id],
    }
    return act.record(*acknowledged_by_acting(act.facts, actor), New("on_call_decision_recorded", data))


def _refuse_input(duty: OnCallFor, item: str, outcome: str, text: str) -> str:
    if outcome not in OUTCOMES:
        raise InvalidInput("Vad jouren svarade behöver anges.", "Välj ja, nej eller vänta.", field="outcome")
    if outcome != "wait" and item not in duty.may_decide:
        raise OutsideMandate(
            outside_mandate(item), "Välj Vänta till vardag, eller ring mottagningen.", field="item"
        )
    reason = tidy_text(text, "text")
    if outcome != "yes" and not reason:
        raise InvalidInput("Skälet fattas.", "Skriv varför jouren sa nej eller vänta.", field="text")
    return reason


def _regular_opening(unit_id: str, at: datetime) -> datetime:
    """When the decision expires. Hours that nobody has registered: the next office day at 08.00."""
    hours = opening_hours_of([unit_id]).get(unit_id, OFFICE_HOURS)
    opens = next_opening(hours, at)
    return opens if opens is not None and opens > at else _after(at)


def _after(at: datetime) -> datetime:
    opens = next_opening(OFFICE_HOURS, closes_at(OFFICE_HOURS, at) or at)
    assert opens is not None, "offices open within a week"
    return opens
