"""Överflytta: to another hospital or kind of care. The case ends here; a new one begins there, in the same chain.

Both are written in one transaction. The receiving ward owes its own admission notice, 24 hours from its own
admission; nothing that the units have agreed to follows by itself, it is only put forward.
"""

from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction

from discharge.queries.facts import facts_of
from discharge.rules.facts import CaseFacts
from discharge.rules.prefill_of import prefill_of
from lus.events.models import Event
from lus.events.record import New, lock_stream
from lus.notifications.tell import tell
from lus.organisations.actor import Actor
from lus.organisations.models import Unit
from lus.organisations.roles import Permission
from lus.persons.models import Person

from .case_act import CaseAct, begin
from .discharge_patient import count_ended
from .late import late_data
from .new_case import Opening, case_exists, open_new_case
from .ward_chosen import receiving_ward, stay_waiting_at


@transaction.atomic
def transfer_patient(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    to_ward_id: UUID,
    moved_at: datetime,
    late_reason: str = "",
    seen_version: int | None = None,
) -> CaseFacts:
    """Transfer the patient to ``to_ward_id`` at ``moved_at``. Returns the facts of the case that is left.

    A stay that the receiving ward has registered already joins the chain instead of a new one. Raises
    InvalidInput for a ward that keeps the case (``change_ward`` is for those), CaseExists when the stay there
    has another case before it.
    """
    actor.require(Permission.REGISTER_STAY)
    waiting = stay_waiting_at(case_id, to_ward_id)
    _lock_in_order(case_id, waiting)
    act = begin(
        "transfer_patient",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.REGISTER_STAY,
        happened_at=moved_at,
        time_field="moved_at",
        seen_version=seen_version,
    )
    ward = receiving_ward(act.facts, to_ward_id, keeping=False)
    before, next_id = act.facts, waiting or uuid4()
    data = _left(before, ward, next_id) | late_data(moved_at, at, late_reason)
    after = act.record(
        New("patient_transferred", data, happened_at=moved_at),
        *count_ended(before, moved_at, "Patienten överflyttades."),
    )
    if waiting:
        _join(act, before, waiting)
    else:
        _begin_there(act, before, ward, next_id, moved_at)
    return after


def _lock_in_order(*case_ids: UUID | None) -> None:
    """Take the locks of both cases in the order of their ids, so that two transfers never wait for each other."""
    for case_id in sorted(case_id for case_id in case_ids if case_id):
        lock_stream(case_id)


def _left(facts: CaseFacts, ward: Unit, next_id: UUID) -> dict[str, object]:
    return {
        "to_ward_id": str(ward.pk),
        "next_case_id": str(next_id),
        "recipients": [unit.unit_id for unit in facts.active_units],
    }


def _joined(left: CaseFacts, happened_at: datetime) -> New:
    data = {
        "care_chain_id": left.chain.chain_id or left.case_id,
        "previous_case_id": left.case_id,
        "how": "transfer",
        "days": 0,
        "prefill": prefill_of(left),
    }
    return New("care_chain_joined", data, happened_at=happened_at)


def _join(act: CaseAct, left: CaseFacts, waiting: UUID) -> None:
    there = CaseAct(waiting, facts_of(waiting), act.actor, act.at)
    if there.facts.stay not in ("admitted", "on_leave") or there.facts.chain.previous_case_id:
        raise case_exists()
    there.record(_joined(left, act.at))


def _begin_there(act: CaseAct, left: CaseFacts, ward: Unit, next_id: UUID, moved_at: datetime) -> None:
    opening = Opening(
        person=Person.objects.get(pk=left.person_id),
        ward=ward,
        admitted_at=moved_at,
        care_form=ward.care_form,
        legal_status=left.legal_status,
        more=(_joined(left, moved_at),),
    )
    case = open_new_case(opening, case_id=next_id, actor=act.actor, at=act.at)
    cause = Event.objects.values_list("pk", flat=True).get(case_id=case.pk, name="care_chain_joined")
    tell([ward.pk], case_id=case.pk, cause_id=cause, kind="care_chain_joined", at=act.at)
