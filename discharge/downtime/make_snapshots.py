"""Läskopia var 15:e minut, Intern rutin: the list of each unit with open cases, made when it says something new."""

from datetime import datetime

from django.template.loader import render_to_string
from django.utils.html import format_html

from discharge.queries.downtime_list import downtime_list, unit_itself, units_at_work
from lus.access_log.log import log_shown
from lus.downtime import snapshots
from lus.organisations.models import Unit
from lus.web.set_pdf import set_pdf

from .page_style import STYLE
from .words import Words, digest_of, list_words, made_words

AT_ONCE = 20  # within the time that a background task has; the next wake-up takes the next ones


def make_snapshots(*, at: datetime, most: int = AT_ONCE) -> int:
    """Delete what has expired, look at the units whose turn it is, and return how many lists were made anew."""
    snapshots.sweep(at=at)
    return sum(make_snapshot(unit, at=at) for unit in snapshots.due(units_at_work(), at=at, most=most))


def make_snapshot(unit: Unit, *, at: datetime) -> bool:
    """Make one unit's list if it says something new; tell whether. Logs the patients on it."""
    viewer = unit_itself(unit)
    found = downtime_list(viewer, at=at)
    words = list_words(found, viewer, at=at)
    digest = digest_of(words)
    if snapshots.is_same(unit.pk, digest, at=at):
        return False
    person_ids = tuple(item.row.person.person_id for item in found.cases)
    log_shown(viewer, "downtime_make", person_ids, at=at)
    code = snapshots.new_code()
    whole = words | made_words(code, at=at)
    made = snapshots.Made(
        digest, code, len(found.cases), person_ids, page_of(whole), set_pdf("downtime_list.typ", whole)
    )
    snapshots.save(unit.pk, made, at=at)
    return True


def page_of(words: Words) -> bytes:
    """Return the list as one file that needs no other: words and style."""
    style = format_html("<style>{}</style>", STYLE)
    return render_to_string("downtime/list.html", {**words, "style": style}).encode()
