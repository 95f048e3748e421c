"""Driftstoppslistan i ord: plain values, the same for the page and the PDF. A protected person is a case code."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.conf import settings

from discharge.queries.downtime_list import DowntimeList, ListedCase
from discharge.rules.next_step import in_order, is_late
from discharge.rules.words import MESSAGES
from discharge.views.duty_words import BASIS
from discharge.views.listed_duty import duty_sentence, points_of
from discharge.views.listed_state import state_and_day
from discharge.views.on_call_words import items
from discharge.views.person_words import age_words, number_words
from lus.downtime.seal import LIVES
from lus.organisations.actor import Actor
from lus.organisations.models import Unit
from lus.swedish_time import local_date

from .paper_time import limit, on, stamp, when

Words = dict[str, Any]
HIDDEN = "Skyddade personuppgifter"
ONE_OF_OTHERS = "annan enhet"
BASIS_WORDS = {"lag": "Lag", "ok": "Överenskommelse", "rutin": "Intern rutin"}


def list_words(found: DowntimeList, viewer: Actor, *, at: datetime) -> Words:
    """Return ``{unit, phone, cases, duties, unread, on_call, phones, practice}``."""
    own = found.units.get(str(viewer.unit_id))
    return {
        "unit": viewer.unit_name,
        "phone": own.phone if own else "",
        "practice": settings.DEMO,
        "cases": [_case(item, found, viewer, at) for item in found.cases],
        "duties": _duties(found.cases, at),
        "unread": [line for item in found.cases for line in _unread(item, found, viewer, at)],
        "on_call": _on_call(found, at),
        "phones": [_phone(unit) for unit in _in_view(found, viewer)],
    }


def digest_of(words: Words) -> str:
    """Return the SHA-256 (hex) of what the list says, whenever it was made."""
    return hashlib.sha256(json.dumps(words, sort_keys=True).encode()).hexdigest()


def made_words(code: str, *, at: datetime) -> Words:
    """Return ``{made, expires, code}``: what differs between two lists that say the same."""
    return {"made": stamp(at), "expires": stamp(at + LIVES), "code": code}


def _case(item: ListedCase, found: DowntimeList, viewer: Actor, at: datetime) -> Words:
    case, row = item.row.case, item.row
    state = state_and_day(case, [unit.state for unit in row.units], at)
    hidden = row.person.is_protected
    return {
        "code": case["reference"],
        "name": HIDDEN if hidden else row.person.name,
        "number": "" if hidden or item.number is None else number_words(*item.number),
        "age": "" if hidden else age_words(row.person.age),
        "ward": "Dold" if hidden and case["ward_id"] not in viewer.unit_ids else case["ward__name"],
        "state": state.word,
        "day": f"{state.counter.words} {on(local_date(at), at)}" if state.counter else "",
        "admitted": when(case["admitted_at"], at),
        "noticed": when(case["admission_notice_at"], at),
        "expected": on(case["expected_discharge"], at) or "inget datum",
        "ready": when(case["ready_sent_at"], at),
        "next": _next(item, viewer),
        "units": [] if hidden else [unit.name for unit in row.units],
    }


def _next(item: ListedCase, viewer: Actor) -> str:
    duty, case = item.row.next_step, item.row.case
    if duty is None:
        return ""
    what = duty_sentence(
        duty.code, missing=case["handover_missing"], points=points_of(case["home_ready"], duty.unit_id)
    )
    if duty.unit_id in viewer.unit_ids:
        return f"Ni: {what}"
    return f"{ONE_OF_OTHERS if item.row.person.is_protected else item.row.next_unit_name}: {what}"


def _duties(cases: Sequence[ListedCase], at: datetime) -> list[Words]:
    owed = {duty.pk: item for item in cases for duty in item.duties}
    pairs = [(duty, owed[duty.pk]) for duty in in_order([one for item in cases for one in item.duties], at)]
    return [
        {
            "limit": limit(duty, at),
            "late": is_late(duty, at),
            "basis": BASIS_WORDS[BASIS.get(duty.basis, "rutin")],
            "what": duty_sentence(
                duty.code,
                missing=item.row.case["handover_missing"],
                points=points_of(item.row.case["home_ready"], duty.unit_id),
            ),
            "who": who(item),
        }
        for duty, item in pairs
    ]


def who(item: ListedCase) -> str:
    """``N4K7P Åberg, Anna``; of a protected person the code alone."""
    code = item.row.case["reference"]
    return code if item.row.person.is_protected else f"{code} {item.row.person.name}"


def _unread(item: ListedCase, found: DowntimeList, viewer: Actor, at: datetime) -> Iterable[Words]:
    for delivery in item.unread:
        unit = found.units.get(str(delivery.unit_id))
        other = ONE_OF_OTHERS if item.row.person.is_protected or unit is None else unit.name
        yield {
            "what": MESSAGES.get(delivery.kind, "meddelande").capitalize(),
            "who": who(item),
            "sent": when(delivery.delivered_at, at),
            "waits_for": "Ni" if delivery.unit_id in viewer.unit_ids else other,
        }


def _in_view(found: DowntimeList, viewer: Actor) -> list[Unit]:
    """Units of the cases that may be told; a protected person's whereabouts are not to be read from a phone list."""
    ids = {str(unit_id) for unit_id in viewer.unit_ids}
    for item in found.cases:
        if not item.row.person.is_protected:
            ids |= {str(unit.unit_id) for unit in item.row.units} | {str(item.row.case["ward_id"])}
    return sorted(
        (found.units[unit_id] for unit_id in ids if unit_id in found.units), key=lambda one: one.name
    )


def _phone(unit: Unit) -> Words:
    return {"name": unit.name, "what": unit.phone_function, "phone": unit.phone or "saknas"}


def _on_call(found: DowntimeList, at: datetime) -> list[Words]:
    return [
        {
            "where": ", ".join(
                found.municipalities.get(code, code) for code in shift.function.group.municipalities
            ),
            "who": shift.function.label,
            "phone": shift.function.phone,
            "from": when(shift.starts_at, at),
            "to": when(shift.ends_at, at),
            "decide": items(tuple(mandate.item for mandate in shift.function.mandates.all())),
        }
        for shift in found.shifts
    ]
