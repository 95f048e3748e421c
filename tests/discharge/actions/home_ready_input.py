"""The acts of the home-ready list and of the waiting reasons with input that is right; part of ``good_input``."""

from discharge.actions.answer_home_ready_point import answer_home_ready_point
from discharge.actions.close_waiting_reason import close_waiting_reason
from discharge.actions.contest_waiting_reason import contest_waiting_reason
from discharge.actions.open_waiting_reason import open_waiting_reason

from .life import Life
from .lives import waiting
from .one_try import READ, Try

HOME_READY_TRIES = (
    Try(
        answer_home_ready_point,
        "municipality",
        (READ, "home_ready_point_answered"),
        arguments=lambda life: {"point": "CL-K1", "answer": "yes"},
    ),
    Try(
        open_waiting_reason,
        "ward",
        ("waiting_reason_opened",),
        life=lambda: Life().ready(),
        arguments=lambda life: {"code": "municipal_decision", "owner_id": life.municipality.unit_id},
    ),
    Try(
        close_waiting_reason,
        "ward",
        ("waiting_reason_closed",),
        life=waiting,
        arguments=lambda life: {"reason_id": life.last("waiting_reason_opened").pk},
    ),
    Try(
        contest_waiting_reason,
        "municipality",
        ("waiting_reason_contested",),
        life=waiting,
        arguments=lambda life: {
            "reason_id": life.last("waiting_reason_opened").pk,
            "text": "Beslut finns.",
        },
    ),
)
