"""*Överlämning* on the case page: each part, whether it is required, where it stands, how old it is and whose it is."""

from collections.abc import Collection
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from discharge.queries.case_page import CasePage
from discharge.queries.ward_only import reads_more
from discharge.rules.destinations import destination_words
from discharge.rules.facts_of_leaving import HandoverPart
from discharge.rules.handover_parts import (
    CHANNELS,
    HANDOVER,
    IF_NEEDED,
    missing_parts,
    missing_words,
    required_parts,
)
from lus.organisations.actor import Actor
from lus.swedish_time import local_date
from lus.web.words import age, moment

from .follow_up_words import follow_up
from .summary_part import summary_part

Words = dict[str, Any]
NEW_VERSION = "Ny version, inte skickad"


def handover_section(page: CasePage, viewer: Actor, acts: Collection[str], at: datetime) -> Words:
    """Return the section. What is added and not sent is the ward's own until it is sent."""
    own = reads_more(viewer, page.facts)
    rows = [_row(page, key, own, acts, at) for key in HANDOVER]
    missing = len(missing_parts(page.facts))
    return {
        "light": _light(page, missing, at),
        "rows": [row for row in rows if row["needed"]],
        "others": [row for row in rows if not row["needed"]],
        "receipts": _receipts(page, at),
        "send_url": _url(page, "send_handover", acts),
        "confirm_url": _url(page, "confirm_handover_received", acts),
        "left": _left(page, at),
        "call": follow_up(page, acts, at),
        "summary": summary_part(page, viewer, acts, at),
    }


def _light(page: CasePage, missing: int, at: datetime) -> Words:
    if page.facts.admission_notice_at is None:
        return {"icon": "ejakt", "word": "Ingen är berörd ännu"}
    words = missing_words(missing)
    if not missing:
        return {"icon": "klar", "word": words, "color": "success"}
    left = page.facts.discharged_at
    late = left is not None and local_date(left) < local_date(at)
    return {"icon": "saknas", "word": words, "color": "danger" if late else "warning"}


def _row(page: CasePage, key: str, own: bool, acts: Collection[str], at: datetime) -> Words:
    part, about = page.facts.leaving.part(key), HANDOVER[key]
    required = key in required_parts(page.facts)
    shown = part if own else _as_sent(part)
    return {
        "label": about.label,
        "required": "Ja" if required else IF_NEEDED,
        "when": about.when if about.when not in ("Alltid", IF_NEEDED) else "",
        "state": _state(page, shown, required),
        "version": shown.version or "",
        "age": age(shown.added_at, at) if shown.version and shown.added_at else "",
        "owner": about.owner,
        "text": _text(shown),
        "needed": required or bool(shown.version) or shown.not_needed_at is not None,
        "add_url": _url(page, "add_handover_part", acts, key),
        "add": "Ny version" if shown.version else "Lägg till",
        "not_needed_url": ""
        if part.sent_at or part.not_needed_at or not required
        else _url(page, "declare_handover_part_not_needed", acts, key),
    }


def _as_sent(part: HandoverPart) -> HandoverPart:
    """The part as the receivers got it."""
    return HandoverPart(
        part.key,
        version=part.sent_version,
        added_at=part.sent_at,
        where=part.sent_where,
        text=part.sent_text,
        sent_version=part.sent_version,
        sent_at=part.sent_at,
        not_needed_at=part.not_needed_at,
        reason=part.reason,
    )


def _state(page: CasePage, part: HandoverPart, required: bool) -> Words:
    if part.not_needed_at is not None:
        return {"icon": "ejakt", "word": "Behövs inte"}
    if part.sent_at is not None and part.version <= part.sent_version:
        units = page.facts.active_units
        got = [
            unit
            for unit in units
            if (page.facts.leaving.received_at(unit.unit_id) or part.sent_at) > part.sent_at
        ]
        if units and len(got) == len(units):
            return {"icon": "klar", "word": "Mottagen", "color": "success"}
        return {"icon": "skicka", "word": "Skickad", "color": "accent"}
    if part.version:
        return {
            "icon": "pagar",
            "word": NEW_VERSION if part.sent_at else "Tillagd, inte skickad",
            "color": "warning",
        }
    return (
        {"icon": "saknas", "word": "Saknas", "color": "warning"}
        if required
        else {"icon": "ejakt", "word": "–"}
    )


def _text(part: HandoverPart) -> str:
    if part.not_needed_at is not None:
        return part.reason
    where = CHANNELS.get(part.where, "") if part.where != "here" else ""
    return ". ".join(words.rstrip(".") for words in (where, part.text) if words)


def _receipts(page: CasePage, at: datetime) -> list[Words]:
    leaving = page.facts.leaving
    if leaving.last_sent_at is None:
        return []
    return [
        {
            "unit": page.units[unit.unit_id].name,
            "word": f"Mottagen {moment(received, at)}" if received else "Inte bekräftad",
            "waits": leaving.owes_receipt(unit.unit_id),
        }
        for unit in page.facts.active_units
        for received in [leaving.received_at(unit.unit_id)]
    ]


def _left(page: CasePage, at: datetime) -> str:
    facts = page.facts
    if facts.discharged_at is None:
        return ""
    where = destination_words(facts.destination, facts.destination_text)
    return f"Utskriven {moment(facts.discharged_at, at)}{f' till: {where}' if where else ''}."


def _url(page: CasePage, act: str, acts: Collection[str], part: str = "") -> str:
    if act not in acts:
        return ""
    address = reverse(act, args=[page.case.pk])
    return f"{address}?{urlencode({'part': part})}" if part else address
