"""Att göra: a duty of the lists as a sentence, and the address of its act. See ``DUTIES``."""

from functools import cache
from typing import Any
from uuid import UUID

from django.urls import NoReverseMatch, reverse

from discharge.rules.duties import DUTIES
from discharge.rules.duties_of_sip import LATE_SENTENCES
from discharge.rules.handover_parts import count_words
from discharge.rules.owed_home_ready import NO_POINTS, points_words
from discharge.rules.words import MESSAGES
from lus.deadlines.models import Obligation

_NOBODY = UUID(int=0)
# Met by several small answers in a section of the case page.
IN_PLANNING = frozenset({"fill_planning_basis", "chase_planning_answers"})


def duty_sentence(
    code: str,
    *,
    message_name: str = "",
    unit_name: str = "",
    missing: int = 0,
    points: str = NO_POINTS,
    fields: int = 0,
    late: bool = False,
) -> str:
    """``Kvittera inskrivningsmeddelande``. ``message_name``: name of the event to acknowledge, when known.

    ``missing``: how many parts the handover lacks. ``points``: how many of the home-ready list, and the first.
    ``fields``: how many questions wait; without it no number is said. ``late``: some say so by themselves.
    """
    row = DUTIES.get(code)
    if row is None:
        return code
    if late and code in LATE_SENTENCES:
        return LATE_SENTENCES[code]
    message = MESSAGES.get(message_name, "meddelande")
    return spoken(row.sentence, bool(fields)).format(
        message=message,
        unit=unit_name or "mottagaren",
        parts=count_words(missing),
        points=points,
        fields=fields,
    )


def spoken(sentence: str, counted: bool) -> str:
    """Return the duty's sentence, without ``({fields} fält)`` when nothing is counted."""
    return sentence if counted else sentence.partition(" ({fields}")[0]


def points_of(case_home_ready: dict[str, Any], unit_id: UUID | None) -> str:
    """Return how many points the unit owes, from the case's column: ``punkt K2 nycklar``."""
    owed = case_home_ready.get("owed", {}).get(str(unit_id))
    return points_words(*owed) if owed else NO_POINTS


def verb_of(duty: Obligation) -> str:
    """The word on the button, or empty when there is nothing to press."""
    row = DUTIES.get(duty.code)
    return row.verb if row else ""


def act_url(duty: Obligation) -> str:
    """The address of the act that meets ``duty``, or empty when it has no page."""
    row = DUTIES.get(duty.code)
    if row is None or not row.act:
        return ""
    if row.act == "acknowledge":
        return reverse("acknowledge", args=[duty.case_id, duty.key]) if duty.key else ""
    if duty.code in IN_PLANNING:
        return f"{case_url(duty.case_id)}?section=planning#section"
    return _pattern(row.act).replace(str(_NOBODY), str(duty.case_id))


def case_url(case_id: UUID) -> str:
    """The address of a case; the lists ask for hundreds, so the pattern is resolved once."""
    return _pattern("case").replace(str(_NOBODY), str(case_id))


def address_of(act: str, case_id: UUID) -> str:
    """The address of an act on a case."""
    return _pattern(act).replace(str(_NOBODY), str(case_id))


@cache
def _pattern(name: str) -> str:
    try:
        return reverse(name, args=[_NOBODY])
    except NoReverseMatch:
        return ""
