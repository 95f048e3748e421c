"""Patientens information on the case page: whether it is written and given, and the way to the page and the PDF."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.urls import reverse

from discharge.queries.case_page import CasePage
from discharge.rules.patient_summary import FORMS, LANGUAGES, RECEIVERS
from lus.organisations.actor import Actor
from lus.web.words import moment

from .patient_summary import pdf_links
from .summary_words import may_read

Words = dict[str, Any]
ACTS = (("write_patient_summary", "Skriv till patienten"), ("give_patient_summary", "Lämna till patienten"))


def summary_part(page: CasePage, viewer: Actor, acts: Collection[str], at: datetime) -> Words:
    """Return ``{state, lines, page_url, pdf, acts}``; no addresses for who may not read it."""
    case_id, readable = page.case.pk, may_read(page, viewer)
    return {
        "state": _state(page),
        "lines": _lines(page, at),
        "page_url": reverse("patient_summary", args=[case_id]) if readable else "",
        "pdf": pdf_links(case_id) if readable else {},
        "acts": [{"label": label, "url": reverse(act, args=[case_id])} for act, label in ACTS if act in acts],
    }


def _state(page: CasePage) -> Words:
    leaving = page.facts.leaving
    if leaving.given and leaving.given[-1].version == len(leaving.summaries):
        return {"icon": "klar", "word": "Lämnad", "color": "success"}
    if leaving.given:
        return {"icon": "pagar", "word": "Ny version, inte lämnad", "color": "warning"}
    if leaving.summaries:
        return {"icon": "pagar", "word": "Skriven, inte lämnad", "color": "warning"}
    return {"icon": "ejakt", "word": "Inte skriven"}


def _lines(page: CasePage, at: datetime) -> list[str]:
    leaving = page.facts.leaving
    lines = []
    if leaving.summaries:
        last = leaving.summaries[-1]
        lines.append(f"Version {last.version}, skriven {moment(last.written_at, at)}.")
    for one in leaving.given:
        how = f"{FORMS[one.form].lower()}, {LANGUAGES[one.language].lower()}"
        lines.append(f"Lämnad {moment(one.at, at)} av {one.given_by}: {how}. {RECEIVERS[one.to]}.")
    return lines or ["Vid utskrivningen ska patienten få information (patientlagen 3:2 b)."]
