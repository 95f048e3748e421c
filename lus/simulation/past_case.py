"""The story of one past case as events: the ward's part of it, from admission until the clock closes the case.

Order and keys are those of the acts in ``discharge/actions``; a test puts the stories to the same proof as real
cases.
"""

from datetime import datetime, timedelta

from lus.persons.models import Person
from lus.swedish_time import local_date

from .county_plan import REGION_CODE
from .course import CLOCK, Course, new_id
from .draws import between, minutes, poisson, time_of_day
from .parameters import parameters
from .past_answers import read_messages, receivers_part
from .past_parties import Parties
from .past_terms import grace_data
from .stay_times import StayTimes

NOTICE_LIMIT = timedelta(hours=24)
DESTINATIONS = {"home": 0.72, "special_housing": 0.12, "short_term": 0.13, "hvb": 0.03}
HANDOVER_PARTS = ("discharge_information", "medicine_list", "nursing_summary", "patient_summary")


def tell_story(
    course: Course, stay: StayTimes, parties: Parties, person: Person, care_form: str, reference: str
) -> None:
    """Note everything that happened in ``course``."""
    _admit(course, stay, parties, person, care_form, reference)
    _send_notice(course, stay, parties)
    _change_dates(course, stay, parties)
    for sent, withdrawn in stay.spells:
        _ready(course, sent, parties, person, care_form)
        if withdrawn is not None:
            _withdraw(course, withdrawn, parties)
    receivers_part(course, stay, parties)
    _leave(course, stay, parties)
    read_messages(course, stay, parties)
    _close(course, stay)


def _admit(
    course: Course, stay: StayTimes, parties: Parties, person: Person, care_form: str, reference: str
) -> None:
    registered = min(stay.admitted + minutes(course.rng, 5, 180), stay.notice - timedelta(seconds=40))
    ward_id = parties.ward.unit_id
    opened = {
        "person_id": str(person.pk),
        "reference": reference,
        "care_form": care_form,
        "legal_status": "none",
        "ward_id": ward_id,
        "region_code": REGION_CODE,
        "registered_municipality": person.registered_municipality,
    }
    course.note(registered, "case_opened", opened, parties.ward, happened_at=stay.admitted)
    course.note(registered, "patient_admitted", {"ward_id": ward_id}, parties.ward, happened_at=stay.admitted)


def _send_notice(course: Course, stay: StayTimes, parties: Parties) -> None:
    needs = {
        "municipal_health": parties.health,
        "social_services": not parties.health or course.rng.random() < 0.7,
        "outpatient": parties.has_outpatient,
        "physician": "",
    }
    limit = stay.admitted + NOTICE_LIMIT
    if stay.notice > limit:
        _limit_passed(course, limit, parties.ward.unit_id)
    course.note(stay.notice, "need_assessed", needs, parties.ward, happened_at=stay.admitted)
    expected = max(
        local_date(stay.notice), local_date(stay.left) + timedelta(days=course.rng.choice((-2, -1, 0, 1)))
    )
    data = {
        "expected_discharge": expected.isoformat(),
        "recipients": [{"unit_id": party.unit_id, "role": party.role, "why": ""} for party in parties.told],
    }
    course.note(stay.notice, "admission_notice_sent", data, parties.ward, to=parties.ids)
    course.expected = expected


def _limit_passed(course: Course, limit: datetime, unit_id: str | None) -> None:
    noticed = limit + timedelta(seconds=course.rng.randrange(2, 15))
    data = {
        "obligation_id": str(new_id(course.rng)),
        "code": "send_admission_notice",
        "unit_id": unit_id,
        "due_at": limit.isoformat(),
        "late_by_seconds": int((noticed - limit).total_seconds()),
        "catch_up": False,
    }
    course.note(noticed, "deadline_passed", data, CLOCK, happened_at=limit)


