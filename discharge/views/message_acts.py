"""The acts on general messages, and on the legal grounds for writing them: one row each."""

from collections.abc import Mapping
from typing import Any

from discharge.actions.add_attachment import add_attachment
from discharge.actions.correct_message import correct_message
from discharge.actions.record_harm_test import record_harm_test
from discharge.actions.record_information_consent import record_information_consent
from discharge.actions.send_message import send_message
from discharge.actions.withdraw_message import withdraw_message
from discharge.forms.act_form import ActContext
from discharge.forms.messages import (
    AttachmentForm,
    CorrectMessageForm,
    HarmTestForm,
    InformationConsentForm,
    MessageForm,
    WithdrawMessageForm,
)
from discharge.queries.attachments import stopped
from discharge.rules.legal_ground import may_share
from lus.organisations.roles import Permission

from .act_page import ActPage
from .act_tells import means, told_all
from .block_acts import BLOCKS
from .notice_acts import PROTECTION

FROM_WARD = "Inget rättsligt stöd är dokumenterat. Avdelningen kan inte skriva om patienten än."
FROM_OTHERS = (
    "Inget rättsligt stöd är dokumenterat. Ni kan ställa en praktisk fråga till avdelningen: vem, när."
)


def writing(context: ActContext) -> Mapping[str, Any]:
    """Tell what a message is not, and what may not be written yet."""
    told = means(
        ("Ett meddelande", "stoppar ingen och ändrar inga tider."),
        ("Läses av", "dem som du väljer, inga andra enheter."),
    )
    if may_share(context.page.facts, context.at):
        return told
    own = context.page.facts.ward_id == str(context.actor.unit_id)
    alert = {
        "text": FROM_WARD if own else FROM_OTHERS,
        "color": "warning",
        "heading": "Rättsligt stöd saknas",
    }
    return {**told, "alerts": [alert]}


def withdrawing(context: ActContext) -> Mapping[str, Any]:
    return means(
        ("De som fick det", "får veta det och ombeds kvittera."), ("Texten", "står kvar överstruken hos dem.")
    )


def correcting(context: ActContext) -> Mapping[str, Any]:
    return means(
        ("De som fick det", "ser skillnaden och ombeds kvittera den."), ("Gamla texten", "finns kvar.")
    )


def attaching(context: ActContext) -> Mapping[str, Any]:
    return means(
        ("Läses av", "dem som har meddelandet, inga andra enheter."),
        ("Filens namn", "sparas inte. Filen får ett eget namn utan persons uppgifter."),
    )


def consent(context: ActContext) -> Mapping[str, Any]:
    return means(
        told_all(context),
        ("Ja", "ärendets enheter kan skriva om patienten till varandra."),
        ("Nej", "inget nytt skrivs. Det som är skickat tas inte tillbaka."),
        heading="Vad svaret betyder",
    )


def harm_test(context: ActContext) -> Mapping[str, Any]:
    return means(
        told_all(context),
        ("Enheterna ser", "resultatet, inte vem som prövade."),
        ("Senare nej", "från personen avslutar stödet."),
    )


MESSAGES: tuple[ActPage, ...] = (
    ActPage(
        act="send_message",
        slug="message",
        perform=send_message,
        form=MessageForm,
        permission=Permission.WRITE_MESSAGES,
        title="Nytt meddelande",
        button="Skicka meddelande",
        tells=writing,
        done="Skickat",
        icon="skicka",
        template="discharge/message.html",
        back="messages",
    ),
    ActPage(
        act="correct_message",
        slug="message/correct",
        perform=correct_message,
        form=CorrectMessageForm,
        permission=Permission.WRITE_MESSAGES,
        title="Rätta meddelande",
        button="Rätta",
        tells=correcting,
        done="Rättat",
        back="messages",
    ),
    ActPage(
        act="withdraw_message",
        slug="message/withdraw",
        perform=withdraw_message,
        form=WithdrawMessageForm,
        permission=Permission.WRITE_MESSAGES,
        title="Återkalla meddelande",
        button="Återkalla",
        tells=withdrawing,
        done="Återkallat",
        danger=True,
        back="messages",
    ),
    ActPage(
        act="add_attachment",
        slug="message/attachment",
        perform=add_attachment,
        form=AttachmentForm,
        permission=Permission.WRITE_MESSAGES,
        title="Bifoga fil",
        button="Bifoga",
        tells=attaching,
        done="Bifogat",
        back="messages",
        stopped=stopped,
    ),
    ActPage(
        act="record_information_consent",
        slug="consent",
        perform=record_information_consent,
        form=InformationConsentForm,
        permission=Permission.WRITE_MESSAGES,
        title="Samtycke till information",
        button="Spara svar",
        tells=consent,
        back="messages",
    ),
    *PROTECTION,
    *BLOCKS,
    ActPage(
        act="record_harm_test",
        slug="harm-test",
        perform=record_harm_test,
        form=HarmTestForm,
        permission=Permission.SEND_WARD_NOTICES,
        title="Menprövning",
        button="Spara prövning",
        tells=harm_test,
        back="messages",
    ),
)
