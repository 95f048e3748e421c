"""Vem kan få en insats? Units that take part in the plan and still exist: one that has closed can confirm nothing."""

from discharge.rules.facts import CaseFacts
from lus.organisations.queries import open_units
from sip.rules.document.party import taking_part


def open_parties(process: CaseFacts) -> tuple[str, ...]:
    """Return their ids, in one statement."""
    units = taking_part(process)
    at_work = {str(unit_id) for unit_id in open_units().filter(pk__in=units).values_list("pk", flat=True)}
    return tuple(unit for unit in units if unit in at_work)
