"""Ändra kategori, handbook deviations §3: the analyst's code stands beside the reporter's, which never changes."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from deviations.rules.facts_of_deviation import DeviationFacts
from deviations.rules.report import code_fault
from lus.events.record import New
from lus.organisations.actor import Actor
from lus.refusals import InvalidInput
from lus.swedish_time import local_date

from .deviation_act import begin_deviation
from .guarded_text import written


@transaction.atomic
def recode_deviation(
    *,
    number: str,
    actor: Actor,
    at: datetime,
    code: str,
    text: str,
    not_personal: Collection[str] = (),
) -> DeviationFacts:
    """Let reports count it as ``code``, with why. Raises InvalidInput for a code that is not offered (DEV04)."""
    act = begin_deviation("recode_deviation", number, actor=actor, at=at)
    fault = code_fault(code, local_date(at))
    if fault is not None:
        raise InvalidInput(fault.detail, fault.advice, field="code")
    if code == act.facts.code:
        raise InvalidInput("Avvikelsen har redan den kategorin.", "Välj en annan.", field="code")
    said = written("recoded", text, act.row, not_personal)
    return act.record(New("deviation_recoded", {"code_before": act.facts.code, "code": code}), said)
