"""Redan gjort?, whether somebody has taken the step already: who, for which unit, and when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Final

from .done import SEE_CASE, Asked, Done
from .done_in_routing import ROUTING_DONE, target_takes_part
from .done_in_sip import SIP_DONE
from .facts import CaseFacts, EventFact
from .last_event import last_event
from .leaving_done import LEAVING_DONE
from .refusal import Refusal
from .words import who_and_when


def already_done(
    act: str,
    facts: CaseFacts,
    unit_id: str | None,
    *,
    target_id: str | None = None,
    event_id: str | None = None,
    at: datetime | None = None,
) -> Refusal | None:
    """Return the refusal ``already-done`` naming who did it, or None. Arguments as in ``stages.refusal``."""
    done = DONE.get(act)
    asked = Asked(facts, unit_id, target_id, event_id)
    if done is None or not done.so(asked):
        return None
    event = _responsible(done, asked)
    detail = f"{done.words} {who_and_when(event, at)}." if event else f"{done.words}."
    return Refusal("already-done", "Redan gjort", detail, done.advice, event.event_id if event else None)


def _responsible(done: Done, asked: Asked) -> EventFact | None:
    if asked.event_id is not None:
        for event in reversed(asked.facts.events):
            if event.name == "message_acknowledged" and event.data.get("event_id") == asked.event_id:
                return event
    about = asked.unit_id if done.own else asked.target_id
    return last_event(asked.facts, done.names, about)


def _unit_is(*states: str) -> Callable[[Asked], bool]:
    def so(asked: Asked) -> bool:
        unit = asked.facts.unit(asked.unit_id) if asked.unit_id else None
        return unit is not None and unit.state in states

    return so


def _all_read(asked: Asked) -> bool:
    mine = [item for item in asked.facts.deliveries if item.unit_id == asked.unit_id]
    if asked.event_id is not None:
        mine = [item for item in mine if item.event_id == asked.event_id]
    return bool(mine) and all(item.acknowledged_at for item in mine)


def _target_removed(asked: Asked) -> bool:
    unit = asked.facts.unit(asked.target_id) if asked.target_id else None
    return unit is not None and unit.state == "removed"


def _nobody_to_replace(asked: Asked) -> bool:
    wrong = [unit for unit in asked.facts.units if unit.state == "wrong_recipient" and not unit.replaced_by]
    if asked.target_id is not None:
        wrong = [unit for unit in wrong if unit.unit_id == asked.target_id]
    return not wrong


def _undone(last: str, *others: str, own: bool = False) -> Callable[[Asked], bool]:
    """Whether ``last`` is the latest of these events: the step back has been taken."""

    def so(asked: Asked) -> bool:
        event = last_event(asked.facts, (last, *others), asked.unit_id if own else None)
        return event is not None and event.name == last

    return so


READY: Final = "Redan markerad utskrivningsklar"

DONE: Final[dict[str, Done]] = {
    "register_admission": Done(
        lambda asked: asked.facts.admitted_at is not None,
        ("patient_admitted",),
        "Redan registrerad som inskriven",
        "Öppna ärendet i stället.",
    ),
    "send_admission_notice": Done(
        lambda asked: asked.facts.admission_notice_at is not None,
        ("admission_notice_sent",),
        "Inskrivningsmeddelandet är redan skickat",
        "Lägg till en enhet i ärendet om någon saknas.",
    ),
    "withdraw_admission_notice": Done(
        _undone("admission_notice_withdrawn", "admission_notice_sent"),
        ("admission_notice_withdrawn",),
        "Inskrivningsmeddelandet är redan återkallat",
        "Skicka ett nytt om behov finns.",
    ),
    "acknowledge": Done(_all_read, ("message_acknowledged",), "Redan kvitterat", SEE_CASE, own=True),
    "answer_unknown_patient": Done(
        _unit_is("unknown_patient"),
        ("patient_answered_unknown",),
        "Redan besvarat Ej känd",
        SEE_CASE,
        own=True,
    ),
    "decline_case": Done(_unit_is("declined"), ("case_declined",), "Redan avvisat", SEE_CASE, own=True),
    "report_wrong_recipient": Done(
        _unit_is("wrong_recipient"),
        ("wrong_recipient_reported",),
        "Redan besvarat Fel mottagare",
        SEE_CASE,
        own=True,
    ),
    "start_planning": Done(
        _unit_is("in_progress", "ready_to_receive"),
        ("planning_started", "unit_ready_to_receive"),
        "Planeringen är redan påbörjad",
        "Meddela klar att ta emot när allt är på plats.",
        own=True,
    ),
    "report_ready_to_receive": Done(
        _unit_is("ready_to_receive"),
        ("unit_ready_to_receive",),
        "Redan meddelat klar att ta emot",
        "Ta tillbaka och meddela på nytt om något har ändrats.",
        own=True,
    ),
    "withdraw_ready_to_receive": Done(
        _undone("unit_ready_withdrawn", "unit_ready_to_receive", own=True),
        ("unit_ready_withdrawn",),
        "Klar att ta emot är redan tillbakataget",
        SEE_CASE,
        own=True,
    ),
    "redirect_notice": Done(
        _nobody_to_replace,
        ("recipient_corrected",),
        "Ingen mottagare väntar på att ersättas",
        "Lägg till en enhet i ärendet om någon saknas.",
    ),
    "add_concerned_unit": Done(
        target_takes_part,
        ("concerned_unit_added", "concerned_unit_readded", "recipient_corrected", "admission_notice_sent"),
        "Enheten är redan med i ärendet",
        SEE_CASE,
    ),
    "remove_concerned_unit": Done(
        _target_removed, ("concerned_unit_removed",), "Enheten är redan borttagen", SEE_CASE
    ),
    **ROUTING_DONE,
    "mark_ready_for_discharge": Done(
        lambda asked: asked.facts.open_spell is not None,
        ("ready_notice_sent",),
        READY,
        "Återta underrättelsen först om bedömningen har ändrats.",
    ),
    "withdraw_ready_notice": Done(
        lambda asked: asked.facts.readiness == "withdrawn",
        ("ready_notice_withdrawn",),
        "Redan återtagen",
        "Skicka en ny underrättelse när patienten är utskrivningsklar igen.",
    ),
    "void_ready_notice": Done(
        _undone("ready_notice_entered_in_error", "ready_notice_sent"),
        ("ready_notice_entered_in_error",),
        "Underrättelsen är redan felregistrerad",
        "Skicka en ny underrättelse när patienten är utskrivningsklar.",
    ),
    "undo_discharge": Done(
        _undone("discharge_corrected", "patient_discharged"),
        ("discharge_corrected",),
        "Utskrivningen är redan ångrad",
        SEE_CASE,
    ),
    "undo_death": Done(
        _undone("death_record_corrected", "patient_deceased_recorded"),
        ("death_record_corrected",),
        "Registreringen är redan ångrad",
        SEE_CASE,
    ),
    **LEAVING_DONE,
    **SIP_DONE,
    "discharge_patient": Done(
        lambda asked: asked.facts.stay == "discharged",
        ("patient_discharged",),
        "Redan registrerad som utskriven",
        "Är uppgiften fel: ångra utskrivningen samma dag.",
    ),
    "record_death": Done(
        lambda asked: asked.facts.stay == "deceased",
        ("patient_deceased_recorded",),
        "Redan registrerat",
        "Är uppgiften fel: ångra registreringen.",
    ),
    "void_case": Done(
        lambda asked: asked.facts.stay == "entered_in_error",
        ("case_entered_in_error",),
        "Ärendet är redan felregistrerat",
        SEE_CASE,
    ),
}
