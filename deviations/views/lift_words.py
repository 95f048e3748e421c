"""Ett lyft i ord: where it stands, what it is about, what is to be done, and what was said."""

from collections.abc import Iterable
from datetime import datetime

from django.urls import reverse

from deviations.events.lift import LIFT_EVENTS
from deviations.models import Lift
from deviations.queries.lifts import LiftPage, Recurring
from deviations.rules import choices
from deviations.rules.lift import LIFT_ACTS, LIFT_LEVELS, LIFT_STATES
from deviations.rules.taxonomy import code_words
from lus.swedish_time import local_date
from lus.web.words import day, moment

from .register_words import Words


def lift_row(row: Lift, at: datetime) -> Words:
    """Return ``{reference, url, level, group, state, color, agenda, opened}``."""
    return {
        "reference": row.reference,
        "url": reverse("lift", args=[row.reference]),
        "level": LIFT_LEVELS[row.level],
        "group": row.group.name,
        "state": LIFT_STATES[row.state],
        "color": "success" if row.state == "done" else "info",
        "agenda": day(row.agenda_on, local_date(at)) if row.agenda_on else "",
        "opened": moment(row.opened_at, at),
    }


def lift_words(page: LiftPage, at: datetime) -> Words:
    """Return ``lift_row`` with ``acts``, ``deviations``, ``measures`` and ``said``."""
    texts = {str(entry.event_id): entry.text for entry in page.entries}
    today, reference = local_date(at), page.row.reference
    return lift_row(page.row, at) | {
        "acts": [{"label": LIFT_ACTS[act], "url": reverse(act, args=[reference])} for act in page.acts],
        "deviations": [
            {
                "number": row.number,
                "url": reverse("deviation", args=[row.number]),
                "category": code_words(row.code_analysed or row.code_reported),
            }
            for row in page.deviations
        ],
        "others": len(page.facts.deviations) - len(page.deviations),
        "measures": [
            {
                "text": texts.get(one.measure.event_id, ""),
                "owner": choices.OWNER_ROLES[one.measure.owner_role],
                "unit": _name(page, one.measure.owner_unit),
                "due": day(one.measure.due, today),
                "settled": moment(one.measure.done_at, at) if one.measure.done_at else "",
                "outcome": "avförd" if one.is_rejected else "klar",
                "late": one.measure.done_at is None and one.measure.due < today,
            }
            for one in page.facts.measures
        ],
        "said": [
            {
                "what": LIFT_EVENTS[event.name].label,
                "who": ", ".join(part for part in (event.actor_name, event.unit_name) if part),
                "when": moment(event.happened_at, at),
                "iso": event.happened_at.isoformat(),
                "note": _name(page, event.data["group"]) if "group" in event.data else "",
                "text": texts.get(event.event_id, ""),
            }
            for event in page.facts.events
            if event.name != "lift_deviation_added"
        ],
    }


def recurring_words(found: Iterable[Recurring]) -> list[Words]:
    """Return ``{category, unit, count}`` of each."""
    return [{"category": code_words(one.code), "unit": one.unit_name, "count": one.count} for one in found]


def _name(page: LiftPage, unit_id: str) -> str:
    unit = page.units.get(unit_id)
    return unit.name if unit else ""
