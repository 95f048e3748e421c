"""Today on the demo's main ward, in conversation: asked and answered, corrected, taken back, and not allowed yet."""

from .accounts import PRIMARY_CARE
from .accounts import WARD as AVD72
from .county_plan import NACKA
from .story import Story, step

ALL = ("municipality", "primary_care")

ASKED_AND_ANSWERED = Story(
    "Sonja Ekdahl",
    AVD72,
    NACKA,
    (
        step("-3d 09:10", "ward", "register", admitted="-3d 07:30"),
        step("-3d 09:40", "ward", "notify", expected=3, to=ALL),
        step(
            "-3d 10:20",
            "municipality",
            "write",
            to=("ward",),
            category="organisation",
            text="Vem är ansvarig sjuksköterska, och när kan vi ringa?",
        ),
        step("-3d 11:05", "ward", "share"),
        step("-3d 11:10", "ward", "write", to=("municipality",), answers=True, text="Karin L. Ring 13–14."),
        step(
            "last 08:20",
            "ward",
            "write",
            to=ALL,
            category="aids",
            text="Rullator och duschpall behövs hemma. Listan är bifogad. Leverans på onsdag.",
        ),
        step("last 08:24", "ward", "attach", title="Hjälpmedelslista"),
        step(
            "last 08:50",
            "ward",
            "correct",
            text="Rullator och duschpall behövs hemma. Listan är bifogad. Leverans på torsdag.",
            reason="Leverantören har ändrat dag",
        ),
        step(
            "last 09:05",
            "municipality",
            "deviate",
            to="ward",
            code="K12.1",
            step=3,
            text="Leveransdagen för hjälpmedel ändrades sent. Hemtjänsten var redan bokad för dagen innan.",
            consequence="missing_support",
            suggestion="Ring när leveransdagen ändras med mindre än ett dygn.",
        ),
    ),
    age=86,
    primary_care=PRIMARY_CARE,
)
TAKEN_BACK = Story(
    "Torsten Malm",
    AVD72,
    NACKA,
    (
        step("-2d 10:00", "ward", "register", admitted="-2d 08:15"),
        step("-2d 10:30", "ward", "notify", expected=4, to=ALL),
        step("-2d 12:00", "ward", "judge", physician="Mikael Sandström"),
        step(
            "last 07:40",
            "ward",
            "write",
            to=ALL,
            category="medicines",
            text="Patienten behöver hjälp med insulin morgon och kväll.",
        ),
        step("last 07:55", "ward", "take_back", reason="Gällde en annan patient"),
        step(
            "last 08:05",
            "ward",
            "write",
            to=("municipality",),
            category="info",
            wanted=False,
            text="Närstående är med på hemgången.",
        ),
        step(
            "last 08:10",
            "ward",
            "write",
            to=("municipality",),
            category="info",
            wanted=False,
            text="Egna kläder finns på avdelningen.",
        ),
    ),
    age=79,
    is_woman=False,
    primary_care=PRIMARY_CARE,
)
NOT_ASKED_YET = Story(  # the question waits: the ward may not answer in writing before there is a ground
    "Ulla Forsman",
    AVD72,
    NACKA,
    (
        step("-26h", "ward", "register", admitted="-29h"),
        step("-25h", "ward", "notify", expected=5, to=ALL),
        step(
            "office -1h",
            "primary_care",
            "write",
            to=("ward",),
            category="organisation",
            text="Vem är patientansvarig läkare på avdelningen?",
        ),
        step("office -1h", "municipality", "care_worker", name="Ann Berg"),
    ),
    age=83,
    primary_care=PRIMARY_CARE,
)

TALK_STORIES = (ASKED_AND_ANSWERED, TAKEN_BACK, NOT_ASKED_YET)
