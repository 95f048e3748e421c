"""Efterregistrera från papper (intern rutin): a notice that went on paper in an outage, and was sent here afterwards.

A sent time is never typed: the notice counts from when the system took it until the one who got the paper answers.
"""

import re
from contextlib import suppress
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from discharge.models import PaperSerial
from discharge.rules.corrected_history import paper_refusal
from discharge.rules.facts import CaseFacts, EventFact
from discharge.rules.stages_of_corrections import paper_candidates
from lus.downtime.paper_forms import SerialUnknown, use_serial
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput, NotThere

from .case_act import begin, refuse
from .free_text import tidy_text

CHANNELS = {"phone": "Telefon", "fax": "Fax", "courier": "Bud"}
# What the unit's own forms are called that such a notice is written on.
FORMS = {
    "admission_notice_sent": "admission_notice",
    "ready_notice_sent": "ready_notice",
    "ready_notice_withdrawn": "ready_withdrawal",
    "sip_summons_sent": "sip_summons",
}
SHAPE = re.compile(r"[A-Z0-9-]{6,20}")


@transaction.atomic
def register_paper_notice(
    *,
    case_id: UUID,
    actor: Actor,
    at: datetime,
    event_id: UUID,
    happened_at: datetime,
    unit_id: UUID,
    serial: str,
    channel: str,
    receiver: str,
    reason: str,
    seen_version: int | None = None,
) -> CaseFacts:
    """Say that the sent notice ``event_id`` went on paper at ``happened_at`` to ``unit_id``, which then answers.

    ``serial``: the form's number (A-Z, 0-9 and dash, 6 to 20 signs), used once; ``channel``: a key of ``CHANNELS``;
    ``receiver``: the function that took it, no name.
    """
    act = begin(
        "register_paper_notice",
        case_id,
        actor=actor,
        at=at,
        permission=Permission.SEE_CASES,
        seen_version=seen_version,
    )
    notice = _notice(act.facts, actor, event_id)
    actor.require(_right(act.facts, actor))
    _refuse_receiver(notice, unit_id)
    if channel not in CHANNELS:
        raise InvalidInput("Hur det skickades behöver anges.", "Välj ur listan.", field="channel")
    data = {
        "event_id": notice.event_id,
        "event_name": notice.name,
        "unit_id": str(unit_id),
        "reason": tidy_text(reason, "reason", required=True),
        "serial": _serial(serial),
        "channel": channel,
        "receiver": tidy_text(receiver, "receiver", required=True, limit=120),
    }
    refuse(paper_refusal(act.facts.events, notice, happened_at, at), field="happened_at")
    facts = act.record(
        New("late_registration_made", data, happened_at=happened_at, corrects=UUID(notice.event_id))
    )
    _use(data["serial"], facts)
    _return_form(data["serial"], actor, notice.name, at)
    return facts


def _notice(facts: CaseFacts, actor: Actor, event_id: UUID) -> EventFact:
    for event in paper_candidates(facts, str(actor.unit_id)):
        if event.event_id == str(event_id):
            return event
    raise NotThere


def _right(facts: CaseFacts, actor: Actor) -> Permission:
    owner = str(actor.unit_id) == facts.ward_id
    return Permission.SEND_WARD_NOTICES if owner else Permission.SUMMON_TO_SIP


def _refuse_receiver(notice: EventFact, unit_id: UUID) -> None:
    told = [one if isinstance(one, str) else one["unit_id"] for one in notice.data["recipients"]]
    if str(unit_id) not in told:
        raise InvalidInput(
            "Enheten är inte mottagare av meddelandet.", "Välj bland mottagarna.", field="unit_id"
        )


def _serial(text: str) -> str:
    serial = text.strip().upper()
    if not SHAPE.fullmatch(serial):
        raise InvalidInput(
            "Serienumret har fel form.",
            "Skriv det som det står på blanketten: 6–20 tecken, bokstäver, siffror och streck.",
            field="serial",
        )
    return serial


def _use(serial: str, facts: CaseFacts) -> None:
    try:
        with transaction.atomic():
            PaperSerial.objects.create(
                serial=serial,
                event_id=UUID(facts.corrections.paper[-1].event_id),
                case_id=UUID(facts.case_id),
            )
    except IntegrityError:
        raise InvalidInput(
            "Serienumret är redan registrerat.",
            "Kontrollera numret på blanketten. Varje blankett registreras en gång.",
            code="serial-used",
            field="serial",
        ) from None


def _return_form(serial: str, actor: Actor, notice: str, at: datetime) -> None:
    """Take the form off the unit's list of those at large. One that was printed elsewhere is on no such list."""
    with suppress(SerialUnknown):
        use_serial(serial, actor.unit_id, FORMS[notice], at)
