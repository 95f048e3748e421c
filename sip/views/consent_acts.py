"""The acts about consent as pages: asked for, taken back, and a harm test instead."""

from collections.abc import Mapping
from typing import Any

from discharge.forms.act_form import ActContext
from discharge.rules.consent_refusals import may_lock_without_consent
from discharge.views.act_page import ActPage
from discharge.views.act_tells import means, told_all
from lus.organisations.roles import Permission
from sip.actions.record_sip_consent import record_sip_consent
from sip.actions.record_sip_harm_test import record_sip_harm_test
from sip.actions.start_harm_test import start_harm_test
from sip.actions.withdraw_consent import withdraw_consent
from sip.consent_forms import SipConsentForm, SipHarmTestForm, StartHarmTestForm, WithdrawConsentForm

Told = Mapping[str, Any]


def consent(context: ActContext) -> Told:
    rows = [("Ja", "den som leder planen kan kalla."), ("Nej", "ingen SIP görs.")]
    if context.page.facts.ward_id:
        rows = [
            ("Ja", "fast vårdkontakt kan kalla."),
            ("Nej", "SIP krävs inte, och kallelsevillkoret gäller inte."),
            ("Ej frågad", "är varken ja eller nej."),
        ]
    return means(*rows, *_meeting(context, "vid nej till kallelse"), heading="Vad svaret betyder")


def withdrawn(context: ActContext) -> Told:
    return means(
        told_all(context),
        ("Information", "inget nytt skrivs om patienten utan annat rättsligt stöd."),
        ("SIP", "ingen kallas och inget mer skrivs i planen."),
        *_meeting(context, "om samtycket till kallelse återtas"),
        ("Det som är skickat eller låst", "tas inte tillbaka."),
        heading="När du sparar",
    )


def test_started(context: ActContext) -> Told:
    return means(
        told_all(context),
        ("En läkare", "prövar om enheterna får mötas."),
        ("Ett nej", "prövas aldrig bort."),
        heading="När du sparar",
    )


def test_judged(context: ActContext) -> Told:
    locks = may_lock_without_consent(context.page.facts, context.at)
    after = "Planen" if locks else "Ingen plan låses"
    return means(
        ("Utan men", "enheterna får kallas till ett samordningsmöte."),
        (after, "får låsas (intern rutin)." if locks else "utan personens samtycke (LUS 4:2)."),
        ("Andra enheter", "ser resultatet, inte skälen."),
        heading="Vad prövningen betyder",
    )


def _meeting(context: ActContext, when: str) -> list[tuple[str, str]]:
    if context.page.facts.sip.state != "summoned":
        return []
    return [("Mötet", f"ställs in {when}. Alla kallade får veta det.")]


CONSENT_ACTS: tuple[ActPage, ...] = (
    ActPage(
        act="record_sip_consent",
        slug="sip/consent",
        perform=record_sip_consent,
        form=SipConsentForm,
        permission=Permission.SEE_CASES,
        title="Samtycke till SIP",
        button="Spara svar",
        tells=consent,
        back="sip",
    ),
    ActPage(
        act="withdraw_consent",
        slug="sip/withdraw-consent",
        perform=withdraw_consent,
        form=WithdrawConsentForm,
        permission=Permission.WRITE_MESSAGES,
        title="Återta samtycke",
        button="Återta",
        tells=withdrawn,
        back="sip",
    ),
    ActPage(
        act="start_harm_test",
        slug="sip/start-harm-test",
        perform=start_harm_test,
        form=StartHarmTestForm,
        permission=Permission.SEE_CASES,
        title="Påbörja menprövning",
        button="Påbörja",
        tells=test_started,
        back="sip",
    ),
    ActPage(
        act="record_sip_harm_test",
        slug="sip/harm-test",
        perform=record_sip_harm_test,
        form=SipHarmTestForm,
        permission=Permission.SEE_CASES,
        title="Menprövning om möte",
        button="Spara prövning",
        tells=test_judged,
        back="sip",
    ),
)
