"""Today: patients on their way home, and those who have just come home: handover, information, the call afterwards."""

from .accounts import WARD
from .county_plan import NACKA
from .story import Step, Story, step

ALL = ("municipality", "primary_care")


def _planned(days: int) -> tuple[Step, ...]:
    """Admitted ``days`` ago and ready to leave for two days' time after that, with everybody prepared."""
    return (
        step(f"-{days}d 11:20", "ward", "register", admitted=f"-{days}d 09:00"),
        step(f"-{days}d 11:50", "ward", "notify", expected=3 - days, to=ALL),
        step(f"-{days - 1}d 09:10", "municipality", "plan"),
        step(f"-{days - 1}d 10:20", "primary_care", "contact"),
        step(
            f"-{days - 1}d 10:50",
            "municipality",
            "unit_ready",
            what="Hemtjänst morgon och kväll",
            first=4 - days,
        ),
        step(f"-{days - 2}d 10:15", "ward", "ready"),
        step(f"-{days - 2}d 11:05", "primary_care", "clear"),
    )


PACKED = Story(  # the handover is being put together: parts added, one not needed, nothing sent
    "Gun Ekström",
    WARD,
    NACKA,
    (
        *_planned(6),
        step("-3h", "ward", "part", part="medicine_list", where="journal"),
        step("-2h", "ward", "part", part="food", where="here", text="Dottern handlar före hemresan."),
        step("-90m", "ward", "not_needed", part="keys_access", reason="Dottern öppnar"),
    ),
    age=84,
)
CALLED_BY_PRIMARY_CARE = Story(  # home with everything; the call is due today
    "Sven Holmgren",
    WARD,
    NACKA,
    (
        *_planned(8),
        step("-62h", "ward", "inform"),
        step("-61h", "ward", "hand_over"),
        step("-60h", "ward", "leave", caller="primary_care"),
        step("-58h", "municipality", "confirm"),
        step("-57h", "primary_care", "confirm"),
    ),
    age=79,
    is_woman=False,
)
CALLED_BY_MUNICIPALITY = Story(  # nobody answered the first time; some parts of the handover are missing
    "Ingrid Sandell",
    WARD,
    NACKA,
    (
        *_planned(9),
        step(
            "-66h",
            "ward",
            "hand_over",
            without=("adl_status", "patient_summary", "keys_access", "food", "transport"),
        ),
        step(
            "-65h",
            "ward",
            "leave",
            caller="municipality",
            missing_reason="ADL-status är inte klar.",
        ),
        step("-5h", "municipality", "called", result="not_reached"),
    ),
    age=88,
)
LEAVING_STORIES = (PACKED, CALLED_BY_PRIMARY_CARE, CALLED_BY_MUNICIPALITY)
