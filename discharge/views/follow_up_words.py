"""Uppföljningssamtalet on the case page: who calls, when, and what came of it."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.urls import reverse

from discharge.queries.case_page import CasePage
from discharge.rules.follow_up_call import RESULTS, call_window, free_days_reminder, window_words
from lus.web.words import moment

Words = dict[str, Any]
ACTS = (
    ("record_follow_up_call", "Anteckna samtal"),
    ("plan_follow_up_call", "Planera samtal"),
    ("waive_follow_up_call", "Avstå med skäl"),
)


def follow_up(page: CasePage, acts: Collection[str], at: datetime) -> Words:
    """Return ``{state, lines, acts}``; ``state`` as in ``components/state.html``."""
    case_id = page.case.pk
    links = [
        {"label": label, "url": reverse(act, args=[case_id]), "primary": act == "record_follow_up_call"}
        for act, label in ACTS
        if act in acts
    ]
    return {"state": _state(page, at), "lines": _lines(page, at), "acts": links}


def _state(page: CasePage, at: datetime) -> Words:
    call, left = page.facts.leaving.call, page.facts.discharged_at
    if call is None:
        return {"icon": "ejakt", "word": "Inte planerat"}
    if call.done_at:
        return {"icon": "klar", "word": RESULTS[call.result], "color": "success"}
    if call.waived_at:
        return {"icon": "ejakt", "word": "Görs inte"}
    if left is None:
        return {"icon": "kalender", "word": "Planerat", "color": "accent"}
    opens, closes = call_window(left)
    if at > closes:
        return {"icon": "sent", "word": "Skulle ha ringts", "color": "danger"}
    if at >= opens:
        return {"icon": "snart", "word": "Ska ringas nu", "color": "warning"}
    return {"icon": "kalender", "word": "Planerat", "color": "accent"}


def _lines(page: CasePage, at: datetime) -> list[str]:
    call, left = page.facts.leaving.call, page.facts.discharged_at
    if call is None:
        return ["Ett samtal 48–72 timmar efter utskrivningen är en intern rutin."]
    unit = page.units.get(call.unit_id)
    lines = [f"{unit.name if unit else 'En enhet'} ringer."]
    if call.waived_at:
        return [f"Avstått {moment(call.waived_at, at)}. Skäl: {call.waived_because}"]
    if left is not None and not call.done_at:
        lines += [f"Ska ringas {window_words(left)}.", free_days_reminder(left)]
    lines += [f"{moment(when, at)}: {RESULTS[result].lower()}." for when, result in call.attempts]
    return [line for line in [*lines, call.note] if line]
