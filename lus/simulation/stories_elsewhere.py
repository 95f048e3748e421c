"""Today on the other wards: psychiatry and geriatrics, and ordinary cases in between."""

from itertools import cycle

from .accounts import PSYCHIATRIC_WARD as P2
from .county_plan import NACKA, STOCKHOLM
from .story import Step, Story, step

PSYCHIATRIC = ("municipality", "psychiatry")
ALL = ("municipality", "primary_care")
WITH_HEALTH = ("municipality", "health", "primary_care")

PSYCHIATRY = (
    Story(
        "199002222397",
        P2,
        NACKA,
        (
            step("-24d 15:20", "ward", "register", admitted="-24d 13:00"),
            step("-24d 15:50", "ward", "notify", expected=-2, to=PSYCHIATRIC),
            step("-23d 10:00", "municipality", "plan"),
            step("-22d 09:40", "psychiatry", "contact", title="specialistsjuksköterska"),
            step("-12d 13:30", "psychiatry", "sip_need"),
            step("-11d 10:15", "ward", "consent"),
            step("-10d 09:20", "psychiatry", "summon", meeting=3),
            step("-4d 10:50", "ward", "ready"),
            step("-4d 11:20", "municipality", "read"),
            step("-4d 13:00", "psychiatry", "clear"),
            step("-2d 14:10", "ward", "change", expected=6, reason="awaiting_municipality"),
        ),
    ),
    Story(
        "200302022389",
        P2,
        STOCKHOLM,
        (
            step("-9d 17:40", "ward", "register", admitted="-9d 15:30", legal_status="lpt"),
            step("-9d 18:10", "ward", "notify", expected=5, to=PSYCHIATRIC),
            step("-8d 11:20", "psychiatry", "plan"),
            step("-7d 13:00", "municipality", "read"),
        ),
        area="sodermalm",
    ),
    Story(
        "200001252386",
        P2,
        NACKA,
        (
            step("-30h", "ward", "register", admitted="-33h"),
            step("-29h", "ward", "notify", expected=8, to=PSYCHIATRIC),
            step("office -4h", "psychiatry", "read"),
        ),
    ),
    Story(
        "Reza Ahmadi",
        P2,
        NACKA,
        (
            step("-15d 10:40", "ward", "register", admitted="-15d 08:20"),
            step("-15d 11:10", "ward", "notify", expected=0, to=PSYCHIATRIC),
            step("-14d 13:30", "municipality", "plan"),
            step("-13d 09:00", "psychiatry", "contact", title="specialistsjuksköterska"),
            step("-12d 10:20", "psychiatry", "sip_need"),
            step("last 09:35", "ward", "ready"),
        ),
        age=41,
        is_woman=False,
    ),
)
GERIATRICS = (
    Story(
        "189602029812",
        "Avdelning G2, Capio Geriatrik Nacka",
        NACKA,
        (
            step("-6d 14:30", "ward", "register", admitted="-6d 12:10"),
            step("-6d 15:00", "ward", "notify", expected=2, to=WITH_HEALTH),
            step("-5d 10:00", "municipality", "plan"),
        ),
    ),
    Story(
        "189002029800",
        "Avdelning G1, Dalengeriatriken",
        STOCKHOLM,
        (
            step("-9d 13:10", "ward", "register", admitted="-9d 11:00"),
            step("-9d 13:40", "ward", "notify", expected=0, to=WITH_HEALTH),
            step("-8d 09:30", "municipality", "plan"),
            step("-7d 10:15", "primary_care", "contact"),
            step("-6d 13:00", "primary_care", "sip_need", needed=False, reason="Befintlig plan räcker."),
            step("-5d 10:05", "ward", "ready"),  # the county's agreement: days are counted, nothing is owed
            step("-5d 10:50", "municipality", "read"),
            step("-4d 13:20", "primary_care", "clear"),
            step("-1d 14:30", "ward", "change", expected=2, reason="awaiting_municipality"),
        ),
        area="skarpnack",
    ),
    Story(
        "20210325K069",
        "Avdelning 71, Danderyds sjukhus",
        "0160",
        (
            step("-2d 22:10", "ward", "register", admitted="-2d 20:00"),
            step("-2d 22:40", "ward", "notify", expected=3, to=ALL),
        ),
    ),
)

