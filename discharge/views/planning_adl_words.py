"""*ADL* and *Hjälpmedel*: the latest assessment, what has changed first, and the aids with who sees to them."""

from datetime import datetime
from typing import Any

from django.urls import reverse

from discharge.actions.record_aid import WHERE
from discharge.queries.case_page import CasePage
from discharge.rules.adl import CARERS, FIELD, LEVELS, changed_items, is_old, needs_two, personal_sum
from discharge.rules.facts_of_planning import AdlAssessment, AdlItem, Aid
from lus.organisations.actor import Actor
from lus.organisations.roles import ROLE_LABELS
from lus.swedish_time import local_date
from lus.web.words import age, day, moment

Words = dict[str, Any]
OLD = "ADL är äldre än 72 timmar. Uppdatera ADL (intern rutin)."


def adl_part(page: CasePage, viewer: Actor, acts: list[str], at: datetime) -> Words | None:
    """Return ``{who, rows, sum, two, old, comment, earlier, url}``; before the first assessment only ``url``."""
    if page.facts.admission_notice_at is None:
        return None
    url = reverse("assess_adl", args=[page.case.pk]) if "assess_adl" in acts else ""
    latest = page.facts.planning.adl
    if latest is None:
        return {"url": url}
    return {
        "url": url,
        "who": _who(latest, at),
        "rows": _rows(latest),
        "sum": personal_sum(latest),
        "two": needs_two(latest),
        "old": OLD if is_old(latest, at) and page.facts.open_spell else "",
        "comment": latest.comment,
        "earlier": [_who(one, at) for one in page.facts.planning.assessments[-2::-1]],
    }


def _who(one: AdlAssessment, at: datetime) -> str:
    role = ROLE_LABELS.get(one.assessed_by_role, "")
    who = ", ".join(part for part in (one.by, role.lower(), one.unit_name) if part)
    return f"Bedömd {moment(one.assessed_at, at)}, {age(one.assessed_at, at)} gammal. {who}."


def _rows(latest: AdlAssessment) -> list[Words]:
    changed = changed_items(latest)
    ordered = [*changed, *(item for item in latest.items if item not in changed)]
    return [_row(item, item in changed) for item in ordered]


def _row(item: AdlItem, is_changed: bool) -> Words:
    return {
        "label": FIELD[item.key].label,
        "before": LEVELS[item.before],
        "now": LEVELS[item.now],
        "changed": is_changed,
        "carers": CARERS[item.carers] if item.carers else "",
        "aid": item.aid,
    }


def aids_part(page: CasePage, viewer: Actor, acts: list[str], at: datetime) -> Words | None:
    """Return ``{rows, url}``; None before the notice."""
    if page.facts.admission_notice_at is None:
        return None
    url = reverse("record_aid", args=[page.case.pk]) if "record_aid" in acts else ""
    return {"rows": [_aid(aid, page, at) for aid in page.facts.planning.aids.values()], "url": url}


def _aid(aid: Aid, page: CasePage, at: datetime) -> Words:
    owner = page.units.get(aid.owner_unit_id)
    by_day = f"senast {day(aid.by_day, local_date(at))}" if aid.by_day else ""
    return {
        "state": "ja" if aid.in_place else "saknas",
        "what": aid.what,
        "word": "På plats" if aid.in_place else "Inte på plats än",
        "detail": " · ".join(
            part for part in (WHERE[aid.where], owner.name if owner else "", by_day) if part
        ),
    }