def _change_dates(course: Course, stay: StayTimes, parties: Parties) -> None:
    process = parameters()["process"]
    changes = poisson(course.rng, process["expected_discharge_changes_poisson"])
    days = [local_date(between(course.rng, stay.notice, stay.left)) for _ in range(changes)]
    times = sorted(time_of_day(course.rng, "ready_notice", day) for day in days)
    for at in times:
        if not stay.notice < at < stay.left:
            continue
        shift = course.rng.choices(
            process["expected_discharge_shift_days"], weights=process["expected_discharge_shift_weights"]
        )[0]
        old = course.expected
        new = max(local_date(at), old + timedelta(days=shift))
        if new != old:
            reason = course.rng.choice(
                ("medical", "medical", "awaiting_municipality", "transport", "patient_wish")
            )
            data = {
                "old": old.isoformat(),
                "new": new.isoformat(),
                "reason": reason,
                "recipients": list(parties.ids),
            }
            course.note(at, "expected_discharge_changed", data, parties.ward, to=parties.ids)
            course.expected = new


def _ready(course: Course, sent: datetime, parties: Parties, person: Person, care_form: str) -> None:
    data = {
        "physician": "Behandlande läkare",
        "assessed_at": (sent - minutes(course.rng, 3, 20)).isoformat(),
        "legal_ground": "consent",
        "recipients": list(parties.ids),
    }
    course.note(sent, "ready_notice_sent", data, parties.ward, to=parties.ids)
    grace = grace_data(sent, person.registered_municipality, care_form)
    if grace is not None:
        course.note(sent, "grace_period_started", grace, CLOCK)


def _withdraw(course: Course, at: datetime, parties: Parties) -> None:
    data = {"reason": "deteriorated", "text": "", "recipients": list(parties.ids)}
    course.note(at, "ready_notice_withdrawn", data, parties.ward, to=parties.ids)
    stopped = {
        "day": local_date(at).isoformat(),
        "explanation": "Underrättelsen återtogs, och räkningen stoppades.",
    }
    course.note(at, "payment_count_stopped", stopped, CLOCK)


def _leave(course: Course, stay: StayTimes, parties: Parties) -> None:
    rng = course.rng
    _hand_over(course, stay, parties)
    data = {
        "destination": rng.choices(list(DESTINATIONS), weights=list(DESTINATIONS.values()))[0],
        "missing_reason": "",
        "recipients": list(parties.ids),
    }
    recorded = stay.left + minutes(rng, 0, 14)
    course.note(recorded, "patient_discharged", data, parties.ward, happened_at=stay.left, to=parties.ids)
    if stay.spells:
        ended = {
            "day": local_date(stay.left).isoformat(),
            "explanation": "Patienten skrevs ut. Dagen räknas inte.",
        }
        course.note(recorded, "payment_count_ended", ended, CLOCK, happened_at=stay.left)


def _hand_over(course: Course, stay: StayTimes, parties: Parties) -> None:
    rng, process = course.rng, parameters()["process"]
    same_day = rng.random() < process["handover_same_day"]
    at = stay.left + (minutes(rng, 15, 90) if same_day else minutes(rng, 1080, 2400))
    parts = [
        part
        for part in HANDOVER_PARTS
        if part != "medicine_list" or rng.random() < process["medicine_list_yes"]
    ]
    missing = [] if "medicine_list" in parts else ["medicine_list"]
    data = {"parts": parts, "missing": missing, "recipients": list(parties.ids)}
    course.note(at, "handover_sent", data, parties.ward)


def _close(course: Course, stay: StayTimes) -> None:
    noticed = stay.closes + timedelta(seconds=course.rng.randrange(2, 15))
    data = {
        "obligation_id": str(new_id(course.rng)),
        "code": "case_closes",
        "unit_id": None,
        "due_at": stay.closes.isoformat(),
        "late_by_seconds": int((noticed - stay.closes).total_seconds()),
        "catch_up": False,
    }
    course.note(noticed, "day_began", data, CLOCK, happened_at=stay.closes)
    course.note(noticed, "case_closed", {"reason": "days_passed"}, CLOCK)
