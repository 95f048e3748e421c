"""Maska text, handbook deviations §6.6: the characters of a range are overwritten where they stand; none is kept.

The event says where, how far and why, never what. The database lets a text change in no other way.
"""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction

from deviations.models import Deviation, DeviationEntry
from deviations.models.report import WRITTEN
from deviations.rules.access import sight_of
from deviations.rules.choices import MASK_REASONS
from deviations.rules.facts_of_deviation import DeviationFacts
from deviations.rules.mask import masked
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.refusals import InvalidInput, NotAllowed

from .deviation_act import DeviationAct, begin_deviation

Range = tuple[int, int]


@transaction.atomic
def redact_deviation(
    *, number: str, actor: Actor, at: datetime, where: str, ranges: Collection[Range], reason: str
) -> DeviationFacts:
    """Mask ``ranges`` (from 0, end exclusive) of the text ``where``: a field of the report, or an entry's id.

    Only what one may read can be masked. Raises InvalidInput for a text or a range that is not there.
    """
    act = begin_deviation("redact_deviation", number, actor=actor, at=at)
    sight = sight_of(act.standings)
    if not sight.text:
        raise NotAllowed("Ert uppdrag läser inte texten.", "Be enhetens chef.")
    if reason not in MASK_REASONS:
        raise InvalidInput("Skälet fattas.", "Välj ett skäl.", field="reason")
    text = _text(act, where, internal=sight.internal)
    wanted = sorted(set(ranges))
    if not wanted or any(not 0 <= start < end <= len(text) for start, end in wanted):
        raise InvalidInput("Orden finns inte i texten.", "Skriv av dem precis som de står.", field="words")
    for start, end in wanted:
        text = masked(text, start, end)
    _overwrite(act.row, where, text)
    told = {"where": where, "ranges": [list(one) for one in wanted], "reason": reason}
    return act.record(New("deviation_redacted", told))


def _text(act: DeviationAct, where: str, *, internal: bool) -> str:
    if where in WRITTEN:
        return str(getattr(act.row, where))
    entries = {str(one.pk): one for one in DeviationEntry.objects.filter(deviation=act.row)}
    entry = entries.get(where)
    if entry is None or (entry.kind == "internal" and not internal):
        raise InvalidInput("Texten finns inte.", "Välj en text i listan.", field="where")
    return entry.text


def _overwrite(row: Deviation, where: str, text: str) -> None:
    if where in WRITTEN:
        Deviation.objects.filter(pk=row.pk).update(**{where: text})
    else:
        DeviationEntry.objects.filter(pk=UUID(where)).update(text=text)
