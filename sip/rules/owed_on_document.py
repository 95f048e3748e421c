"""Dokumentets plikter, intern rutin: who leads writes and locks, units confirm, and the person gets a copy."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from discharge.rules.facts import CaseFacts
from discharge.rules.facts_of_sip import PLANNED
from discharge.rules.owed import Obligation, duty_of
from lus.swedish_time import end_of_local_day

from .asked import held_event
from .document.confirm import confirm_by, left_to_confirm, must_confirm
from .document.facts import DocumentFacts, Version
from .document.party import taking_part
from .owed_at_meeting import end_of
from .policy import policy_at, weekdays_on


def lock(process: CaseFacts, document: DocumentFacts, led_by: str) -> Iterator[Obligation]:
    """Utkast och låsning (O5, second half): one weekday after the meeting's end; anew when somebody has objected."""
    told, sip = held_event(process), process.sip
    if not led_by or told is None or not sip.meetings or sip.state not in PLANNED | {"held"}:
        return
    uid, begins = sip.meetings[-1].uid, end_of(sip.meetings[-1])
    due = weekdays_on(begins, policy_at(begins, process).draft_weekdays)
    made = sip.established_at if sip.state in PLANNED else None
    locked = [one.locked_at for one in document.versions if one.locked_at >= told.happened_at]
    yield duty_of(
        "lock_sip_version",
        led_by,
        begins,
        due,
        met_at=min([*locked, *([made] if made else [])], default=None),
        key=uid,
    )
    for number, met in enumerate(_again(process, document, locked), start=1):
        yield duty_of("lock_sip_version", led_by, locked[number - 1], met_at=met, key=f"{uid}:{number}")


def revise(process: CaseFacts, document: DocumentFacts, led_by: str) -> Iterator[Obligation]:
    """Planen skrivs om (handbook sip §12): a follow-up asked for it; no number of days is said."""
    for event in process.events:
        if led_by and event.name == "sip_followed_up" and event.data.get("outcome") == "revise":
            asked = event.happened_at
            met = [one.locked_at for one in document.versions if one.locked_at >= asked]
            made = process.sip.established_at  # by hand
            met += [made] if made and made >= asked else []
            yield duty_of(
                "lock_sip_version", led_by, asked, met_at=min(met, default=None), key=event.event_id
            )


def confirmations(process: CaseFacts, document: DocumentFacts, led_by: str) -> Iterator[Obligation]:
    """Justering (O6): each unit with a measure answers on the locked version within five weekdays."""
    version = document.locked
    if version is None:
        return
    active, left = taking_part(process), left_to_confirm(document)
    for unit_id in must_confirm(version.rows):
        answer = document.answer_of(unit_id)
        met = answer.at if answer is not None and answer.no == version.no else None
        owes = document.status == "confirming" and unit_id in left and unit_id in active
        if met is not None or owes:
            yield _confirmation(process, version, unit_id, met)


def copy(process: CaseFacts, document: DocumentFacts, led_by: str) -> Iterator[Obligation]:
    """Personens exemplar (O7): two weekdays after the plan was established."""
    made = document.established_at
    if not led_by or made is None:
        return
    given = next((one.at for one in document.shared if one.no == document.established_no), None)
    due = weekdays_on(made, policy_at(made, process).copy_weekdays)
    key = str(document.established_no)
    yield duty_of("share_sip_with_person", led_by, made, due, met_at=given, key=key)


def _again(process: CaseFacts, document: DocumentFacts, locked: list[datetime]) -> list[datetime | None]:
    """Return when each later draft of the meeting's plan was locked, None for one that waits."""
    waits = bool(locked) and process.sip.state == "held" and document.status == "drafting"
    return [*locked[1:], *([None] if waits else [])]


def _confirmation(process: CaseFacts, version: Version, unit_id: str, met: datetime | None) -> Obligation:
    due, key = end_of_local_day(confirm_by(version, process)), str(version.no)
    return duty_of("confirm_sip_version", unit_id, version.locked_at, due, met_at=met, key=key)
