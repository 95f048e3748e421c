"""The acts of the care chain with input that is right."""

from typing import Any

from discharge.actions.change_legal_status import change_legal_status
from discharge.actions.change_ward import change_ward
from discharge.actions.confirm_ward_change import confirm_ward_change
from discharge.actions.end_leave import end_leave
from discharge.actions.mark_covered_by_act import mark_covered_by_act
from discharge.actions.mark_outside_act import mark_outside_act
from discharge.actions.record_care_plan_instead import record_care_plan_instead
from discharge.actions.record_told_outside import record_told_outside
from discharge.actions.reopen_case import reopen_case
from discharge.actions.start_leave import start_leave
from discharge.actions.transfer_patient import transfer_patient

from .chain_lives import (
    away,
    closed,
    from_another_county,
    moved_here,
    other_hospital,
    outside,
    under,
    ward_beside,
)
from .life import Life
from .one_try import Try


def _now(name: str, **more: Any) -> Any:
    return lambda life: {name: life.at, **more}


CHAIN_TRIES = (
    Try(
        change_ward,
        "ward",
        ("ward_changed",),
        arguments=lambda life: {"to_ward_id": ward_beside(life).unit_id, "moved_at": life.at},
    ),
    Try(confirm_ward_change, "ward", ("ward_change_confirmed",), life=moved_here),
    Try(
        transfer_patient,
        "ward",
        ("patient_transferred", "payment_count_ended"),
        life=lambda: Life().ready(),
        arguments=lambda life: {"to_ward_id": other_hospital().unit_id, "moved_at": life.at},
    ),
    Try(start_leave, "ward", ("leave_started",), arguments=_now("left_at")),
    Try(end_leave, "ward", ("leave_ended",), life=away, arguments=_now("back_at")),
    Try(
        reopen_case,
        "ward",
        ("case_reopened",),
        life=closed,
        arguments=lambda life: {"reason": "Fel hjälpmedel"},
    ),
    Try(
        change_legal_status,
        "ward",
        ("legal_status_changed",),
        life=lambda: under("lpt"),
        arguments=_now("decided_at", legal_status="opt", physician="Maria Alm"),
    ),
    Try(
        record_care_plan_instead,
        "ward",
        ("sip_replaced_by_care_plan",),
        life=lambda: under("opt"),
        arguments=lambda life: {
            "physician": "Maria Alm",
            "approved_by": [str(life.municipality.unit_id), str(life.primary_care.unit_id)],
            "made_at": life.at,
        },
    ),
    Try(
        mark_outside_act,
        "ward",
        ("marked_outside_act", "payment_count_stopped"),
        life=lambda: Life().ready(),
        arguments=lambda life: {"reason": "no_services"},
    ),
    Try(
        mark_covered_by_act,
        "ward",
        ("marked_covered_by_act",),
        life=outside,
        arguments=lambda life: {"reason": "Behöver hemtjänst"},
    ),
    Try(
        record_told_outside,
        "ward",
        ("told_outside_system",),
        life=from_another_county,
        arguments=_now("told_at", channel="phone", receiver="Mottagningsenheten"),
    ),
)
