"""Avvikelser i ord: rows of the register's list, and one deviation as its reporter or receiver reads it."""

from datetime import datetime
from typing import Any

from django.urls import reverse

from deviations.models import Deviation
from deviations.queries.register import OpenedDeviation
from deviations.rules import choices
from deviations.rules.taxonomy import code_words
from lus.swedish_time import local_date
from lus.web.words import day, moment

Words = dict[str, Any]


def deviation_row(row: Deviation, at: datetime) -> Words:
    """Return ``{number, url, date, step, category, from, to, consequence, state}``."""
    return {
        "number": row.number,
        "url": reverse("deviation", args=[row.number]),
        "date": day(row.event_date, local_date(at)),
        "step": choices.STEPS[row.process_step],
        "category": code_words(row.code_reported),
        "from": row.reporting_unit.name,
        "to": row.addressed_unit.name,
        "consequence": choices.CONSEQUENCES[row.consequence],
        "state": choices.STATES[row.state],
    }


def deviation_words(opened: OpenedDeviation, at: datetime) -> Words:
    """Return ``deviation_row`` with ``registered``, ``facts`` and ``texts`` (pairs of word and text), ``case_url``."""
    row = opened.row
    texts = [
        ("Kategori i egna ord", row.code_words),
        ("Beskrivning", row.description),
        ("Omedelbar åtgärd", row.immediate_action),
        ("Förslag till förbättring", row.suggestion),
        ("Referens i eget system", row.own_ref),
    ]
    return deviation_row(row, at) | {
        "registered": moment(row.registered_at, at),
        "facts": _facts(row) if opened.reads else [],
        "texts": [(word, text) for word, text in texts if text] if opened.reads else [],
        "reads": opened.reads,
        "case_url": reverse("case", args=[opened.case_id]) if opened.case_id else "",
    }


def _facts(row: Deviation) -> list[tuple[str, str]]:
    days = f", {row.delay_days} dagar" if row.delay_days else ""
    return [
        ("Konsekvens", choices.CONSEQUENCES[row.consequence] + days),
        ("Vårdform", choices.CARE_FORMS[row.care_form]),
        ("Yrkesroll", choices.REPORTER_ROLES[row.reporter_role]),
        ("Riktning", choices.DIRECTIONS[row.direction]),
        ("Samtycke", choices.CONSENTS[row.patient_consent]),
        ("Lex Maria, lex Sarah eller IVO", choices.OTHER_DUTIES[row.other_duty]),
    ]
