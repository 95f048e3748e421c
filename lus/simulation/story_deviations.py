"""The act of a story that reports a deviation: what went wrong between two units, in words without persons."""

from collections.abc import Callable
from datetime import datetime

from deviations.actions.report_deviation import report_deviation
from deviations.rules.choices import ROLE_OF_ASSIGNMENT
from deviations.rules.report import Report
from lus.organisations.actor import Actor
from lus.swedish_time import local_date

from .story_teller import Teller


def deviate(
    story: Teller,
    actor: Actor,
    at: datetime,
    to: str,
    code: str,
    step: int,
    text: str,
    consequence: str = "worry",
    suggestion: str = "",
) -> None:
    """Report to the unit ``to``, about what happened the same day."""
    report = Report(
        event_date=local_date(at),
        reporter_role=ROLE_OF_ASSIGNMENT.get(actor.role, "other"),
        care_form="somatic_acute",
        process_step=step,
        code=code,
        description=text,
        consequence=consequence,
        patient_consent="not_relevant",
        other_duty="no",
        suggestion=suggestion,
    )
    report_deviation(actor=actor, at=at, report=report, addressed_unit_id=story.units[to], case_id=story.case)


ACTS: dict[str, Callable[..., None]] = {"deviate": deviate}
