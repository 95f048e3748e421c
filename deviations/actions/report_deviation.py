"""Rapportera avvikelse, SOSFS 2011:9: an agreed routine was not followed, told by one unit to another."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction

from deviations.models import Deviation
from deviations.models.report import WRITTEN
from deviations.queries.case_words import case_words, unit_contacts
from deviations.queries.deviation_facts import facts_of_deviation
from deviations.queries.receivers import is_inpatient, is_municipal
from deviations.queries.visible import COUNTY_DIGITS
from deviations.rules.choices import direction_of
from deviations.rules.report import Report, faults_of
from deviations.rules.screened_report import ScreenedReport, screen_report
from deviations.rules.taxonomy import VERSION
from deviations.rules.text_guard import NOBODY
from discharge.actions.note_deviation import note_deviation
from lus.events.reactions import react
from lus.events.record import New, lock_stream, open_stream, record
from lus.notifications.tell import tell
from lus.organisations.actor import Actor
from lus.organisations.models import Unit, UnitKind
from lus.organisations.queries import units_by_id
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput
from lus.swedish_time import local_date

from .addressed import receiving_unit
from .answer_candidate import accept, taken_offer
from .deviation_picture import save_deviation
from .next_number import take_number
from .personal_data import refuse_personal_data
from .without_names import unnamed

SYSTEMATIC, MOST_COPIES = "systematic", 5
LATER = ("kind", "routine", "severity", "likelihood", "age_band", "sex")


@transaction.atomic
def report_deviation(
    *,
    actor: Actor,
    at: datetime,
    report: Report,
    addressed_unit_id: UUID,
    case_id: UUID | None = None,
    not_personal: Collection[str] = (),
    copies: Collection[UUID] = (),
    candidate_id: UUID | None = None,
) -> Deviation:
    """Register ``report`` and tell the addressee. ``not_personal``: kinds that the reporter has answered for.

    ``candidate_id``: the offer that is taken up, if any; ``case_id`` is then the offer's own or None.

    Without the person's consent the case's own record says nothing: the addressee could read it there.
    Raises PersonalData, InvalidInput, CandidateTaken, NotThere for a case of others, StageNotAllowed for one that was
    entered in error.
    """
    actor.require(Permission.REPORT_DEVIATION)
    if case_id and report.kind == SYSTEMATIC:
        raise InvalidInput(
            "Ett upprepat fel hör inte till ett ärende.",
            "Rapportera utan ärende, eller välj En händelse.",
            field="case_id",
        )
    known = case_words(actor, case_id) if case_id else NOBODY
    if case_id:
        lock_stream(case_id)
    offer = taken_offer(actor, candidate_id, case_id) if candidate_id else None
    _refuse_faults(report, at)
    found = screen_report(report, known=known, allowed=unit_contacts())
    refuse_personal_data(found, frozenset(not_personal))
    target = _receiver(addressed_unit_id, actor, at, report.kind)
    row = _register(report, target, actor, at, case_id, found, _copies(copies, target, actor, at))
    _begin_stream(row, actor, at)
    if offer is not None:
        accept(offer, row, at)
    if case_id and report.patient_consent != "no":
        note_deviation(case_id=case_id, actor=actor, at=at, number=row.number)
    # About no case: the addressee need not be party to it, and a nudge says nothing but that there is news.
    tell([target.pk, *row.copy_units], case_id=None, cause_id=row.pk, kind="deviation_reported", at=at)
    return row


def _refuse_faults(report: Report, at: datetime) -> None:
    for fault in faults_of(report, local_date(at)):
        raise InvalidInput(fault.detail, fault.advice, field=fault.field)


def _copies(chosen: Collection[UUID], target: Unit, actor: Actor, at: datetime) -> list[UUID]:
    """Return the units that get a copy, at most five. Raises InvalidInput for one that cannot receive."""
    wanted = [unit_id for unit_id in dict.fromkeys(chosen) if unit_id not in (target.pk, actor.unit_id)]
    if len(wanted) > MOST_COPIES:
        raise InvalidInput(f"Högst {MOST_COPIES} enheter får kopia.", "Ta bort någon.", field="copies")
    return [receiving_unit(unit_id, at, field="copies").pk for unit_id in wanted]


def _receiver(unit_id: UUID, actor: Actor, at: datetime, kind: str) -> Unit:
    if unit_id == actor.unit_id:
        raise InvalidInput(
            "Det är er egen enhet.",
            "Välj en annan enhet; interna händelser rapporteras i eget system.",
            field="addressed_unit_id",
        )
    unit = receiving_unit(unit_id, at)
    if (unit.kind == UnitKind.COOPERATION) != (kind == SYSTEMATIC):
        raise InvalidInput(
            "Ett upprepat fel går till länet, en händelse till en enhet.",
            "Välj en av länets grupper." if kind == SYSTEMATIC else "Välj enheten där det hände.",
            field="addressed_unit_id",
        )
    return unit


def _register(
    report: Report,
    target: Unit,
    actor: Actor,
    at: datetime,
    case_id: UUID | None,
    found: ScreenedReport,
    copies: list[UUID],
) -> Deviation:
    assert actor.unit_id is not None
    assert actor.user_id is not None
    own = units_by_id([actor.unit_id])[str(actor.unit_id)]
    return Deviation.objects.create(
        number=take_number(at),
        taxonomy=VERSION,
        registered_at=at,
        reporting_unit=own,
        reporter_account=actor.user_id,
        addressed_unit=target,
        direction=direction_of(
            from_municipality=is_municipal(own),
            to_municipality=is_municipal(target),
            from_inpatient=is_inpatient(own),
            to_inpatient=is_inpatient(target),
        ),
        code_reported=report.code,
        case_id=case_id,
        copy_units=copies,
        county=own.principal.code[:COUNTY_DIGITS],
        not_personal=list(found.asked_kinds),
        **_as_told(report),
    )


def _begin_stream(row: Deviation, actor: Actor, at: datetime) -> None:
    """Begin the deviation's own events: all that its clocks and its state follow from."""
    told = {
        "number": row.number,
        "county": row.county,
        "reporting_unit": str(row.reporting_unit_id),
        "addressed_unit": str(row.addressed_unit_id),
        "code": row.code_reported,
        "case_id": str(row.case_id) if row.case_id else None,
    }
    open_stream(row.pk)
    new = New("deviation_registered", told)
    react(record(row.pk, [new], actor=unnamed(actor), at=at, last=0))
    save_deviation(row.pk, facts_of_deviation(row.pk), at=at, because=new.name)


def _as_told(report: Report) -> dict[str, object]:
    names = ("reporter_role", "event_date", "care_form", "process_step", "consequence", "delay_days", *LATER)
    texts = WRITTEN
    told: dict[str, object] = {
        name: getattr(report, name) for name in (*names, "patient_consent", "other_duty")
    }
    told["flags"] = list(report.flags)
    return told | {name: getattr(report, name).strip() for name in texts}
