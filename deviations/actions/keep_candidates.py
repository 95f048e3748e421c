"""Håll förslagen: the one writer of offers makes the rows equal to what the rules find. Nothing is sent by it.

Level-triggered: whoever runs it a second time, or beside somebody else, changes nothing.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from django.db import connection

from deviations.models import Candidate
from deviations.queries.grounds_of_case import grounds_of
from deviations.queries.kept_candidates import (
    Kept,
    KeptCandidates,
    Key,
    kept_candidates,
)
from deviations.rules.candidates.excused import without_downtime
from deviations.rules.candidates.ground import Ground
from deviations.rules.candidates.offer_states import EXPIRES_AFTER, OPEN
from discharge.rules.facts import CaseFacts
from lus.insert import insert

WATCH = """
INSERT INTO deviations_candidatewatch (case_id, due_at) VALUES (%s, %s)
ON CONFLICT (case_id) DO UPDATE SET due_at = EXCLUDED.due_at
"""
UNWATCH = "DELETE FROM deviations_candidatewatch WHERE case_id = %s"


def keep_offers(facts: CaseFacts, *, at: datetime) -> None:
    """Make the offers of the case, and when to look again, agree with ``facts``. Its stream must be locked."""
    if facts.admitted_at is None:
        return
    case_id = UUID(facts.case_id)
    kept = kept_candidates(case_id, facts.person_id, facts.admitted_at)
    found = [(name, _excused(ground, kept, at)) for name, ground in grounds_of(facts)]
    grounds = [(name, ground) for name, ground in found if ground is not None]
    so_now = [(name, ground) for name, ground in grounds if ground.so_from <= at]
    _save(case_id, _wanted(so_now), so_now, kept, at)
    ahead = min((ground.so_from for _, ground in grounds if ground.so_from > at), default=None)
    _watch(case_id, kept.watch_at, ahead)


def _excused(ground: Ground, kept: KeptCandidates, at: datetime) -> Ground | None:
    return without_downtime(ground, kept.outages, at)


def _wanted(grounds: Iterable[tuple[str, Ground]]) -> dict[Key, Ground]:
    return {
        Key(name, ground.event_id, ground.part, unit_id, ground.addressed): ground
        for name, ground in grounds
        for unit_id in ground.offered
        if ground.addressed and unit_id not in ("", ground.addressed)
    }


def _save(
    case_id: UUID,
    wanted: Mapping[Key, Ground],
    so_now: Iterable[tuple[str, Ground]],
    kept: KeptCandidates,
    at: datetime,
) -> None:
    fresh = [
        _row(case_id, key, ground, kept, at)
        for key, ground in wanted.items()
        if key not in kept.offers and ground.so_from > at - EXPIRES_AFTER
    ]
    insert(fresh)
    for key, ground in wanted.items():
        if key in kept.offers:
            _say_anew(kept.offers[key], ground, kept.is_protected, at)
    gone = [offer.id for key, offer in kept.offers.items() if key not in wanted and offer.is_open]
    if gone:
        Candidate.objects.filter(pk__in=gone).update(state="withdrawn", answered_at=at)
    _note_changed_grounds(kept.offers, {(name, one.event_id, one.part) for name, one in so_now}, at)


def _row(case_id: UUID, key: Key, ground: Ground, kept: KeptCandidates, at: datetime) -> Candidate:
    return Candidate(
        case_id=case_id,
        **key._asdict(),
        **_said(ground),
        offered_at=at,
        only_head=kept.is_protected,
    )


def _say_anew(offer: Kept, ground: Ground, is_protected: bool, at: datetime) -> None:
    """An open offer says what is so now; one that was withdrawn is offered again when its ground is back."""
    said = (ground.code, ground.wording, dict(ground.values), ground.so_from)
    if offer.state == "withdrawn":
        again = {"state": "offered", "offered_at": at, "answered_at": None}
        Candidate.objects.filter(pk=offer.id).update(**again, **_said(ground), only_head=is_protected)
    elif offer.is_open and (offer.said != said or offer.only_head != is_protected):
        Candidate.objects.filter(pk=offer.id).update(**_said(ground), only_head=is_protected)


def _said(ground: Ground) -> dict[str, object]:
    return {
        "code": ground.code,
        "wording": ground.wording,
        "values": dict(ground.values),
        "so_from": ground.so_from,
    }


def _note_changed_grounds(
    offers: Mapping[Key, Kept], so_now: set[tuple[str, str, str]], at: datetime
) -> None:
    """*Underlag ändrat*: what was reported stands, and says that the record reads otherwise now."""
    changed = [
        offer.id
        for key, offer in offers.items()
        if offer.state == "accepted" and not offer.ground_changed and key[:3] not in so_now
    ]
    if changed:
        Candidate.objects.filter(pk__in=changed).update(ground_changed_at=at)


def _watch(case_id: UUID, kept: datetime | None, ahead: datetime | None) -> None:
    if kept == ahead:
        return
    with connection.cursor() as cursor:
        if ahead is None:
            cursor.execute(UNWATCH, [case_id])
        else:
            cursor.execute(WATCH, [case_id, ahead])


def expire_offers(*, at: datetime) -> int:
    """Let the offers go that nobody has answered for 30 days; return how many."""
    old = Candidate.objects.filter(state__in=OPEN, offered_at__lt=at - EXPIRES_AFTER)
    return old.update(state="expired", answered_at=at)
