"""Plikterna före mötet och efter planen, intern rutin: a plan outside hospital is begun, and every plan followed up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from discharge.rules.consent_refusals import refuse_without_summons
from discharge.rules.facts import MUNICIPAL_ROLES, CaseFacts, EventFact
from discharge.rules.owed import Obligation, duty_of, later_than
from discharge.rules.sip_closing import DECEASED
from lus.swedish_time import end_of_local_day, local_midnight

from .policy import policy_at, weekdays_on

PLANS_A_DAY = {
    "sip_established": "follow_up_on",
    "sip_existing_linked": "follow_up_on",
    "sip_followed_up": "next_on",
}


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A planned follow-up: its day, since when it is planned, and when it was called and done, if it was."""

    day: date
    planned_at: datetime
    called_at: datetime | None = None
    done_at: datetime | None = None


def start(process: CaseFacts, led_by: str) -> Iterator[Obligation]:
    """Påbörja utan dröjsmål, SoL 10 kap. 8 §, HSL 16 kap. 4 §: outside hospital, ten weekdays (intern rutin)."""
    sip = process.sip
    if process.ward_id or not process.sip_needed or sip.version or process.sip_assessed_at is None:
        return
    if refuse_without_summons(process, None) is not None:
        if (
            process.sip_consent == "unknown"
        ):  # whoever has said no, or taken a yes back, is not asked again at once
            code = "offer_sip" if sip.state == "not_assessed" else "record_sip_consent"
            yield duty_of(code, led_by, process.sip_assessed_at)
    elif sip.state in ("offered", "summoned"):
        called_off = [one.happened_at for one in process.events if one.name == "sip_meeting_cancelled"]
        since = max([_may_be_called_since(process), *called_off])
        due = weekdays_on(since, policy_at(since, process).start_weekdays)
        met = sip.meetings[-1].summoned_at if sip.state == "summoned" and sip.meetings else None
        yield duty_of("start_sip_outside", led_by, since, due, met_at=met, key=str(len(called_off)))


def follow_up(process: CaseFacts, led_by: str) -> Iterator[Obligation]:
    """Uppföljning, HSL 16 kap. 4 §: called a fortnight before (O8), and done on its day (intern rutin)."""
    may_call, days = refuse_without_summons(process, None) is None, Counter[date]()
    for one in follow_ups(process):
        days[one.day] += 1
        policy, day = policy_at(one.planned_at, process), one.day
        called_by = end_of_local_day(day - timedelta(days=policy.summon_days))
        told = max(one.planned_at, local_midnight(day - timedelta(days=policy.ahead_days)))
        due = later_than(one.planned_at, called_by, end_of_local_day(day))
        # The day of one that is done may be planned again, in the next version.
        key = day.isoformat() if days[day] == 1 else f"{day.isoformat()}:{days[day]}"
        if led_by and (one.called_at or (may_call and not one.done_at)):
            yield duty_of("summon_sip_follow_up", led_by, told, due, met_at=one.called_at, key=key)
        owner = who_follows_up(process, led_by)
        # A meeting that is called for it has duties of its own.
        if owner and (one.done_at or not one.called_at):
            begins = max(one.planned_at, local_midnight(day))
            due = end_of_local_day(day)
            yield duty_of("follow_up_plan", owner, begins, due, met_at=one.done_at, key=key)


def _may_be_called_since(process: CaseFacts) -> datetime:
    """Return since when units may be called: by the person's yes, or within the scope of a harm test."""
    test = process.consents.harm_test
    judged = test.judged_at if test and process.sip_consent != "given" else None
    since = judged or process.sip_consent_at or process.sip_assessed_at
    assert since is not None
    return since


def who_follows_up(process: CaseFacts, led_by: str) -> str:
    """Huvudansvar, HSL 16 kap. 4 §: who leads, if its principal has the overall responsibility, else one who has."""
    units = sorted(process.active_units, key=lambda unit: unit.unit_id != led_by)
    sides = {unit.unit_id: "municipality" if unit.role in MUNICIPAL_ROLES else "region" for unit in units}
    wanted = process.sip.responsible
    return next((unit_id for unit_id, side in sides.items() if not wanted or side == wanted), "")


def follow_ups(process: CaseFacts) -> list[FollowUp]:
    """Return the follow-ups that were done, and the one that waits, oldest first."""
    found: list[FollowUp] = []
    for event in process.events:
        waits = found[-1] if found and found[-1].done_at is None else None
        if waits is not None:
            found.pop()
            found += _moved(waits, event)
        if event.name in PLANS_A_DAY and event.data[PLANS_A_DAY[event.name]]:
            found = [one for one in found if one.done_at is not None]
            found.append(FollowUp(date.fromisoformat(event.data[PLANS_A_DAY[event.name]]), event.happened_at))
    return found


def _moved(waits: FollowUp, event: EventFact) -> list[FollowUp]:
    """Return the follow-up that waits as ``event`` leaves it: called, called off, done, or no longer planned."""
    if event.name == "sip_summons_sent":
        return [replace(waits, called_at=event.happened_at)]
    if event.name == "sip_meeting_cancelled":
        return [replace(waits, called_at=None)]
    if event.name in ("sip_meeting_held", "sip_followed_up"):
        return [replace(waits, done_at=event.happened_at)]
    if event.name == "sip_closed":
        # A closed plan owes nothing; was nobody dead after all, its follow-up waits as before.
        return [waits] if event.data["reason"] == DECEASED else []
    return [] if event.name in ("sip_established", "sip_existing_linked") else [waits]
