"""The acts of a story about a deviation: what went wrong between two units and what became of it, without persons."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from deviations.actions.report_deviation import report_deviation
from deviations.models import Deviation
from deviations.rules.choices import ROLE_OF_ASSIGNMENT
from deviations.rules.report import Report
from deviations.views.flow_acts import FLOW_PAGES
from lus.organisations.actor import Actor
from lus.organisations.models import Unit
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


def follow(story: Teller, actor: Actor, at: datetime, does: str, **given: Any) -> None:
    """Do the act ``does`` on the story's newest deviation. ``due``: days from the start; ``group``: by name."""
    number = Deviation.objects.filter(case_id=story.case).order_by("number").values_list("number", flat=True)
    if "group" in given:
        given["group_id"] = Unit.objects.get(name=given.pop("group")).pk
    if "due" in given:
        given["due"] = story.day(given["due"])
    FOLLOWED[does](number=number[len(number) - 1], actor=actor, at=at, **given)


FOLLOWED: dict[str, Callable[..., Any]] = {page.act: page.perform for page in FLOW_PAGES}
ACTS: dict[str, Callable[..., None]] = {"deviate": deviate, "follow": follow}
