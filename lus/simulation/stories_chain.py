"""Today's unlike cases: moved, transferred, on leave, under ÖPT, a child, another county, not covered, readmitted."""

from .accounts import PSYCHIATRIC_WARD, WARD
from .county_plan import JONKOPING, NACKA
from .story import Story, step

ALL = ("municipality", "primary_care")
PSYCHIATRIC = ("municipality", "psychiatry")
BESIDE = "Avdelning 73, Södersjukhuset"
GERIATRICS = "Avdelning G2, Capio Geriatrik Nacka"
CHILDREN = "Avdelning 70, Sachsska barn- och ungdomssjukhuset"

CHAIN_STORIES = (
    Story(
        "Ingrid Sjölund",
        BESIDE,
        NACKA,
        (
            step("-5d 11:10", "ward", "register", admitted="-5d 09:00"),
            step("-5d 11:40", "ward", "notify", expected=3, to=ALL),
            step("-4d 09:30", "municipality", "plan"),
            step("-70m", "ward", "move", to=WARD),
        ),
        age=84,
    ),
    Story(
        "Bengt Åkerlund",
        WARD,
        NACKA,
        (
            step("-8d 10:20", "ward", "register", admitted="-8d 08:10"),
            step("-8d 10:50", "ward", "notify", expected=-1, to=ALL),
            step("-7d 09:20", "municipality", "plan"),
            step("-6d 10:40", "primary_care", "contact"),
            step("-4d 10:30", "ward", "ready"),
            step("-1d 13:20", "ward", "transfer", to=GERIATRICS),
            step("-1d 14:10", "ward", "confirm_move"),
        ),
        age=88,
        is_woman=False,
    ),
    Story(
        "Leif Ekdahl",
        WARD,
        NACKA,
        (
            step("-9d 12:10", "ward", "register", admitted="-9d 10:00"),
            step("-9d 12:40", "ward", "notify", expected=2, to=ALL),
            step("-8d 10:00", "municipality", "plan"),
            step("-1d 15:10", "ward", "away"),
        ),
        age=77,
        is_woman=False,
    ),
    Story(
        "Mona Rydell",
        PSYCHIATRIC_WARD,
        NACKA,
        (
            step("-20d 14:00", "ward", "register", admitted="-20d 12:00", legal_status="lpt"),
            step("-20d 14:30", "ward", "notify", expected=3, to=PSYCHIATRIC),
            step("-19d 10:10", "psychiatry", "plan"),
            step("-19d 11:00", "municipality", "plan"),
            step("-3d 11:20", "ward", "legal", form="opt"),
            step("-1d 13:40", "ward", "care_plan", by=PSYCHIATRIC),
        ),
        age=46,
    ),
    Story(
        "",
        CHILDREN,
        NACKA,
        (
            step("-3d 12:20", "ward", "register", admitted="-3d 10:00"),
            step("-3d 12:50", "ward", "notify", expected=4, to=ALL),
            step("-2d 10:30", "municipality", "plan"),
        ),
        age=9,
    ),
    Story(
        "Gunvor Tranell",
        WARD,
        JONKOPING,
        (
            step("-4d 15:10", "ward", "register", admitted="-4d 13:00"),
            step("-4d 15:40", "ward", "notify", expected=3, to=("municipality",)),
            step("-3d 10:10", "municipality", "plan"),
        ),
        age=79,
    ),
    Story(
        "Tomas Wiklund",
        WARD,
        NACKA,
        (step("-2d 16:10", "ward", "register", admitted="-2d 14:00", outside_act="no_services"),),
        age=52,
        is_woman=False,
    ),
    Story(
        "Elsa Brandt",
        WARD,
        NACKA,
        (
            step("-24d 11:10", "ward", "register", admitted="-24d 09:00"),
            step("-24d 11:40", "ward", "notify", expected=-16, to=ALL),
            step("-23d 09:20", "municipality", "plan"),
            step("-16d 12:10", "ward", "hand_over"),
            step("-16d 12:40", "ward", "leave"),
        ),
        age=91,
    ),
    Story(
        "Elsa Brandt",
        WARD,
        NACKA,
        (
            step("-2d 21:10", "ward", "register", admitted="-2d 19:00"),
            step("-2d 21:40", "ward", "notify", expected=4, to=ALL),
            step("-1d 09:40", "municipality", "read"),
        ),
        age=91,
        again=True,
    ),
)
