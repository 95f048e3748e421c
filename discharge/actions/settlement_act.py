"""Avräkningens protokoll: how an officer, who is no party to the case, opens an act on one of its lines."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection

from discharge.models import Case
from discharge.queries.facts import facts_of
from discharge.queries.settlement import SettlementLine, line_of, settled_month
from discharge.queries.settlement_scope import officers_units
from discharge.rules.facts import CaseFacts
from discharge.rules.facts_of_settlement import Side
from discharge.rules.settlement_line import first_of, month_of, next_month
from discharge.rules.stages import refusal
from lus.events.record import New
from lus.notifications.tell import tell
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput, NotThere, Refused, StageNotAllowed, StalePage
from lus.swedish_time import local_date
from lus.web.words import day

from .case_act import CaseAct, refuse

# Approvals come in dozens: they are news in the product, not outside it.
QUIET = frozenset({"payment_line_approved"})


@dataclass(frozen=True)
class LineAct:
    """An act under way on one line. ``side``: for whom the officer acts."""

    act: CaseAct
    side: Side
    line: SettlementLine
    first: date

    def record(self, new: New) -> CaseFacts:
        """Record what the officer says, and tell the officers of both sides."""
        facts = self.act.record(new)
        tell_officers(self.act, self.line.case.payer_code, new.name)
        return facts


def begin_line(
    act: str,
    case_id: UUID,
    *,
    actor: Actor,
    at: datetime,
    permission: Permission,
    month: str,
    seen: str | None = None,
) -> LineAct:
    """Lock the case for the officer's ``act`` on its line in ``month`` (``2026-03``), or refuse it.

    ``seen``: the fingerprint of the days that the officer has read; None: the act is not about the days as such.
    Raises NotPermitted, NotThere (also for another principal's case), StalePage, or the rules' refusal.
    """
    actor.require(permission)
    side = lock_as_officer(case_id, actor)
    facts = facts_of(case_id)
    refuse(refusal(act, facts, str(actor.unit_id), at=at))
    first = read_month(month)
    refuse_running(first, at)
    case = Case.objects.select_related("person", "ward__principal").get(pk=case_id)
    refuse_closed(case.ward.principal.code, case.payer_code, first, at)
    line = line_of(case, facts, first, at=at)
    if line is None:
        raise NotThere
    if seen is not None and seen != line.print_now:
        raise StalePage(
            "Dagarna har räknats om sedan ni läste raden. Inget är sparat.",
            "Läs raden igen och gör om åtgärden om den fortfarande stämmer.",
        )
    return LineAct(CaseAct(case_id, facts, actor, at), side, line, first)


# The case's one lock, for who pays or whose ward it is. A protected identity is settled by hand.
LOCK = """
SELECT own.kind FROM events_stream
JOIN discharge_case c ON c.id = events_stream.id
JOIN persons_person person ON person.id = c.person_id AND person.protection = 'none'
JOIN organisations_unit ward ON ward.id = c.ward_id
JOIN organisations_principal own ON own.id = %s
WHERE events_stream.id = ANY(%s::uuid[])
  AND (own.id = ward.principal_id OR (own.kind = 'municipality' AND own.code = c.payer_code))
ORDER BY events_stream.id
FOR UPDATE OF events_stream
"""


def lock_as_officer(case_id: UUID, actor: Actor) -> Side:
    """Take the case's lock, if the case belongs to the officer's principal. Raises NotThere."""
    return lock_all([case_id], actor)


def lock_all(case_ids: Iterable[UUID], actor: Actor) -> Side:
    """Take the locks of many cases in one order, so that two who close the same month wait for each other."""
    wanted = list(case_ids)
    with connection.cursor() as cursor:
        cursor.execute(LOCK, [actor.principal_id, wanted])
        found = cursor.fetchall()
    if not found or len(found) != len(wanted):
        raise NotThere
    return "region" if found[0][0] == "region" else "payer"


def read_month(month: str) -> date:
    """Return the month's first day. Raises InvalidInput."""
    try:
        return first_of(month)
    except ValueError:
        said, advice = "Månaden går inte att läsa.", "Skriv ÅÅÅÅ-MM, till exempel 2026-03."
        raise InvalidInput(said, advice, field="month") from None


def refuse_running(first: date, at: datetime) -> None:
    """A month that is not over is not reviewed: its days are not all counted."""
    if local_date(at) < next_month(first):
        raise StageNotAllowed(
            f"Månaden {month_of(first)} pågår. Dagarna är inte räknade färdigt.",
            "Granska när månaden är slut.",
            code="month-not-over",
            title="Månaden pågår",
        )


def refuse_closed(region_code: str, payer_code: str, first: date, at: datetime) -> None:
    """What is frozen is never changed."""
    closed = settled_month(region_code, payer_code, first)
    if closed is not None:
        raise Refused(
            f"Granskningen av {month_of(first)} avslutades {day(local_date(closed.closed_at), local_date(at))} "
            f"av {closed.closed_by}.",
            "En rättelse efter det syns som skillnad. Frysta tal ändras aldrig.",
            code="settlement-closed",
            title="Månaden är avslutad",
        )


def tell_officers(act: CaseAct, payer_code: str, kind: str) -> None:
    """Tell the finance units of both sides of the act's newest event ``kind``. Never anybody who cares for patients."""
    event = next(event for event in reversed(act.facts.events) if event.name == kind)
    tell(
        [unit for unit in officers_units(act.facts.region_code, payer_code) if unit != act.actor.unit_id],
        case_id=act.case_id,
        cause_id=UUID(event.event_id),
        kind=kind,
        at=act.at,
        nudge=kind not in QUIET,
    )
