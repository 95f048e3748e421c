"""Avvikelser i ord: rows of the register's list, and the choices that narrow it."""

from datetime import datetime
from typing import Any

from django.urls import reverse

from deviations.models import Deviation
from deviations.queries.register import CLOSED, Sieve
from deviations.rules import choices
from deviations.rules.taxonomy import code_words, taxonomy
from discharge.views.duty_words import on_its_last_day
from lus.swedish_time import local_date
from lus.web.words import DeadlineWords, day, deadline_words

Words = dict[str, Any]
COLORS = {"closed": "success", "retracted": "neutral", "awaiting_reporter": "warning"}


def deviation_row(row: Deviation, at: datetime) -> Words:
    """Return ``{number, url, date, step, category, from, to, consequence, state, color, whose, deadline}``.

    ``whose``: the unit that is waited for; ``deadline``: until when.
    """
    return {
        "number": row.number,
        "url": reverse("deviation", args=[row.number]),
        "date": day(row.event_date, local_date(at)),
        "step": choices.STEPS[row.process_step],
        "category": code_words(row.code_analysed or row.code_reported),
        "from": row.reporting_unit.name,
        "to": row.addressed_unit.name,
        "consequence": choices.CONSEQUENCES[row.consequence],
        "state": choices.STATES[row.state],
        "color": COLORS.get(row.state, "info"),
        "rerouted": bool(row.former_units),
        "whose": _whose(row),
        "deadline": deadline(row, at),
    }


def deadline(row: Deviation, at: datetime) -> DeadlineWords | None:
    """Return what is left of the limit, None when nothing is waited for with one."""
    if row.turn_due_at is None or row.state == "retracted":
        return None
    return on_its_last_day(deadline_words(row.turn_due_at, at), row.turn_due_at, at)


def _whose(row: Deviation) -> str:
    if row.state in CLOSED and not row.turn_due_at:
        return ""
    names = {row.reporting_unit_id: row.reporting_unit.name, row.addressed_unit_id: row.addressed_unit.name}
    return names.get(row.turn_unit_id, "") if row.turn_unit_id else ""


def sieve_fields(sieve: Sieve) -> list[Words]:
    """Return the choices that narrow the list: ``{name, label, options: list of (value, label, chosen)}``."""
    categories = [(row.code, f"{row.code} {row.text}") for row in taxonomy().values() if row.is_category]
    offered: list[tuple[str, str, list[tuple[str, str]], str]] = [
        ("state", "Status", [("open", "Alla öppna"), *choices.STATES.items()], sieve.state),
        ("step", "Steg", [(str(key), word) for key, word in choices.STEPS.items()], sieve.step),
        ("category", "Kategori", categories, sieve.category),
        ("direction", "Riktning", list(choices.DIRECTIONS.items()), sieve.direction),
    ]
    return [
        {
            "name": name,
            "label": label,
            "options": [("", "Alla", not chosen), *((key, word, key == chosen) for key, word in options)],
        }
        for name, label, options, chosen in offered
    ]
