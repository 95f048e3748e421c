"""En plikt i en avvikelse på *Min tur*: the number instead of a patient, and the act that meets it."""

from collections.abc import Collection, Mapping
from datetime import datetime
from uuid import UUID

from django.urls import reverse

from deviations.models import Deviation
from deviations.queries.visible import standings_in, visible_deviations
from deviations.rules.choices import STATES
from deviations.rules.flow import RECEIVER, REPORTER
from deviations.rules.taxonomy import code_words
from discharge.rules.duties import DUTIES
from lus.deadlines.models import Obligation
from lus.deadlines.subjects import DutySubject
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission


def deviation_subjects(viewer: Actor, ids: Collection[UUID], at: datetime) -> Mapping[UUID, DutySubject]:
    """Return the deviations among ``ids`` of the viewer's units; who may not act is shown no button."""
    if not ids or not viewer.may(Permission.SEE_DEVIATIONS):
        return {}
    rows = list(visible_deviations(viewer).filter(pk__in=ids))
    standings = standings_in(viewer, rows, at=at)
    return {row.pk: _subject(row, may=bool(standings[row.pk] & (RECEIVER | REPORTER))) for row in rows}


def _subject(row: Deviation, *, may: bool) -> DutySubject:
    return DutySubject(
        person=None,
        reference=row.number,
        url=reverse("deviation", args=[row.number]),
        state=f"Avvikelse: {STATES[row.state].lower()}",
        note=code_words(row.code_analysed or row.code_reported),
        place=row.reporting_unit.name,
        act_url=lambda duty: act_url(row, duty) if may else "",
    )


def act_url(row: Deviation, duty: Obligation) -> str:
    """Return the address of the act that meets ``duty``; the deviation's own page when there are several."""
    known = DUTIES.get(duty.code)
    return reverse(known.act, args=[row.number]) if known and known.act else ""
