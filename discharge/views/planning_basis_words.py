"""*Planeringsunderlag*: the questions by area, whose they are, what is answered, and what is to be chased."""

from collections.abc import Collection
from datetime import datetime
from itertools import groupby
from typing import Any

from django.urls import reverse

from discharge.actions.planning_field import said
from discharge.queries.case_page import CasePage
from discharge.queries.reads_planning import reads_field
from discharge.rules.planning_basis import AskedField, asked_fields, settled_of
from discharge.rules.planning_fields import ALL, MUNICIPALITY, OUTPATIENT, WARD
from lus.organisations.actor import Actor
from lus.web.words import moment

Words = dict[str, Any]
HIDDEN = "Besvarad. Läses inte av er enhet."


def basis_part(page: CasePage, viewer: Actor, acts: list[str], at: datetime) -> Words | None:
    """Return ``{areas: [{name, rows}], answered, asked, percent, mine}``; None before the notice."""
    asked = asked_fields(page.facts)
    if not asked:
        return None
    answered, total = settled_of(page.facts)
    rows = [_row(one, page, viewer, acts, at) for one in asked]
    areas = groupby(zip(asked, rows, strict=True), key=lambda pair: pair[0].field.area)
    return {
        "areas": [{"name": name, "rows": [row for _, row in pairs]} for name, pairs in areas],
        "answered": answered,
        "asked": total,
        "percent": 100 * answered // total,
        "mine": sum(1 for one, row in zip(asked, rows, strict=True) if row["mine"] and not one.is_settled),
        "unknown": sum(1 for one in asked if one.answer and not one.is_settled),
    }


def readers_words(readers: Collection[str]) -> str:
    """``alla``, or the groups that read the answer."""
    if frozenset(readers) >= ALL:
        return "alla i ärendet"
    groups = (
        ("avdelningen", WARD),
        ("kommunen", MUNICIPALITY),
        ("hemsjukvården", frozenset({"municipal_health"})),
        ("öppenvården", OUTPATIENT),
    )
    found = [word for word, group in groups if group <= frozenset(readers)]
    return ", ".join(word for word in found if word != "hemsjukvården" or "kommunen" not in found)


def _row(one: AskedField, page: CasePage, viewer: Actor, acts: list[str], at: datetime) -> Words:
    unit, mine = page.units.get(one.unit_id), _is_mine(one, viewer)
    row = {
        "key": one.field.key,
        "label": one.field.label,
        "owner": unit.name if unit else "",
        "readers": readers_words(one.field.readers),
        "mine": mine,
        **_answer(one, page, viewer, at),
    }
    return row | (_verbs(one, page, acts) if mine else {})


def _is_mine(one: AskedField, viewer: Actor) -> bool:
    return one.unit_id in {str(unit_id) for unit_id in viewer.unit_ids}


def _answer(one: AskedField, page: CasePage, viewer: Actor, at: datetime) -> Words:
    answer = one.answer
    if answer is None:
        return {"state": "saknas", "answer": "", "when": ""}
    when = f"{answer.by}, {answer.unit_name}, {moment(answer.at, at)}"
    if answer.chase_at is not None and not answer.is_settled:
        again = f"Tas upp igen {moment(answer.chase_at, at)} (intern rutin)."
        return {"state": "info", "answer": "Vet ej", "when": f"{when}. {again}"}
    reads = reads_field(viewer, page.facts, one.field.key)
    return {"state": "ja", "answer": said(one, answer) if reads else HIDDEN, "when": when}


def _verbs(one: AskedField, page: CasePage, acts: list[str]) -> Words:
    verbs = (
        ("answer_planning_field", "Ändra" if one.is_settled else "Svara"),
        ("mark_planning_field_unknown", "" if one.answer else "Vet ej"),
        ("reassign_planning_field", "Flytta"),
    )
    links = [
        {"label": label, "url": f"{reverse(act, args=[page.case.pk])}?field={one.field.key}"}
        for act, label in verbs
        if label and act in acts
    ]
    return {"links": links}
