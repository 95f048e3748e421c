"""What the municipality and outpatient care did in a past case: answer, plan, name, call, read."""

from datetime import datetime, timedelta

from discharge.rules.facts import MUNICIPAL_ROLES

from .course import Course
from .draws import between, in_office_hours, lognormal, minutes
from .parameters import parameters
from .past_parties import Parties, Party
from .stay_times import StayTimes

HOME_CARE = (
    "Hemtjänst morgon och kväll",
    "Hemtjänst tre gånger om dagen",
    "Trygghetslarm och matlådor",
    "Plats på korttidsboende",
)
OUTPATIENT_CARE = ("Hembesök av distriktssköterska", "Läkarbesök bokat", "Uppföljning per telefon")
LAST_MOMENT = timedelta(minutes=30)


def receivers_part(course: Course, stay: StayTimes, parties: Parties) -> None:
    """Note the acts of every concerned unit (reading comes last: ``read_messages``)."""
    for party in parties.told:
        if not _refuses(course, stay, party):
            _plan(course, stay, party)
    _name_contact(course, stay, parties)
    if stay.spells:
        _plan_sip(course, stay, parties)
        _state_readiness(course, stay, parties)


def read_messages(course: Course, stay: StayTimes, parties: Parties) -> None:
    """Note when each unit read each message: by button after a while, or by acting on the case before that."""
    for party in parties.told:
        acts = course.acts_of(party.unit_id)
        for sent, event_id, name in course.messages_to(party.unit_id):
            read = min(_read_at(course, party, sent), stay.closes - minutes(course.rng, 60, 600))
            acted = next((at for at in acts if at > sent), None)
            if acted is not None and acted <= read:
                course.read(acted, party.staff, event_id, name, "by_act")
            else:
                course.read(max(read, sent + timedelta(seconds=30)), party.staff, event_id, name, "button")


def _read_at(course: Course, party: Party, sent: datetime) -> datetime:
    process = parameters()["process"]
    who = "municipality" if party.role in MUNICIPAL_ROLES else "outpatient"
    hours = lognormal(course.rng, process[f"acknowledge_median_hours_{who}"], process["acknowledge_sigma"])
    at = sent + timedelta(seconds=int(hours * 3600))
    if course.rng.random() < process["acknowledge_only_office_hours_share"]:
        return in_office_hours(course.rng, at)
    return at


def _refuses(course: Course, stay: StayTimes, party: Party) -> bool:
    if party.role != "municipality" or course.rng.random() >= parameters()["process"]["services_refused"]:
        return False
    at = in_office_hours(course.rng, stay.notice + minutes(course.rng, 60, 1200))
    if at < stay.left - LAST_MOMENT:
        # A unit that has declined is not told of what follows, so it must be the last that it was told of.
        later = [sent for sent, *_ in course.messages_to(party.unit_id) if sent >= at]
        if not later:
            data = {"unit_id": party.unit_id, "reason": "person_opposes", "text": ""}
            course.note(at, "case_declined", data, party.staff)
            return True
    return False


def _plan(course: Course, stay: StayTimes, party: Party) -> None:
    at = in_office_hours(course.rng, stay.notice + minutes(course.rng, 90, 40 * 60))
    if at >= stay.left - LAST_MOMENT:
        return
    course.note(at, "planning_started", {"unit_id": party.unit_id}, party.staff)
    ready = in_office_hours(course.rng, between(course.rng, at, stay.left))
    if ready >= stay.left or course.rng.random() < 0.15:
        return
    words = HOME_CARE if party.role in MUNICIPAL_ROLES else OUTPATIENT_CARE
    first = in_office_hours(course.rng, stay.left + timedelta(hours=3)).replace(minute=0, second=0)
    data = {
        "unit_id": party.unit_id,
        "what": course.rng.choice(words),
        "first_contact_at": first.isoformat() if course.rng.random() < 0.6 else None,
    }
    course.note(ready, "unit_ready_to_receive", data, party.staff)


def _name_contact(course: Course, stay: StayTimes, parties: Parties) -> None:
    party = parties.outpatient
    if party is None or course.rng.random() >= parameters()["process"]["care_contact_named_before_discharge"]:
        return
    at = in_office_hours(course.rng, between(course.rng, stay.notice, stay.left))
    if at < stay.left:
        data = {
            "unit_id": party.unit_id,
            "name": party.staff.name,
            "title": "distriktssköterska" if party.role == "primary_care" else "sjuksköterska",
            "phone": "08-000 00 00",
            "phone_function": "telefontid 10–11",
        }
        course.note(at, "care_contact_named", data, party.staff)


def _plan_sip(course: Course, stay: StayTimes, parties: Parties) -> None:
    party, rng, process = parties.outpatient, course.rng, parameters()["process"]
    ready = stay.spells[0][0]
    if party is None:
        return
    assessed = in_office_hours(rng, between(rng, stay.notice, ready))
    if assessed >= ready:
        return
    needed = rng.random() < process["sip_needed"]
    reason = "" if needed else "Insatserna samordnas utan SIP."
    course.note(assessed, "sip_need_assessed", {"needed": needed, "reason": reason}, party.staff)
    asked = assessed + minutes(rng, 10, 300)
    if not needed or asked >= ready:
        return
    state = "given" if rng.random() < process["sip_consent"] else "refused"
    data = {"kind": "sip_summons", "state": state, "given_by": "self", "form": "oral"}
    course.note(asked, "consent_recorded", data, parties.ward)
    if state == "given":
        _summon(course, stay, party, parties)


def _summon(course: Course, stay: StayTimes, party: Party, parties: Parties) -> None:
    in_time = course.rng.random() < parameters()["process"]["sip_summons_within_3_days"]
    sent = stay.spells[-1][0]
    wait = minutes(course.rng, 60, 1800) if in_time else minutes(course.rng, 4400, 5600)
    at = in_office_hours(course.rng, sent + wait)
    if at >= stay.closes - timedelta(hours=2):
        return
    meeting = in_office_hours(course.rng, at + timedelta(days=course.rng.randrange(3, 14))).replace(
        minute=0, second=0
    )
    data = {
        "meeting_at": meeting.isoformat(),
        "place": "Videomöte",
        "recipients": list(parties.ids),
        "satisfies_lus_4_3": True,
    }
    course.note(at, "sip_summons_sent", data, party.staff)


def _state_readiness(course: Course, stay: StayTimes, parties: Parties) -> None:
    party, sent = parties.outpatient, stay.spells[-1][0]
    if party is None or course.rng.random() < 0.2:
        return
    at = in_office_hours(course.rng, between(course.rng, sent, stay.left))
    if at < stay.left:
        data = {"unit_id": party.unit_id, "ready": True}
        course.note(at, "outpatient_readiness_stated", data, party.staff)
