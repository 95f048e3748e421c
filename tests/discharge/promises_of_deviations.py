"""The register of deviations: how each promise of its tables would be broken."""

from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

from deviations.actions.report_deviation import report_deviation
from deviations.models import Candidate, Deviation, DeviationEntry, HalfYearReport, Lift, LiftEntry
from tests.deviations.flow_life import DeviationLife
from tests.deviations.reports import a_report
from tests.discharge.actions.life import Life
from tests.factories import NOW


def _changed(life: Life, **columns: Any) -> None:
    row = report_deviation(
        actor=life.municipality, at=life.at, report=a_report(), addressed_unit_id=UUID(str(life.ward.unit_id))
    )
    row.pk, row.number = uuid4(), "AV-2026-999999"
    for name, value in columns.items():
        setattr(row, name, value)
    Deviation.objects.bulk_create([row])


def _offer(life: Life, times: int = 1, **columns: Any) -> None:
    given = {
        "detector": "AD09",
        "case_id": life.case.pk,
        "event_id": life.last("ready_notice_sent").pk,
        "offered_unit_id": life.ward.unit_id,
        "addressed_unit_id": life.primary_care.unit_id,
        "code": "K04.1",
        "so_from": life.at,
        "offered_at": life.at,
    }
    for _ in range(times):
        Candidate.objects.create(**given | columns)


def _said(text: str, times: int = 1) -> None:
    row, event_id = DeviationLife().row, uuid4()
    for _ in range(times):
        DeviationEntry.objects.create(
            deviation=row, event_id=event_id, kind="comment", author_side="reporter", at=NOW, text=text
        )


def _frozen_twice() -> None:
    for _ in range(2):
        HalfYearReport.objects.create(
            county="01",
            half_year="2025H2",
            cut_off=NOW,
            policy="01",
            taxonomy="T1",
            content={},
            frozen_at=NOW,
            frozen_role="Analytiker",
            frozen_unit_id=uuid4(),
            frozen_unit_name="Länet",
        )


def _lifted() -> None:
    unit = DeviationLife().row.reporting_unit
    lift = Lift.objects.create(
        id=uuid4(), reference="L-X", level="vis", group=unit, groups=[unit.pk], state="open", opened_at=NOW
    )
    LiftEntry.objects.create(lift=lift, event_id=uuid4(), kind="lifted", at=NOW, text="")


PROMISES_OF_DEVIATIONS: dict[str, Callable[[Life], Any]] = {
    "a_deviation_goes_to_another_unit": lambda life: _changed(
        life, addressed_unit_id=life.municipality.unit_id
    ),
    "a_ground_is_offered_once": lambda life: _offer(life, 2),
    "an_offer_is_about_another_unit": lambda life: _offer(
        life, part="x", addressed_unit_id=life.ward.unit_id
    ),
    "an_accepted_offer_has_its_deviation": lambda life: _offer(life, part="x", state="accepted"),
    "a_delay_is_1_to_365_days": lambda life: _changed(life, delay_days=0),
    "a_systematic_fault_has_no_case": lambda life: _changed(life, kind="systematic", case_id=uuid4()),
    "an_entry_says_something": lambda life: _said(""),
    "a_lift_is_told_in_words": lambda life: _lifted(),
    "an_event_says_a_thing_once": lambda life: _said("Två gånger.", 2),
    "a_half_year_is_frozen_once": lambda _: _frozen_twice(),
}
