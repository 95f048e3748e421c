"""The acts on what was said wrong, or late: one row each."""

from collections.abc import Mapping
from typing import Any

from discharge.actions.confirm_correction import confirm_correction
from discharge.actions.correct_event import correct_event
from discharge.forms.act_form import ActContext
from discharge.forms.corrections import ConfirmCorrectionForm, CorrectEventForm
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
)
