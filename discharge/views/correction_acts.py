"""The acts on what was said wrong, or late: one row each."""

from collections.abc import Mapping
from typing import Any

from discharge.actions.confirm_correction import confirm_correction
from discharge.actions.confirm_late_registration import confirm_late_registration
from discharge.actions.contest_late_registration import contest_late_registration
from discharge.actions.correct_event import correct_event
from discharge.actions.register_paper_notice import register_paper_notice
from discharge.forms.act_form import ActContext
from discharge.forms.corrections import ConfirmCorrectionForm, CorrectEventForm
from discharge.forms.paper_notice import ConfirmPaperForm, ContestPaperForm, PaperNoticeForm
from lus.organisations.roles import Permission

from .act_page import ActPage
from .act_tells import means


def correcting(context: ActContext) -> Mapping[str, Any]:
    return means(
        ("Det gamla", "finns kvar i Händelser, med er orsak."),
        ("De som fick uppgiften", "får veta att den är rättad."),
        ("Klockor och dagar", "räknas om från den rätta uppgiften."),
        (
            "En andra person",
            "behövs efter tre dagar, eller om fler dagar räknas (intern rutin).",
        ),
        heading="När du rättar",
    )


def confirming(context: ActContext) -> Mapping[str, Any]:
    return means(
        ("Betyder", "du har läst uppgiften och intygar den."),
        ("Klockor och dagar", "räknas om när du bekräftar."),
        heading="När du bekräftar",
    )


def paper(context: ActContext) -> Mapping[str, Any]:
    return means(
        ("Används", "när ett meddelande gick på papper under ett avbrott."),
        ("Mottagaren", "bekräftar eller bestrider inom fem vardagar (intern rutin)."),
        ("Till dess", "gäller tiden då systemet tog emot meddelandet."),
        ("Betalningsdagar", "vilar aldrig på papperet utan mottagarens bekräftelse."),
        heading="När du efterregistrerar",
    )


def confirming_paper(context: ActContext) -> Mapping[str, Any]:
    return means(
        ("Betyder", "ni fick papperet vid den tiden."),
        ("Klockor och dagar", "räknas från papprets tid."),
        heading="När ni bekräftar",
    )


def contesting_paper(context: ActContext) -> Mapping[str, Any]:
    return means(
        ("Betyder", "ni fick inget sådant papper, eller vid en annan tid."),
        ("Meddelandet", "gäller från när systemet tog emot det."),
        heading="När ni bestrider",
    )


CORRECTIONS: tuple[ActPage, ...] = (
    ActPage(
        act="correct_event",
        slug="correct",
        perform=correct_event,
        form=CorrectEventForm,
        permission=Permission.SEE_CASES,
        title="Rätta en uppgift",
        button="Rätta",
        tells=correcting,
        done="Sparat",
        icon="rattad",
    ),
    ActPage(
        act="confirm_correction",
        slug="confirm-correction",
        perform=confirm_correction,
        form=ConfirmCorrectionForm,
        permission=Permission.SEE_CASES,
        title="Bekräfta rättelse",
        button="Bekräfta",
        tells=confirming,
        done="Rättat",
    ),
    ActPage(
        act="register_paper_notice",
        slug="paper-notice",
        perform=register_paper_notice,
        form=PaperNoticeForm,
        permission=Permission.SEE_CASES,
        title="Efterregistrera papper",
        button="Efterregistrera",
        tells=paper,
        done="Efterregistrerat",
    ),
    ActPage(
        act="confirm_late_registration",
        slug="confirm-paper",
        perform=confirm_late_registration,
        form=ConfirmPaperForm,
        permission=Permission.ACKNOWLEDGE,
        title="Bekräfta papper",
        button="Bekräfta",
        tells=confirming_paper,
        done="Bekräftat",
    ),
    ActPage(
        act="contest_late_registration",
        slug="contest-paper",
        perform=contest_late_registration,
        form=ContestPaperForm,
        permission=Permission.ACKNOWLEDGE,
        title="Bestrid papper",
        button="Bestrid",
        tells=contesting_paper,
        done="Bestritt",
    ),
)
