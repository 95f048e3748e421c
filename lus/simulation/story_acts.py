"""The acts of a story: short names for the real acts, with what a story leaves unsaid filled in."""

from collections.abc import Callable
from datetime import datetime, time, timedelta
from typing import Any

from discharge.actions.acknowledge import acknowledge
from discharge.actions.answer_unknown_patient import answer_unknown_patient
from discharge.actions.assess_need import Needs
from discharge.actions.change_expected_discharge import change_expected_discharge
from discharge.actions.claim_case import claim_case
from discharge.actions.decline_case import decline_case
from discharge.actions.forward_case import forward_case
from discharge.actions.mark_ready_for_discharge import mark_ready_for_discharge
from discharge.actions.name_care_contact import name_care_contact
from discharge.actions.name_fixed_care_worker import name_fixed_care_worker
from discharge.actions.register_admission import register_admission
from discharge.actions.report_ready_to_receive import report_ready_to_receive
from discharge.actions.report_wrong_recipient import report_wrong_recipient
from discharge.actions.send_admission_notice import Recipient, send_admission_notice
from discharge.actions.start_planning import start_planning
from discharge.actions.state_outpatient_readiness import state_outpatient_readiness
from discharge.actions.withdraw_ready_notice import withdraw_ready_notice
from discharge.models import Delivery
from lus.organisations.actor import Actor
from lus.swedish_time import at_local, local_date
from sip.actions.assess_sip_need import assess_sip_need
from sip.actions.record_sip_consent import record_sip_consent
from sip.actions.send_sip_summons import send_sip_summons
from sip.rules.summons import Invited, MeetingPlace, Summons

from . import story_corrections, story_deviations, story_messages
from .chain_acts import CHAIN_ACTS
from .planning_steps import adl, fill, track
from .story_acts_leaving import LEAVING_ACTS
from .story_teller import Teller

PHYSICIAN = "Mikael Sandström"
ASSESSED_BEFORE = timedelta(minutes=15)


def _register(
    story: Teller,
    actor: Actor,
    at: datetime,
    admitted: str,
    legal_status: str = "none",
    outside_act: str = "",
) -> None:
    case = register_admission(
        person_id=story.person.pk,
        actor=actor,
        at=at,
        admitted_at=min(at, story.moments.read(admitted)),
        legal_status=legal_status,
        outside_act=outside_act,
    )
    story.case_id = case.pk


def _notify(story: Teller, actor: Actor, at: datetime, expected: int, to: tuple[str, ...]) -> None:
    roles = {"psychiatry": "outpatient_psychiatry", "health": "municipal_health", "other": "municipality"}
    recipients = [Recipient(str(story.units[who]), roles.get(who, who)) for who in to]
    needs = Needs(
        municipal_health="health" in to,
        social_services="municipality" in to,
        outpatient="primary_care" in to or "psychiatry" in to,
        physician=PHYSICIAN,
    )
    send_admission_notice(
        case_id=story.case,
        actor=actor,
        at=at,
        needs=needs,
        expected_discharge=max(story.day(expected), local_date(at)),
        recipients=recipients,
    )


def _acknowledge(story: Teller, actor: Actor, at: datetime) -> None:
    assert actor.unit_id is not None
    unread = Delivery.objects.filter(
        case_id=story.case, unit_id=actor.unit_id, acknowledged_at__isnull=True, delivered_at__lte=at
    )
    for message_id in list(unread.order_by("delivered_at").values_list("event_id", flat=True)):
        acknowledge(case_id=story.case, message_id=message_id, actor=actor, at=at)


def _change(story: Teller, actor: Actor, at: datetime, expected: int, reason: str) -> None:
    change_expected_discharge(
        case_id=story.case,
        actor=actor,
        at=at,
        new_date=max(story.day(expected), local_date(at)),
        reason=reason,
    )


def _unit_ready(story: Teller, actor: Actor, at: datetime, what: str, first: int | None = None) -> None:
    first_contact = at_local(story.day(first), time(15, 0)) if first is not None else None
    report_ready_to_receive(case_id=story.case, actor=actor, at=at, what=what, first_contact_at=first_contact)


def _contact(
    story: Teller, actor: Actor, at: datetime, name: str = "", title: str = "distriktssköterska"
) -> None:
    name_care_contact(
        case_id=story.case,
        actor=actor,
        at=at,
        name=name or actor.name,
        title=title,
        phone="08-000 00 04",
        phone_function="telefontid 10–11",
    )


def _ready(story: Teller, actor: Actor, at: datetime) -> None:
    mark_ready_for_discharge(
        case_id=story.case,
        actor=actor,
        at=at,
        physician=PHYSICIAN,
        assessed_at=at - ASSESSED_BEFORE,
        legal_ground="consent",
    )


def _wrong(story: Teller, actor: Actor, at: datetime, reason: str) -> None:
    report_wrong_recipient(
        case_id=story.case, actor=actor, at=at, reason=reason, suggested_unit_id=story.units.get("other")
    )


def _forward(story: Teller, actor: Actor, at: datetime, note: str = "") -> None:
    forward_case(case_id=story.case, actor=actor, at=at, unit_id=story.units["home_care"], note=note)


VIDEO = MeetingPlace("digital", "https://video.example.invalid/j/84621973310", "Videomöte", "010-555 01 20")


def _summon(story: Teller, actor: Actor, at: datetime, meeting: int) -> None:
    when = at_local(story.day(meeting), time(10, 0))
    summons = Summons(at_place=VIDEO, invited=(Invited("relative", "Dotter", "070-555 01 21"),))
    send_sip_summons(
        case_id=story.case, actor=actor, at=at, meeting_at=when, place="Videomöte", summons=summons
    )


Act = Callable[..., object]


def _plain(act: Act, **always: Any) -> Act:
    """Return a story act that needs nothing but the case, with what ``always`` and the story say."""

    def take(story: Teller, actor: Actor, at: datetime, **args: Any) -> object:
        return act(case_id=story.case, actor=actor, at=at, **(always | args))

    return take


ACTS: dict[str, Act] = {
    "register": _register,
    "notify": _notify,
    "read": _acknowledge,
    "change": _change,
    "plan": _plain(start_planning),
    "unknown": _plain(answer_unknown_patient),
    "decline": _plain(decline_case),
    "wrong": _wrong,
    "forward": _forward,
    "claim": _plain(claim_case),
    "unit_ready": _unit_ready,
    "contact": _contact,
    "care_worker": _plain(name_fixed_care_worker, phone="08-000 00 05", phone_function="hemtjänstens jour"),
    "sip_need": _plain(assess_sip_need, needed=True),
    "consent": _plain(record_sip_consent, state="given"),
    "summon": _summon,
    "ready": _ready,
    "withdraw": _plain(withdraw_ready_notice, reason="deteriorated"),
    "clear": _plain(state_outpatient_readiness, ready=True),
    **story_messages.ACTS,
    **story_corrections.ACTS,
    **story_deviations.ACTS,
    **LEAVING_ACTS,
    **CHAIN_ACTS,
    "fill": fill,
    "adl": adl,
    "track": track,
}
