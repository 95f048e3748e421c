"""Calls and on-call: right input for their acts."""

from collections.abc import Callable
from typing import Any

from discharge.actions.answer_weekend_warning import answer_weekend_warning
from discharge.actions.record_on_call_contact import record_on_call_contact
from discharge.actions.record_on_call_decision import record_on_call_decision
from discharge.actions.record_phone_contact import record_phone_contact
from lus.on_call.models import OnCallFunction
from tests.factories import a_place
from tests.rosters import a_roster_on_duty, office_hours

from .life import Life

# act, who, events, life, arguments: as ``good_input.Try``
Row = tuple[Callable[..., Any], str, tuple[str, ...], Callable[[], Life], Callable[[Life], dict[str, Any]]]


def with_on_call() -> Life:
    """A case whose municipality has an on-call function on duty, for as long as a test lasts."""
    life = Life()
    a_roster_on_duty(life.place)
    return life


def _asked(life: Life) -> dict[str, Any]:
    return {"function_id": OnCallFunction.objects.get().pk, "item": "home_care_start"}


def warned() -> Life:
    """A case whose expected day is a Saturday, when the municipality has closed."""
    place = a_place()
    office_hours(place.municipality)
    return Life(place=place, in_days=4)


ON_CALL_TRIES: tuple[Row, ...] = (
    (
        answer_weekend_warning,
        "ward",
        ("weekend_warning_answered",),
        warned,
        lambda life: {"weekend_choice": "agreed", "weekend_with": "Mottagningen, fre 14.20"},
    ),
    (
        record_phone_contact,
        "ward",
        ("phone_contact_recorded",),
        Life,
        lambda life: {
            "unit_id": life.municipality.unit_id,
            "outcome": "reached",
            "answered_by": "Vakthavande",
        },
    ),
    (record_on_call_contact, "ward", ("on_call_contacted",), with_on_call, _asked),
    (
        record_on_call_decision,
        "ward",
        ("on_call_decision_recorded",),
        with_on_call,
        lambda life: {**_asked(life), "outcome": "yes"},
    ),
)
