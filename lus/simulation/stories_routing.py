"""Today at the municipalities' doors: wrong district, sent on inside Nacka, and who takes what."""

from .accounts import PRIMARY_CARE
from .accounts import WARD as AVD72
from .county_plan import NACKA, STOCKHOLM
from .story import Story, step

ALL = ("municipality", "primary_care")

WRONG_DISTRICT = Story(  # inside one city the right door gets the notice at once
    "Ingegerd Bergdahl",
    AVD72,
    STOCKHOLM,
    (
        step("-2d 13:10", "ward", "register", admitted="-2d 10:40"),
        step("-2d 13:30", "ward", "notify", expected=3, to=ALL, unread=True),
        step("-2d 14:20", "municipality", "wrong", reason="other_district"),
        step("-1d 09:10", "other", "claim"),
    ),
    age=87,
    area="sodermalm",
    other="Mottagningen Skarpnäck",
)
FORWARDED = Story(  # the reception has sent it on; home care has taken it
    "Sonja Ekholm",
    AVD72,
    NACKA,
    (
        step("-3d 10:20", "ward", "register", admitted="-3d 08:00"),
        step("-3d 10:45", "ward", "notify", expected=2, to=ALL),
        step("-3d 13:15", "municipality", "forward", note="Har hemtjänst sedan 2024."),
        step("-2d 09:05", "home_care", "claim"),
    ),
    age=91,
    primary_care=PRIMARY_CARE,
)
FORWARDED_UNREAD = Story(  # sent on an hour ago; home care has not read it
    "Torsten Malmgren",
    AVD72,
    NACKA,
    (
        step("-25h", "ward", "register", admitted="-27h"),
        step("-24h", "ward", "notify", expected=4, to=ALL),
        step("office -1h", "municipality", "forward"),
    ),
    age=79,
    is_woman=False,
    primary_care=PRIMARY_CARE,
)
CLAIMED = Story(  # Amir's own
    "Maj-Britt Söderlund",
    AVD72,
    NACKA,
    (
        step("-2d 09:40", "ward", "register", admitted="-2d 07:30"),
        step("-2d 10:05", "ward", "notify", expected=3, to=ALL),
        step("-2d 13:40", "assessor", "claim"),
        step("-1d 10:30", "primary_care", "contact"),
        step(
            "-1d 11:20",
            "ward",
            "deviate",
            to="primary_care",
            code="K04.2",
            step=2,
            text="Fast vårdkontakt utsågs först dagen före planerad hemgång. Planeringen fick börja om.",
        ),
        step("-1d 13:10", "primary_care", "follow", does="assess_deviation", severity=2),
        step(
            "-1d 13:40",
            "primary_care",
            "follow",
            does="decide_deviation_action",
            text="Listan över nya inskrivningar läses varje morgon före åtta.",
            owner_role="coordinator",
            due=14,
        ),
        step(
            "last 08:10",
            "primary_care",
            "follow",
            does="give_deviation_feedback",
            text="Meddelandet lästes först efter helgen. Listan läses nu varje morgon.",
        ),
        step(
            "last 08:40",
            "primary_care",
            "follow",
            does="lift_deviation",
            group="Lokal samverkansgrupp Nacka",
            text="Flera vårdcentraler läser listan först efter helgen.",
        ),
    ),
    age=83,
    primary_care=PRIMARY_CARE,
)
ROUTING_STORIES = (WRONG_DISTRICT, FORWARDED, FORWARDED_UNREAD, CLAIMED)
