"""The acts of the home-ready list and of the waiting reasons, one row each: form, words, what is told."""

from discharge.actions.answer_home_ready_point import answer_home_ready_point
from discharge.actions.close_waiting_reason import close_waiting_reason
from discharge.actions.contest_waiting_reason import contest_waiting_reason
from discharge.actions.open_waiting_reason import open_waiting_reason
from discharge.forms.home_ready import CloseReasonForm, ContestReasonForm, PointForm, WaitingReasonForm
from lus.organisations.roles import Permission

from .act_page import ActPage
from .act_tells import means, told_ward
from .home_ready_part import point_part

ROUTINE = ("Grund", "intern rutin, ingen lag. Utskrivning går alltid att registrera.")

HOME_READY: tuple[ActPage, ...] = (
    ActPage(
        act="answer_home_ready_point",
        slug="home-ready-point",
        perform=answer_home_ready_point,
        form=PointForm,
        permission=Permission.ANSWER_HOME_READY,
        title="Besvara punkt",
        button="Spara svar",
        tells=lambda context: means(("Svaret", "syns för alla i ärendet."), ROUTINE, heading="När du sparar"),
        done="Besvarad",
        back="planning",
        part=point_part,
    ),
    ActPage(
        act="open_waiting_reason",
        slug="waiting-reason",
        perform=open_waiting_reason,
        form=WaitingReasonForm,
        permission=Permission.SEND_WARD_NOTICES,
        title="Orsak till kvarstannande",
        button="Spara orsak",
        tells=lambda context: means(
            ("Får besked", "ägaren, som kan bestrida. Båda texterna sparas."),
            ("Flera orsaker", "kan gälla samtidigt. Spara en i taget."),
            heading="När du sparar",
        ),
        done="Orsak sparad",
        back="planning",
    ),
    ActPage(
        act="close_waiting_reason",
        slug="waiting-reason-ended",
        perform=close_waiting_reason,
        form=CloseReasonForm,
        permission=Permission.SEND_WARD_NOTICES,
        title="Orsaken har upphört",
        button="Avsluta orsak",
        tells=lambda context: means(
            ("Dagarna före", "står kvar på orsaken."),
            ("Är patienten kvar", "behövs en ny orsak senast i morgon 10.00 (intern rutin)."),
            heading="När du sparar",
        ),
        done="Orsaken avslutad",
        back="planning",
    ),
    ActPage(
        act="contest_waiting_reason",
        slug="waiting-reason-contest",
        perform=contest_waiting_reason,
        form=ContestReasonForm,
        permission=Permission.ANSWER_NOTICE,
        title="Bestrid orsak",
        button="Bestrid",
        tells=lambda context: means(
            told_ward(context), ("Båda texterna", "sparas. Dagarna räknas som förut.")
        ),
        done="Bestriden",
        back="planning",
    ),
)
