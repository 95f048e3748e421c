"""Hemgångslistan i ord: the one sentence, and each point with owner, answer, comment and when."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.urls import reverse

from discharge.queries.case_page import CasePage
from discharge.rules.facts_of_home_ready import PointAnswer
from discharge.rules.home_ready.owners import sides_of, unit_of
from discharge.rules.home_ready.short_words import short_words
from discharge.rules.home_ready.standing import HomeReady, Standing, home_ready, owner_unit
from lus.organisations.actor import Actor
from lus.web.idempotency import new_key
from lus.web.words import moment

Words = dict[str, Any]
SIDES = {"S": "Avdelningen", "O": "Öppenvården", "K": "Kommunen", "P": "Personen, genom avdelningen"}
# answer → icon, word, colour
ANSWERS: dict[str, tuple[str, str, str]] = {
    "yes": ("klar", "Ja", "success"),
    "not_applicable": ("ejakt", "Ej aktuellt", "neutral"),
    "no": ("saknas", "Nej", "warning"),
    "": ("ny", "Ej besvarat", "neutral"),
}
SHARED = "Delade punkter"


def remaining(first: Mapping[str, Any] | None, still: int, unit_name: str, at: datetime) -> str:
    """``nycklar (K2, Nacka kommun, i dag 15.00) och 2 till``; ``first``: see ``home_ready_columns``."""
    if first is None:
        return ""
    planned = first.get("planned_at")
    when = moment(datetime.fromisoformat(planned), at) if planned else ""
    inside = ", ".join(part for part in (first["code"], unit_name, when) if part)
    more = f" och {still - 1} till" if still > 1 else ""
    return f"{first['words']} ({inside}){more}"


def home_ready_section(page: CasePage, viewer: Actor, acts: list[str], at: datetime) -> Words:
    """Return ``{headline, done, total, is_home_ready, groups, version}`` for the list on the case page."""
    shown = home_ready(page.facts, page.checklist)
    return {**headline(page, shown, at), "groups": _groups(page, viewer, acts, shown, at)}


def headline(page: CasePage, shown: HomeReady, at: datetime) -> Words:
    """Return the one sentence: *Hemgångsklar*, or the one thing that is missing and whose it is."""
    item = shown.first_open
    if item is None:
        sentence = "Hemgångsklar: alla punkter som krävs är klara."
    else:
        planned = item.hindrance.planned_at if item.hindrance else None
        first = {
            "code": item.point.code,
            "words": short_words(item.point),
            "planned_at": planned.isoformat() if planned else None,
        }
        owner = _unit_name(page, owner_unit(item, page.facts))
        sentence = f"Återstår: {remaining(first, len(shown.open), owner, at)}"
    return {
        "headline": sentence,
        "done": shown.answered,
        "total": shown.total,
        "is_home_ready": item is None and page.facts.home.reached_at is not None,
        "checklist": shown.checklist,
    }


def point_words(page: CasePage, viewer: Actor, item: Standing, can: bool, at: datetime) -> Words:
    """Return one row. ``can``: the viewer's unit may answer now."""
    point, url = item.point, reverse("answer_home_ready_point", args=[page.case.pk])
    icon, word, color = ANSWERS[item.answer]
    mine = can and item.auto is None and bool(set(point.owners) & sides_of(page.facts, str(viewer.unit_id)))
    return {
        "row_id": f"punkt-{point.id}",
        "point": point.id,
        "code": point.code,
        "text": point.text,
        "blocking": point.blocking,
        "state": {"icon": icon, "word": _word(item, word), "color": color},
        "is_done": item.is_done,
        "owners": _owners(page, item),
        "said": [_said(page, item, answer, at) for answer in item.answers],
        "auto": _auto(page, item, at),
        "mine": mine,
        "may_yes": mine and not item.is_done,
        "url": url,
        "no_url": f"{url}?point={point.id}&answer=no",
        "not_url": f"{url}?point={point.id}&answer=not_applicable",
        "change_url": f"{url}?point={point.id}",
        "version": page.facts.version,
        "key": new_key() if mine else "",
    }


def _groups(page: CasePage, viewer: Actor, acts: list[str], shown: HomeReady, at: datetime) -> list[Words]:
    can = "answer_home_ready_point" in acts
    own = sides_of(page.facts, str(viewer.unit_id))
    by_owner: dict[tuple[str, ...], list[Standing]] = {}
    for item in shown.points:
        by_owner.setdefault(item.point.owners if len(item.point.owners) == 1 else (), []).append(item)
    order = sorted(by_owner, key=lambda owners: (not own & set(owners), owners == (), owners))
    return [_group(page, viewer, owners, by_owner[owners], can, at) for owners in order]


def _group(
    page: CasePage, viewer: Actor, owners: tuple[str, ...], items: list[Standing], can: bool, at: datetime
) -> Words:
    rows = [point_words(page, viewer, item, can, at) for item in items]
    name = _side_name(page, owners[0]) if owners else SHARED
    return {
        "name": name,
        "key": "".join(owners) or "delade",
        "open": sorted((row for row in rows if not row["is_done"]), key=lambda row: not row["blocking"]),
        "done": [row for row in rows if row["is_done"]],
    }


def _side_name(page: CasePage, side: str) -> str:
    if side == "P":
        return SIDES["P"]
    return _unit_name(page, unit_of(side, page.facts)) or SIDES[side]


def _unit_name(page: CasePage, unit_id: str) -> str:
    unit = page.units.get(unit_id)
    return unit.name if unit else ""


def _word(item: Standing, word: str) -> str:
    if item.later:
        return "Skickas vid utskrivning"
    if item.again and not item.is_done:
        return "Svara igen"
    if item.auto is not None and not item.auto.so:
        return "Väntar på händelsen"
    if not item.answer and item.answers and not item.again:
        return "Besvarat av några"
    return word


def _owners(page: CasePage, item: Standing) -> str:
    """Return who shares the point; one owner alone is the heading above it."""
    if len(item.point.owners) == 1:
        return ""
    return ", ".join(dict.fromkeys(_side_name(page, side) for side in item.point.owners))


def _said(page: CasePage, item: Standing, answer: PointAnswer, at: datetime) -> str:
    """``Ja · Nacka kommun · Nyckelkvittens finns · i dag 08.12``."""
    again = "tidigare " if item.again else ""
    solved = ""
    if answer.answer == "no" and answer.planned_at:
        who = _unit_name(page, answer.responsible_id)
        solved = f"löst senast {moment(answer.planned_at, at)}{f', {who}' if who else ''}"
    word = ANSWERS[answer.answer][1]
    parts = (f"{again}{word}", answer.unit_name, answer.comment, solved, moment(answer.at, at))
    return " · ".join(part for part in parts if part)


def _auto(page: CasePage, item: Standing, at: datetime) -> str:
    if item.auto is None:
        return ""
    if item.auto.so:
        return f"Besvaras av händelsen{f', {moment(item.auto.at, at)}' if item.auto.at else ''}"
    waiting = ", ".join(_unit_name(page, unit_id) for unit_id in item.auto.waiting)
    return f"Besvaras av händelsen. Väntar på {waiting}." if waiting else "Besvaras av händelsen."
