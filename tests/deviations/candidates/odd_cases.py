"""Past cases in which more went wrong than chance would have it: each is cut, bent or added to as a seed decides.

Only their events are stored: that is what the rules fold and the queries read.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from discharge.rules.facts import EventFact
from lus.events.models import Event, Stream
from lus.simulation.county_plan import county_plan
from lus.simulation.history import past_cases
from lus.simulation.past_rows import rows_of
from lus.simulation.people import People
from lus.swedish_time import local_date

Told = list[EventFact]
Bend = Callable[[Random, Told], Told]
AFTER = timedelta(minutes=7)


def store_odd_cases(count: int, *, seed: int, now: datetime) -> None:
    """Store ``count`` of them beside whatever is there."""
    rng = Random(seed)
    people = People(rng, county_plan(), local_date(now))
    for past in past_cases(county_plan(), people, count=count, rng=rng, now=now, months=2):
        told = list(past.events)
        bends = rng.sample(BENDS, k=rng.choice((1, 2, 2, 3)))
        # Few are ever called to meet: of those that are, half do.
        for bend in [*bends, met_about] if met_about not in bends and rng.random() < 0.5 else bends:
            told = bend(rng, told)
        ordered = sorted(told, key=lambda event: event.recorded_at)
        numbered = tuple(replace(event, seq=number) for number, event in enumerate(ordered, start=1))
        Stream.objects.create(pk=past.case_id, last_seq=len(numbered))
        rows = (row for table, row in rows_of(replace(past, events=numbered)) if table is Event)
        Event.objects.bulk_create([Event(**row) for row in rows])


def first(told: Told, name: str) -> EventFact | None:
    return next((event for event in told if event.name == name), None)


def also(rng: Random, like: EventFact, name: str, after: timedelta, /, **data: Any) -> EventFact:
    """One more event, by whoever did ``like`` and so long after it."""
    at = like.recorded_at + after
    event_id = str(UUID(int=rng.getrandbits(128), version=4))
    return replace(like, event_id=event_id, name=name, happened_at=at, recorded_at=at, data=data)


def with_data(told: Told, event: EventFact, **data: Any) -> Told:
    return [
        replace(one, data={**one.data, **data}) if one.event_id == event.event_id else one for one in told
    ]


def units_of(told: Told) -> list[dict[str, str]]:
    notice = first(told, "admission_notice_sent")
    return list(notice.data["recipients"]) if notice else []


def municipal(told: Told) -> str:
    return next((one["unit_id"] for one in units_of(told) if one["role"].startswith("municip")), "")


def cut_short(rng: Random, told: Told) -> Told:
    return told[: rng.randrange(5, len(told))]


def no_notice(_: Random, told: Told) -> Told:
    return [
        event for event in told if event.name not in ("admission_notice_sent", "expected_discharge_changed")
    ]


def no_outpatient(_: Random, told: Told) -> Told:
    notice = first(told, "admission_notice_sent")
    kept = [one for one in units_of(told) if one["role"].startswith("municip")]
    return with_data(told, notice, recipients=kept) if notice and kept else told


def never_read(rng: Random, told: Told) -> Told:
    return [event for event in told if event.name != "message_acknowledged" or rng.random() < 0.5]


def wrong_first(rng: Random, told: Told) -> Told:
    notice, unit_id = first(told, "admission_notice_sent"), municipal(told)
    if notice is None or not unit_id:
        return told
    other = next(unit.id for unit in county_plan().units if str(unit.id) != unit_id)
    after = timedelta(hours=rng.choice((2, 20, 30)))
    said = [also(rng, notice, "wrong_recipient_reported", after, unit_id=unit_id, reason="moved")]
    said.append(
        also(
            rng,
            notice,
            "recipient_corrected",
            after + AFTER,
            old_unit_id=unit_id,
            unit_id=str(other),
            role="municipality",
            first_sent_at=notice.happened_at.isoformat(),
        )
    )
    # The wrong unit does no more, and is sent no more.
    over = said[0].recorded_at
    kept = [event for event in told if event.unit_id != unit_id or event.recorded_at < over]
    return [_without(event, unit_id, over) for event in kept] + said[: rng.choice((1, 2, 2))]


def _without(event: EventFact, unit_id: str, over: datetime) -> EventFact:
    recipients = event.data.get("recipients")
    if event.recorded_at < over or not recipients or unit_id not in recipients:
        return event
    left = [one for one in recipients if one != unit_id]
    return replace(event, data={**event.data, "recipients": left})


def receipts_asked(rng: Random, told: Told) -> Told:
    sent = first(told, "handover_sent")
    if sent is None or not sent.data["recipients"]:
        return told
    unit_id = sent.data["recipients"][0]
    after = timedelta(hours=rng.choice((1, 30, 80)))
    received = replace(
        also(rng, sent, "handover_received", after, unit_id=unit_id, parts=[]), unit_id=unit_id
    )
    return [*with_data(told, sent, versions={"medicine_list": 1}), received]


def met_about(rng: Random, told: Told) -> Told:
    sent, unit_id = first(told, "sip_summons_sent"), municipal(told)
    if sent is None or not unit_id:
        return told
    said = []
    if rng.random() < 0.4:
        answer = {"unit_id": unit_id, "answer": rng.choice(("cannot", "comes")), "text": ""}
        said.append(also(rng, sent, "sip_attendance_answered", timedelta(hours=3), **answer))
    held = {
        "meeting_at": sent.data["meeting_at"],
        "attendance": [{"unit_id": unit_id, "how": rng.choice(("absent", "absent", "video"))}],
        "people": [],
        "person": "physical",
        "incomplete": False,
        "note": "",
    }
    said.append(also(rng, sent, "sip_meeting_held", timedelta(days=2), **held))
    day = local_date(sent.recorded_at) + timedelta(days=rng.choice((3, 8)))
    plan = {"version": 1, "goals": "", "responsible": "region", "follow_up_on": day.isoformat()}
    said.append(also(rng, sent, "sip_established", timedelta(days=2, hours=1), **plan))
    if rng.random() < 0.4:
        done = {"result": "goes_on", "text": "", "next_on": ""}
        said.append(also(rng, sent, "sip_followed_up", timedelta(days=rng.choice((6, 19))), **done))
    return told + said


def left_earlier(rng: Random, told: Told) -> Told:
    left = first(told, "patient_discharged")
    if left is None:
        return told
    at = left.happened_at - timedelta(hours=rng.choice((5, 30, 60)))
    new = {
        "event_id": left.event_id,
        "event_name": left.name,
        "old": {},
        "new": {"happened_at": at.isoformat()},
        "reason": "Fel tid",
        "recipients": [],
    }
    return [*told, also(rng, left, "event_corrected", AFTER, **new)]


def undone(rng: Random, told: Told) -> Told:
    ready = first(told, rng.choice(("ready_notice_sent", "patient_discharged")))
    if ready is None:
        return told
    name = "ready_notice_entered_in_error" if ready.name == "ready_notice_sent" else "discharge_corrected"
    return [*told, also(rng, ready, name, timedelta(minutes=2), reason="Fel", recipients=[])]


def points_open(rng: Random, told: Told) -> Told:
    left = first(told, "patient_discharged")
    points = rng.sample(["CL-K1", "CL-K2", "CL-B3", "CL-L1", "CL-K7"], k=2)
    return with_data(told, left, open_points=points) if left else told


def door_closed(rng: Random, told: Told) -> Told:
    left = first(told, "patient_discharged")
    if left is None:
        return told
    closed = [{"unit_id": one["unit_id"], "opens_at": None} for one in units_of(told)]
    day = local_date(left.happened_at).isoformat()
    raised = also(
        rng, left, "weekend_warning_raised", timedelta(0), about="discharge", day=day, closed=closed
    )
    choice = rng.choice(("agreed", "on_call", ""))
    answered = also(rng, left, "weekend_warning_answered", timedelta(0), choice=choice, agreed_with="")
    return [*told, raised, *([answered] if choice else [])]


def disputed(rng: Random, told: Told) -> Told:
    left = first(told, "patient_discharged")
    if left is None:
        return told
    said = {"month": "2026-01", "days": 2, "reason": "other", "text": "", "evidence": ""}
    answer = {"month": "2026-01", "answer": "keep", "text": "", "days": 2, "fingerprint": "", "approver": ""}
    found = [also(rng, left, "payment_line_disputed", AFTER, **said)]
    if rng.random() < 0.5:
        found.append(
            also(rng, left, "payment_dispute_answered", timedelta(days=rng.choice((9, 33))), **answer)
        )
    return told + found


def not_covered(rng: Random, told: Told) -> Told:
    name, data = rng.choice(
        (
            ("marked_outside_act", {"reason": "no_services", "text": ""}),
            ("case_entered_in_error", {"reason": "Fel", "recipients": []}),
        )
    )
    return [*told, also(rng, told[-1], name, AFTER, **data)]


def taken_back_late(rng: Random, told: Told) -> Told:
    ready = first(told, "ready_notice_sent")
    if ready is None:
        return told
    sent = also(rng, ready, "ready_notice_withdrawn", timedelta(hours=9))
    changed = sent.happened_at - timedelta(hours=rng.choice((1, 4, 6)))
    said = {"reason": "deteriorated", "text": "", "changed_at": changed.isoformat()}
    return [*told, replace(sent, data={**said, "recipients": ready.data["recipients"]})]


def silent(_: Random, told: Told) -> Told:
    return [event for event in told if event.name not in ("unit_ready_to_receive", "care_contact_named")]


BENDS: list[Bend] = [
    cut_short,
    no_notice,
    no_outpatient,
    never_read,
    wrong_first,
    receipts_asked,
    met_about,
    left_earlier,
    undone,
    points_open,
    door_closed,
    disputed,
    not_covered,
    silent,
    taken_back_late,
]
