"""Inskrivningsmeddelandet och svaren, LUS 2 kap.: what each event of the notice does to the facts."""

from __future__ import annotations

from datetime import date

from .case_draft import Draft, instant
from .facts import CareContact, EventFact
from .facts_of_messages import GENERAL
from .facts_of_notices import FixedCareWorker
from .fold_withdrawn_notice import WITHDRAWN, leave_out_the_untold

# Who has read these has not read the admission notice.
NOT_THE_NOTICE = GENERAL | {WITHDRAWN}


def admission_notice_sent(case: Draft, event: EventFact) -> None:
    case.known.setdefault("admission_notice_at", event.happened_at)
    case.known.setdefault("admission_notice_event", event.event_id)
    case.expect(event.happened_at, event.data.get("expected_discharge"))
    for unit in event.data["recipients"]:
        case.tell(unit["unit_id"], unit["role"], event.happened_at, event.happened_at)
    leave_out_the_untold(case, event)


def unit_added(case: Draft, event: EventFact) -> None:
    case.tell(event.data["unit_id"], event.data["role"], event.happened_at, event.happened_at)


def unit_removed(case: Draft, event: EventFact) -> None:
    case.move(event.data["unit_id"], "removed", event.happened_at)
    case.give_back(event.data["unit_id"], event.happened_at)


def expected_discharge_changed(case: Draft, event: EventFact) -> None:
    case.expect(event.happened_at, event.data["new"])


def message_acknowledged(case: Draft, event: EventFact) -> None:
    unit_id = event.data["unit_id"]
    delivery = case.deliveries.get((event.data["event_id"], unit_id))
    if delivery is not None and delivery.get("acknowledged_at") is None:
        delivery["acknowledged_at"], delivery["acknowledged_by"] = event.happened_at, event.actor_name
        delivery["acknowledged_role"] = event.data.get("role", "")
    unit = case.units.get(unit_id)
    if unit is None or event.data.get("kind") in NOT_THE_NOTICE:
        return
    unit.setdefault("acknowledged_at", event.happened_at)
    if unit["state"] == "new":
        case.move(unit_id, "acknowledged", event.happened_at)


def patient_answered_unknown(case: Draft, event: EventFact) -> None:
    case.move(event.data["unit_id"], "unknown_patient", event.happened_at)


def case_declined(case: Draft, event: EventFact) -> None:
    case.move(event.data["unit_id"], "declined", event.happened_at)
    case.give_back(event.data["unit_id"], event.happened_at)


def wrong_recipient_reported(case: Draft, event: EventFact) -> None:
    unit_id = event.data["unit_id"]
    unit = case.move(unit_id, "wrong_recipient", event.happened_at)
    unit["suggested_unit_id"] = event.data.get("suggested_unit_id")
    for key, delivery in list(case.deliveries.items()):
        if key[1] == unit_id and delivery.get("acknowledged_at") is None:
            del case.deliveries[key]
    case.give_back(unit_id, event.happened_at)
    if unit.get("under"):
        unit["replaced_by"], unit["replaced_at"] = unit["under"], event.happened_at


def recipient_corrected(case: Draft, event: EventFact) -> None:
    # The clock keeps its start: the new unit counts as told when the wrong one was.
    told = instant(event.data["first_sent_at"]) or event.happened_at
    case.tell(event.data["unit_id"], event.data["role"], told, event.happened_at)
    wrong = case.units.get(event.data["old_unit_id"])
    if wrong is not None:
        wrong["replaced_by"], wrong["replaced_at"] = event.data["unit_id"], event.happened_at


def planning_started(case: Draft, event: EventFact) -> None:
    unit = case.move(event.data["unit_id"], "in_progress", event.happened_at)
    unit.setdefault("planning_at", event.happened_at)


def unit_ready_to_receive(case: Draft, event: EventFact) -> None:
    unit = case.move(event.data["unit_id"], "ready_to_receive", event.happened_at)
    unit.setdefault("planning_at", event.happened_at)
    unit["ready_at"], unit["ready_what"] = event.happened_at, event.data.get("what", "")
    unit["first_contact_at"] = instant(event.data.get("first_contact_at"))


def unit_ready_withdrawn(case: Draft, event: EventFact) -> None:
    unit = case.move(event.data["unit_id"], "in_progress", event.happened_at)
    unit.update(ready_at=None, ready_what="", first_contact_at=None)


def care_contact_named(case: Draft, event: EventFact) -> None:
    words = {key: event.data.get(key, "") for key in ("unit_id", "name", "title", "phone", "phone_function")}
    case.known["care_contact"] = CareContact(named_at=event.happened_at, **words)
    case.known.setdefault("care_contact_named_at", event.happened_at)


def fixed_care_worker_named(case: Draft, event: EventFact) -> None:
    words = {key: event.data.get(key, "") for key in ("unit_id", "name", "phone", "phone_function")}
    day = date.fromisoformat(event.data["from_day"])
    case.known["fixed_care_worker"] = FixedCareWorker(from_day=day, named_at=event.happened_at, **words)
