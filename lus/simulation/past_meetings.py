"""SIP-möten i ett stängt kvartal, by the real acts of their time: six plans in Nacka that are over by now."""

from datetime import date, datetime, time, timedelta
from uuid import UUID

from followup.rules.quarter import newest_closed
from lus.organisations.actor import Actor
from lus.organisations.roles import Role
from lus.persons.models import Person
from lus.swedish_time import at_local, is_weekday, local_date
from sip.actions.close_sip import close_sip
from sip.actions.establish_sip import establish_sip
from sip.actions.open_plan import Asked, open_plan
from sip.actions.record_sip_meeting import record_sip_meeting
from sip.actions.send_sip_summons import send_sip_summons
from sip.rules.leader_tells import LeaderTells
from sip.rules.summons import MeetingPlace, Summons

from .accounts import MUNICIPAL_HEALTH, PRIMARY_CARE, actor_at
from .county_plan import NACKA, CountyPlan
from .people import People, Wanted

WHY = "Behöver hjälp från flera, och att någon håller ihop det."
GOALS = "Klara vardagen hemma med stöd."
VIDEO = MeetingPlace(
    "digital", video_url="https://mote.invalid/j/7", phone="08-000 00 31", host_confirmed=True
)
# Who came from the municipality, and what the leader told.
MEETINGS = (
    ("physical", LeaderTells(True, ("physician",), "older", ("none",))),
    ("physical", LeaderTells(True, ("none",), "older", ("none",))),
    ("video", LeaderTells(False, ("none",), "mental_health", ("technology",))),
    ("absent", LeaderTells(False, ("none",), "older", ("somebody_missing", "late_call"))),
    ("physical", LeaderTells(True, ("physician", "school"), "child", ("none",))),
    ("phone", LeaderTells(False, ("physician",), "older", ("unclear_duty",))),
)


def hold_past_meetings(plan: CountyPlan, people: People, *, now: datetime) -> None:
    """Let the health centre have led a meeting for each row of ``MEETINGS`` in the newest closed quarter."""
    care = actor_at(plan.named(PRIMARY_CARE).id, Role.CARE_CONTACT)
    nurse = actor_at(plan.named(MUNICIPAL_HEALTH).id, Role.MUNICIPAL_NURSE)
    closed = newest_closed(now)
    for number, (came, told) in enumerate(MEETINGS):
        person = people.invent(Wanted(NACKA, 70 + 3 * number, number % 2 == 0), None)
        person.save(force_insert=True)
        begun = _office(closed.last_day - timedelta(days=60 - 7 * number))
        _one(person, care, nurse, begun, came, told)


def _one(person: Person, care: Actor, nurse: Actor, begun: datetime, came: str, told: LeaderTells) -> None:
    nurse_id = UUID(str(nurse.unit_id))
    plan = open_plan(person_id=person.pk, actor=care, at=begun, why=WHY, units=[nurse_id], asked=Asked(True))
    meeting_at = _office(local_date(begun) + timedelta(days=9))
    send_sip_summons(
        case_id=plan.pk,
        actor=care,
        at=begun + timedelta(hours=1),
        meeting_at=meeting_at,
        place="" if came == "video" else "Vårdcentralen",
        summons=Summons(at_place=VIDEO if came == "video" else MeetingPlace("health_centre")),
    )
    after = meeting_at + timedelta(hours=2)
    there = {str(nurse_id): came}
    record_sip_meeting(case_id=plan.pk, actor=care, at=after, attendance=there, person="physical", told=told)
    if came != "absent":
        establish_sip(
            case_id=plan.pk,
            actor=care,
            at=after + timedelta(hours=1),
            goals=GOALS,
            responsible="region",
            follow_up_on=local_date(after) + timedelta(days=42),
            consented=True,
        )
    ends = after + timedelta(days=7)
    close_sip(case_id=plan.pk, actor=care, at=ends, reason="not_needed", survey_offered=True)


def _office(day: date) -> datetime:
    """Return ten o'clock on ``day``, or on the weekday before it."""
    while not is_weekday(day):
        day -= timedelta(days=1)
    return at_local(day, time(10, 0), which="first")
