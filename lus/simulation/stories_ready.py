"""Today on the demo's main ward, later on: ready, over the free days, withdrawn, going home."""

from .accounts import PRIMARY_CARE
from .accounts import WARD as AVD72
from .county_plan import NACKA
from .story import Story, step

ALL = ("municipality", "primary_care")
WITH_HEALTH = ("municipality", "health", "primary_care")

PAYS = Story(  # over the free days, every condition is met: the municipality is liable, and in Nacka one sees kronor
    "196101182803",
    AVD72,
    NACKA,
    (
        step("-17d 16:10", "ward", "register", admitted="-17d 14:30"),
        step("-17d 16:40", "ward", "notify", expected=-9, to=ALL),
        step("-16d 08:25", "municipality", "read"),
        step("-16d 09:05", "primary_care", "contact"),
        step("-14d 10:50", "municipality", "plan"),
        step("-10d 13:20", "primary_care", "sip_need"),
        step("-10d 14:00", "ward", "consent"),
        step("-9d 11:15", "ward", "change", expected=-3, reason="medical"),
        step("-7d 09:35", "primary_care", "summon", meeting=1),
        step("-6d 10:20", "ward", "ready"),
        step("-6d 10:52", "municipality", "read"),
        step("-6d 11:05", "primary_care", "clear"),
        step("-3d 15:20", "ward", "change", expected=1, reason="awaiting_municipality"),
    ),
    age=65,
    primary_care=PRIMARY_CARE,
)
BLOCKED = Story(  # over the free days, but outpatient care has not said that it is there
    "Gun-Britt Nyström",
    AVD72,
    NACKA,
    (
        step("-12d 11:00", "ward", "register", admitted="-12d 09:20"),
        step("-12d 11:20", "ward", "notify", expected=-3, to=WITH_HEALTH),
        step("-12d 13:40", "municipality", "plan"),
        step("-12d 14:10", "health", "plan"),
        step("-11d 09:10", "primary_care", "contact"),
        step("-8d 09:50", "primary_care", "sip_need", needed=False, reason="Befintlig plan räcker."),
        step("-5d 09:15", "ward", "ready"),
        step("-5d 09:48", "municipality", "read"),
        step("-4d 13:10", "health", "unit_ready", what="Hemsjukvård varje dag", first=1),
        step("-2d 10:30", "ward", "change", expected=2, reason="awaiting_outpatient"),
    ),
    age=91,
    primary_care=PRIMARY_CARE,
)
HOME_TODAY = Story(  # day 1 of the free days, everybody is ready, home today
    "Tage Bergström",
    AVD72,
    NACKA,
    (
        step("-7d 17:30", "ward", "register", admitted="-7d 15:00"),
        step("-7d 17:45", "ward", "notify", expected=0, to=ALL),
        step("-6d 08:40", "municipality", "plan"),
        step("-6d 10:10", "primary_care", "contact"),
        step("-5d 10:00", "primary_care", "sip_need", needed=False, reason="Insatserna är oförändrade."),
        step("-1d 09:50", "ward", "ready"),
        step("-1d 10:15", "municipality", "unit_ready", what="Hemtjänst morgon och kväll", first=0),
        step("-1d 10:40", "primary_care", "clear"),
        step("-1d 11:00", "primary_care", "unit_ready", what="Hembesök av distriktssköterska", first=1),
        step("last 08:30", "ward", "hand_over"),
    ),
    age=73,
    is_woman=False,
    primary_care=PRIMARY_CARE,
)
READY_BEFORE_NOON = Story(
    "Sven-Erik Lindqvist",
    AVD72,
    NACKA,
    (
        step("-5d 13:30", "ward", "register", admitted="-5d 11:10"),
        step("-5d 14:00", "ward", "notify", expected=1, to=ALL),
        step("-4d 09:00", "municipality", "plan"),
        step("-4d 11:30", "primary_care", "contact"),
        step("-3d 10:20", "primary_care", "sip_need"),
        step("-3d 15:00", "ward", "consent"),
        step("last 10:20", "ward", "ready", unread=True),
    ),
    age=79,
    is_woman=False,
    primary_care=PRIMARY_CARE,
)
READY_AFTER_NOON = Story(  # day zero is the next day
    "Fatima Haddad",
    AVD72,
    NACKA,
    (
        step("-4d 20:40", "ward", "register", admitted="-4d 18:00"),
        step("-4d 21:00", "ward", "notify", expected=2, to=ALL),
        step("-3d 08:50", "municipality", "plan"),
        step("-2d 10:45", "primary_care", "read"),
        step("last 14:05", "ward", "ready"),
    ),
    age=68,
)
WITHDRAWN = Story(
    "Bengt Hägglund",
    AVD72,
    NACKA,
    (
        step("-9d 15:10", "ward", "register", admitted="-9d 13:00"),
        step("-9d 15:40", "ward", "notify", expected=-1, to=ALL),
        step("-8d 09:25", "municipality", "plan"),
        step("-8d 10:05", "primary_care", "contact"),
        step("-4d 10:10", "ward", "ready"),
        step("-4d 10:45", "municipality", "read"),
        step("-2d 08:30", "ward", "withdraw"),
        step("-2d 09:10", "municipality", "read"),
        step("-2d 09:40", "ward", "change", expected=5, reason="medical"),
    ),
    age=77,
    is_woman=False,
)
PROTECTED = Story(
    "195009072553",
    AVD72,
    NACKA,
    (
        step("-8d 14:20", "ward", "register", admitted="-8d 12:00"),
        step("-8d 14:50", "ward", "notify", expected=1, to=ALL),
        step("-7d 08:45", "municipality", "plan"),
        step("-6d 10:20", "primary_care", "contact"),
        step("-5d 10:00", "primary_care", "sip_need", needed=False, reason="Befintlig plan räcker."),
        step("-5d 13:30", "ward", "ready"),
        step("-5d 14:10", "municipality", "read"),
        step("-4d 09:00", "primary_care", "clear"),
    ),
    age=76,
    is_woman=False,
)
SUMMONS_DUE = Story(  # need and consent are there: outpatient care shall call within three days
    "Ritva Korhonen",
    AVD72,
    NACKA,
    (
        step("-8d 18:20", "ward", "register", admitted="-8d 16:00"),
        step("-8d 18:40", "ward", "notify", expected=1, to=WITH_HEALTH),
        step("-7d 09:10", "municipality", "plan"),
        step("-7d 09:55", "primary_care", "contact"),
        step("-6d 13:00", "primary_care", "sip_need"),
        step("-5d 09:20", "ward", "consent"),
        step("-2d 09:45", "ward", "ready"),
        step("-2d 10:20", "municipality", "read"),
        step("-1d 13:15", "health", "plan"),
    ),
    age=85,
    primary_care=PRIMARY_CARE,
)
WENT_HOME_BEFORE = Story(  # closed by the clock; comes back in RETURNED
    "Veikko Virtanen",
    AVD72,
    NACKA,
    (
        step("-21d 12:15", "ward", "register", admitted="-21d 10:00"),
        step("-21d 12:40", "ward", "notify", expected=-13, to=ALL),
        step("-20d 09:00", "municipality", "plan"),
        step("-20d 09:30", "primary_care", "contact"),
        step("-14d 09:40", "ward", "ready"),
        step("-14d 10:15", "municipality", "unit_ready", what="Hemtjänst tre gånger om dagen", first=-12),
        step("-13d 11:00", "primary_care", "clear"),
        step("-12d 12:30", "ward", "hand_over"),
        step("-12d 13:05", "ward", "leave"),
        step("-12d 13:50", "municipality", "read"),
        step("-11d 09:20", "primary_care", "read"),
    ),
    age=83,
    is_woman=False,
    primary_care=PRIMARY_CARE,
)
LEFT_WITHOUT_HANDOVER = Story(
    "Märta Söderberg",
    AVD72,
    NACKA,
    (
        step("-6d 16:20", "ward", "register", admitted="-6d 14:00"),
        step("-6d 16:45", "ward", "notify", expected=0, to=ALL),
        step("-5d 09:00", "municipality", "plan"),
        step("-5d 09:45", "primary_care", "contact"),
        step("-2d 11:10", "ward", "ready"),
        step("-2d 11:40", "municipality", "unit_ready", what="Trygghetslarm och hemtjänst", first=0),
        step("-2d 13:20", "primary_care", "clear"),
        step("last 13:10", "ward", "leave", missing_reason="Läkemedelslistan väntar på signering."),
    ),
    age=87,
)

READY_STORIES = (
    PAYS,
    BLOCKED,
    HOME_TODAY,
    READY_BEFORE_NOON,
    READY_AFTER_NOON,
    WITHDRAWN,
    PROTECTED,
    SUMMONS_DUE,
    WENT_HOME_BEFORE,
    LEFT_WITHOUT_HANDOVER,
)
