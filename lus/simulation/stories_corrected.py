"""Today on the demo's main ward, looked back upon: a wrong time of leaving, and a notice from paper."""

from .accounts import PRIMARY_CARE, WARD
from .county_plan import NACKA
from .story import Story, step

ALL = ("municipality", "primary_care")

LEFT_EARLIER = Story(  # the day that was counted too much is struck, and both units see which
    "Margareta Lindvall",
    WARD,
    NACKA,
    (
        step("-12d 11:10", "ward", "register", admitted="-12d 09:30"),
        step("-12d 11:40", "ward", "notify", expected=-2, to=ALL),
        step("-11d 09:20", "municipality", "plan"),
        step("-11d 10:05", "primary_care", "contact"),
        step("-9d 13:20", "primary_care", "sip_need"),
        step("-9d 14:00", "ward", "consent"),
        step("-8d 09:35", "primary_care", "summon", meeting=1),
        step("-7d 09:20", "ward", "ready"),
        step("-7d 10:05", "primary_care", "clear"),
        step("-1d 13:20", "ward", "leave"),
        step(
            "-50m", "ward", "left_earlier", hours=24, reason="Hemresan var dagen före, enligt transportbladet"
        ),
    ),
    age=83,
    primary_care=PRIMARY_CARE,
)
FAXED = Story(  # the municipality is asked whether the fax came
    "Rune Hagström",
    WARD,
    NACKA,
    (
        step("-6d 10:10", "ward", "register", admitted="-6d 08:30"),
        step("-6d 10:40", "ward", "notify", expected=1, to=ALL),
        step("-5d 09:20", "municipality", "plan"),
        step("-1d 14:40", "ward", "ready"),
        step("-1d 15:05", "ward", "on_paper", to="municipality", minutes=5, serial="AVD72-FAX-0007"),
    ),
    age=79,
    is_woman=False,
    primary_care=PRIMARY_CARE,
)
CORRECTED_STORIES = (LEFT_EARLIER, FAXED)
