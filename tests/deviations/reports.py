"""A report that is right, to be changed by the test that wants a fault."""

from typing import Any

from deviations.rules.report import Report
from lus.swedish_time import local_date
from tests.factories import NOW

TEXT = "Datumet flyttades samma eftermiddag utan att vi fick besked."


def a_report(**other: Any) -> Report:
    given: dict[str, Any] = {
        "event_date": local_date(NOW),
        "reporter_role": "needs_assessor",
        "care_form": "somatic_acute",
        "process_step": 3,
        "code": "K02.1",
        "description": TEXT,
        "consequence": "delayed_discharge",
        "delay_days": 2,
        "patient_consent": "not_relevant",
        "other_duty": "no",
    }
    return Report(**given | other)
