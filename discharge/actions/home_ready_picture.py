"""Hemgångslistan i listorna: what the boards show of the list and of the reasons, as columns of the case."""

from typing import Any

from discharge.queries.checklists import checklist_of
from discharge.rules.facts import CaseFacts
from discharge.rules.home_ready.short_words import short_words
from discharge.rules.home_ready.standing import HomeReady, home_ready, owner_unit
from discharge.rules.owed import in_hospital
from discharge.rules.owed_home_ready import point_words, points_owed
from discharge.rules.waiting_reasons import open_reasons


def home_ready_columns(facts: CaseFacts) -> dict[str, Any]:
    """Return ``home_ready_at``, ``home_ready`` and ``waiting_for``; empty when the patient is not in hospital.

    ``home_ready``: {answered, total, first: {code, words, unit_id, planned_at}|None, owed: {unit id: [number, words]}};
    ``waiting_for``: [[code, owner unit id, first day], …], the oldest first.
    """
    if (
        facts.admitted_at is None
        or not in_hospital(facts)
        or facts.closed_at
        or facts.admission_notice_at is None
    ):
        return {"home_ready_at": None, "home_ready": {}, "waiting_for": []}
    shown = home_ready(facts, checklist_of(facts.home.checklist))
    return {
        "home_ready_at": facts.home.reached_at,
        "home_ready": {
            "answered": shown.answered,
            "total": shown.total,
            "first": _first(shown, facts),
            "owed": {
                unit_id: [len(items), point_words(items[0])]
                for unit_id, items in points_owed(facts, shown).items()
            },
        },
        "waiting_for": [
            [reason.code, reason.owner_id, reason.since.isoformat()] for reason in open_reasons(facts)
        ],
    }


def _first(shown: HomeReady, facts: CaseFacts) -> dict[str, Any] | None:
    item = shown.first_open
    if item is None:
        return None
    planned = item.hindrance.planned_at if item.hindrance else None
    return {
        "code": item.point.code,
        "words": short_words(item.point),
        "unit_id": owner_unit(item, facts),
        "planned_at": planned.isoformat() if planned else None,
    }
