"""The care chain's pages: who, a sound form, a faulty one, and where the case stands before."""

from datetime import timedelta
from typing import Any

from discharge.actions.change_legal_status import change_legal_status
from discharge.actions.close_case import close_case
from discharge.actions.discharge_patient import discharge_patient
from discharge.actions.mark_outside_act import mark_outside_act
from discharge.actions.start_leave import start_leave
from discharge.models import Case
from tests.factories import NOW, Place

from .told import Told

AT = NOW + timedelta(hours=1)


def _legal(form: str) -> Any:
    return lambda place, case: change_legal_status(
        case_id=case.pk, actor=place.ward, at=AT, legal_status=form, physician="M Alm", decided_at=AT
    )


def _closed(place: Place, case: Case) -> None:
    discharge_patient(case_id=case.pk, actor=place.ward, at=AT, left_at=AT, destination="home")
    close_case(case_id=case.pk, actor=place.ward, at=AT)


BEFORE_CHAIN: dict[str, Any] = {
    "away": lambda place, case: start_leave(case_id=case.pk, actor=place.ward, at=AT, left_at=AT),
    "lpt": _legal("lpt"),
    "opt": _legal("opt"),
    "outside": lambda place, case: mark_outside_act(
        case_id=case.pk, actor=place.ward, at=AT, reason="no_services"
    ),
    "ended": _closed,
}
CHAIN_PAGES = (
    Told("start_leave", "ward", {"left_at": "2026-03-03 11.25"}, "leave_started", {"left_at": "i går"}),
    Told("end_leave", "ward", {"back_at": "2026-03-03 11.25"}, "leave_ended", {"back_at": "sen"}, ("away",)),
    Told("reopen_case", "ward", {"reason": "Fel rad"}, "case_reopened", {"reason": " "}, ("ended",)),
    Told(
        "change_legal_status",
        "ward",
        {"legal_status": "lpt", "physician": "Maria Alm", "decided_at": "2026-03-03 11.20"},
        "legal_status_changed",
        {"legal_status": "lpt", "physician": "", "decided_at": "2026-03-03 11.20"},
    ),
    Told("mark_outside_act", "ward", {"reason": "no_services"}, "marked_outside_act", {"reason": "other"}),
    Told(
        "mark_covered_by_act",
        "ward",
        {"reason": "Behov finns"},
        "marked_covered_by_act",
        {"reason": ""},
        ("outside",),
    ),
)