NEW = (
    step("-90m", "ward", "register", admitted="-4h"),
    step("-55m", "ward", "notify", unread=True, expected=4, to=ALL),
)
READ = (
    step("-2d 15:30", "ward", "register", admitted="-2d 13:00"),
    step("-2d 16:00", "ward", "notify", expected=3, to=ALL),
    step("-1d 09:10", "municipality", "read"),
    step("-1d 10:40", "primary_care", "read"),
)
PLANNING = (
    step("-6d 12:20", "ward", "register", admitted="-6d 10:00"),
    step("-6d 12:45", "ward", "notify", expected=2, to=WITH_HEALTH),
    step("-5d 09:20", "municipality", "plan"),
    step("-5d 13:00", "health", "plan"),
    step("-4d 10:10", "primary_care", "contact"),
    step("-3d 14:00", "ward", "change", expected=1, reason="medical"),
)
READY = (
    step("-8d 11:30", "ward", "register", admitted="-8d 09:00"),
    step("-8d 12:00", "ward", "notify", expected=0, to=ALL),
    step("-7d 09:00", "municipality", "plan"),
    step("-6d 10:20", "primary_care", "contact"),
    step("-2d 10:35", "ward", "ready"),
    step("-2d 11:10", "municipality", "read"),
    step("-1d 13:20", "primary_care", "clear"),
)
HOME_SOON = (
    step("-7d 14:10", "ward", "register", admitted="-7d 12:00"),
    step("-7d 14:30", "ward", "notify", expected=1, to=ALL),
    step("-6d 09:40", "municipality", "plan"),
    step("-6d 11:00", "primary_care", "contact"),
    step("-2d 09:50", "municipality", "unit_ready", what="Hemtjänst morgon och kväll", first=1),
    step("-1d 11:05", "ward", "ready"),
    step("-1d 11:40", "primary_care", "clear"),
)
GONE_HOME = (
    step("-9d 11:10", "ward", "register", admitted="-9d 09:00"),
    step("-9d 11:40", "ward", "notify", expected=-1, to=ALL),
    step("-8d 09:10", "municipality", "plan"),
    step("-8d 13:00", "primary_care", "contact"),
    step("-3d 10:15", "ward", "ready"),
    step("-3d 11:00", "municipality", "unit_ready", what="Plats på korttidsboende", first=-1),
    step("-2d 09:30", "primary_care", "clear"),
    step("-1d 11:50", "ward", "inform"),
    step("-1d 12:10", "ward", "hand_over"),
    step("-1d 12:40", "ward", "leave", destination="short_term", caller="primary_care"),
    step("-1d 13:30", "municipality", "confirm"),
)
COURSES: tuple[tuple[Step, ...], ...] = (NEW, READ, PLANNING, READY, HOME_SOON, GONE_HOME)
WARDS = (
    ("Avdelning 74, Södersjukhuset", 7),
    ("Avdelning 71, Södersjukhuset", 4),
    ("Avdelning G2, Capio Geriatrik Nacka", 4),
    ("Avdelning 76, Danderyds sjukhus", 3),
    ("Avdelning 73, Karolinska Universitetssjukhuset Huddinge", 3),
)
HOMES = (NACKA, "0120", STOCKHOLM, NACKA, "0138", "0162", "0126", NACKA)


def ordinary_stories() -> list[Story]:
    """Return cases without a name of their own, in turn over courses and homes."""
    courses, homes = cycle(COURSES), cycle(HOMES)
    stories = []
    for ward, count in WARDS:
        for number in range(count):
            home = next(homes)
            area = "sodermalm" if home == STOCKHOLM else ""
            age, is_woman = 68 + 5 * number, number % 2 == 0
            stories.append(Story("", ward, home, next(courses), age=age, is_woman=is_woman, area=area))
    return stories


ELSEWHERE = (*PSYCHIATRY, *GERIATRICS)
