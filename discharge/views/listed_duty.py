"""Att göra: a duty of the lists as a sentence, and the address of its act. See ``DUTIES``."""

from functools import cache
from uuid import UUID

from django.urls import NoReverseMatch, reverse

from discharge.rules.duties import DUTIES
from discharge.rules.handover_parts import count_words
from discharge.rules.words import MESSAGES
from lus.deadlines.models import Obligation

_NOBODY = UUID(int=0)


def duty_sentence(code: str, *, message_name: str = "", unit_name: str = "", missing: int = 0) -> str:
    """``Kvittera inskrivningsmeddelande``. ``message_name``: name of the event to acknowledge, when known.

    ``missing``: how many parts the handover lacks.
    """
    row = DUTIES.get(code)
    if row is None:
        return code
    message = MESSAGES.get(message_name, "meddelande")
    return row.sentence.format(message=message, unit=unit_name or "mottagaren", parts=count_words(missing))


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
