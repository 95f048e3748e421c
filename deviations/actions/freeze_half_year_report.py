"""Frysa halvårsrapporten, handbook deviations §9: masked, kept as it is for good; corrections come in the next."""

from collections.abc import Collection, Sequence
from datetime import datetime

from django.db import IntegrityError, transaction

from deviations.models import HalfYearReport
from deviations.queries.case_words import unit_contacts
from deviations.queries.half_year_material import half_year_material
from deviations.queries.half_year_reports import half_year_asked
from deviations.queries.visible import county_of
from deviations.rules.half_year.content import half_year_content
from deviations.rules.half_year.faults import fault_errors, tidied
from deviations.rules.half_year.period import HalfYear
from deviations.rules.half_year.reported import Fault
from deviations.rules.screened_report import ScreenedReport
from deviations.rules.text_guard import screen
from lus.access_log.log import log_opened
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.refusals import InvalidInput, NotThere, StageNotAllowed
from lus.swedish_time import local_date

from .personal_data import refuse_personal_data

FROZEN = "report-frozen"


@transaction.atomic
def freeze_half_year_report(
    *,
    actor: Actor,
    at: datetime,
    half_year: str,
    faults: Sequence[Fault] = (),
    not_personal: Collection[str] = (),
) -> HalfYearReport:
    """Keep the actor's county's report as it is now. ``faults``: at most three system faults, with owner and last day.

    Raises NotPermitted, NotThere, InvalidInput, PersonalData, and StageNotAllowed for a half-year that is not over or
    is frozen already: whoever comes second is told by whom.
    """
    actor.require(Permission.ANALYSE_DEVIATIONS)
    asked, county = half_year_asked(half_year, at), county_of(actor)
    if not county:
        raise NotThere
    _refuse_running(asked, at)
    _refuse_frozen(county, asked)
    kept = tidied(faults)
    _refuse_faults(kept, at, not_personal)
    material = half_year_material(county, asked, cut_off=at, faults=kept)
    assert actor.unit_id is not None
    try:
        with transaction.atomic():
            row = HalfYearReport.objects.create(
                county=county,
                half_year=str(asked),
                cut_off=at,
                policy=material.policy,
                taxonomy=material.taxonomy,
                content=half_year_content(material),
                frozen_at=at,
                frozen_role=actor.role_label,
                frozen_unit_id=actor.unit_id,
                frozen_unit_name=actor.unit_name,
            )
    except IntegrityError:
        _refuse_frozen(county, asked)
        raise
    log_opened(actor, "report_frozen", row.pk, at=at)
    return row


def _refuse_running(half_year: HalfYear, at: datetime) -> None:
    if not half_year.is_over(at):
        raise StageNotAllowed(
            f"Halvåret pågår till och med {half_year.last}.",
            "Frys rapporten när halvåret är slut.",
            code="report-running",
            title="Halvåret är inte slut",
        )


def _refuse_frozen(county: str, half_year: HalfYear) -> None:
    found = HalfYearReport.objects.filter(county=county, half_year=str(half_year)).defer("content").first()
    if found is not None:
        raise StageNotAllowed(
            f"{found.frozen_role} vid {found.frozen_unit_name} frös den {local_date(found.frozen_at)}.",
            "Läs den frysta rapporten. Rättningar kommer i nästa.",
            code=FROZEN,
            title="Rapporten är redan fryst",
        )


def _refuse_faults(faults: Sequence[Fault], at: datetime, not_personal: Collection[str]) -> None:
    for field, detail, advice in fault_errors(faults, local_date(at)):
        raise InvalidInput(detail, advice, field=field)
    allowed = unit_contacts()
    found = {}
    for number, fault in enumerate(faults, start=1):
        for name, text in ((f"text_{number}", fault.text), (f"owner_{number}", fault.owner)):
            screened = screen(text, allowed=allowed)
            if screened.findings:
                found[name] = screened
    refuse_personal_data(ScreenedReport(found), frozenset(not_personal))
