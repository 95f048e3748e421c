"""Today on the demo's main ward, early on: told or not yet, read or not yet, answered in every way."""

from .accounts import PRIMARY_CARE
from .accounts import WARD as AVD72
from .county_plan import NACKA, STOCKHOLM
from .story import Story, step

ALL = ("municipality", "primary_care")
WITH_HEALTH = ("municipality", "health", "primary_care")
OPPOSES = "Personen vill klara sig själv med stöd av anhöriga."

FRESH = Story(  # sent half an hour ago, nobody has read it
    "Anna Åberg",
    AVD72,
    NACKA,
    (
        step("-70m", "ward", "register", admitted="-5h"),
        step("-34m", "ward", "notify", unread=True, expected=4, to=ALL),
    ),
    age=84,
    primary_care=PRIMARY_CARE,
)
UNREAD_TOO_LONG = Story(
    "Greta Nilsson",
    AVD72,
    NACKA,
    (
        step("-6h", "ward", "register", admitted="-11h"),
        step("-5h", "ward", "notify", unread=True, expected=3, to=WITH_HEALTH),
    ),
    age=88,
)
PLANNED = Story(
    "Rolf Wikström",
    AVD72,
    NACKA,
    (
        step("-7d 10:10", "ward", "register", admitted="-7d 08:05"),
        step("-7d 10:30", "ward", "notify", expected=1, to=ALL),
        step("-6d 09:15", "municipality", "plan"),
        step("-5d 13:20", "primary_care", "contact"),
        step("-4d 09:30", "ward", "change", expected=2, reason="medical"),
        step("-3d 10:05", "municipality", "read"),
        step("-3d 14:40", "primary_care", "sip_need"),
        step("last 09:25", "ward", "change", expected=4, reason="awaiting_municipality"),
    ),
    age=82,
    is_woman=False,
    primary_care=PRIMARY_CARE,
)
WRONG = Story(  # she has moved; the municipality says where to
    "Birgit Öhman",
    AVD72,
    NACKA,
    (
        step("-26h", "ward", "register", admitted="-28h"),
        step("-22h", "ward", "notify", expected=2, to=ALL),
        step("office -1h", "municipality", "wrong", reason="moved"),
    ),
    age=80,
    other="Mottagningen, Värmdö kommun",
)
DECLINED = Story(  # no municipality is left in the case
    "Aino Saarinen",
    AVD72,
    "0123",
    (
        step("-7d 12:40", "ward", "register", admitted="-7d 10:30"),
        step("-7d 13:00", "ward", "notify", expected=3, to=ALL),
        step("-6d 09:20", "primary_care", "plan"),
        step("office -3h", "municipality", "decline", reason="person_opposes", text=OPPOSES),
    ),
    age=86,
)
RETURNED = Story(
    "Veikko Virtanen",
    AVD72,
    NACKA,
    (
        step("-1d 07:50", "ward", "register", admitted="-1d 05:10"),
        step("-1d 08:15", "ward", "notify", expected=5, to=ALL),
        step("-1d 09:05", "municipality", "read"),
    ),
    primary_care=PRIMARY_CARE,
    again=True,
)
RESERVE_NUMBER = Story(
    "98240301AA06",
    AVD72,
    NACKA,
    (
        step("-19h", "ward", "register", admitted="-21h"),
        step("-18h", "ward", "notify", expected=3, to=ALL),
        step("office -2h", "municipality", "unknown"),
    ),
)
COORDINATION_NUMBER = Story(
    "196109732393",
    AVD72,
    STOCKHOLM,
    (
        step("-4d 11:20", "ward", "register", admitted="-4d 09:00"),
        step("-4d 11:45", "ward", "notify", expected=2, to=ALL),
        step("-3d 09:30", "municipality", "plan"),
        step("-2d 15:00", "primary_care", "read"),
    ),
    area="sodermalm",
)
NOT_TOLD_YET = Story(
    "Sture Löfgren", AVD72, NACKA, (step("-19h", "ward", "register", admitted="-20h"),), is_woman=False
)
TOLD_TOO_LATE = Story(  # the clock of 24 hours passed, and says so
    "Omar Darwish",
    AVD72,
    "0138",
    (
        step("-44h", "ward", "register", admitted="-45h"),
        step("-15h", "ward", "notify", expected=2, to=ALL),
        step("office -30m", "municipality", "plan"),
    ),
    age=71,
    is_woman=False,
)

EARLY_STORIES = (
    FRESH,
    UNREAD_TOO_LONG,
    PLANNED,
    WRONG,
    DECLINED,
    RETURNED,
    RESERVE_NUMBER,
    COORDINATION_NUMBER,
    NOT_TOLD_YET,
    TOLD_TOO_LATE,
)
