"""To report a deviation from a case, with input that is right."""

from deviations.actions.report_deviation import report_deviation
from tests.deviations.reports import a_report

from .one_try import Try

DEVIATION_TRIES = (
    Try(
        report_deviation,  # type: ignore[arg-type]  # returns the register's row; a try only looks at the case
        "municipality",
        ("deviation_reported",),
        arguments=lambda life: {"report": a_report(), "addressed_unit_id": life.ward.unit_id},
    ),
)
