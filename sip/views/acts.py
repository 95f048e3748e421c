"""The acts of a joint plan as pages: the same rows and the same view as every other act on a case."""

from collections.abc import Mapping
from typing import Any

from discharge.forms.act_form import ActContext
from discharge.rules.agenda import agenda_of
from discharge.rules.consent_standing import consent_standing
from discharge.rules.facts_of_consents import CONSENT_KINDS
from discharge.rules.sip_summons_due import sip_summons_due
from discharge.views.act_page import ActPage
from discharge.views.act_tells import means, told_all
from lus.organisations.roles import Permission
from lus.swedish_time import local_date
from lus.web.words import day
from sip.actions.assess_sip_need import assess_sip_need
from sip.actions.send_sip_summons import send_sip_summons
from sip.forms import SipNeedForm
from sip.queries.plan_page import PlanPage
from sip.queries.shown_document import shown_document
from sip.rules.document.topics import topics
from sip.rules.reopening import last_day_to_reopen
from sip.summons_form import SipSummonsForm

from .consent_acts import CONSENT_ACTS
from .plan_acts import PLAN_ACTS
from .poll_acts import POLL_ACTS


def need(context: ActContext) -> Mapping[str, Any]:
    last = last_day_to_reopen(context.page.facts)
    if last is not None:
        today = local_date(context.at)
        return means(
            told_all(context),
            ("Planen", "är avslutad. Behövs den öppnas den igen; skriv varför."),
            ("Senast", day(last, today)),
        )
    return means(
        told_all(context), ("Behövs den", "ska patienten tillfrågas, och fast vårdkontakt kalla (LUS 4:1–3).")
    )


def summons(context: ActContext) -> Mapping[str, Any]:
    """Tell who is called, and the last day: as counted, and as extended over free days."""
    spell, today = context.page.facts.open_spell, local_date(context.at)
    if spell is None:
        return means(
            told_all(context),
            ("Sista dag", "räknas först från underrättelsen. Att kalla tidigare räknas."),
            covered_by_consent(context),
            on_the_agenda(context),
        )
    due = sip_summons_due(spell.sent_at, None)
    rows = [told_all(context), ("Sista dag", day(due.raw_due, today))]
    if due.extended_due != due.raw_due:
        rows.append(("Förlängd till", f"{day(due.extended_due, today)}, vår tolkning av lag 1930:173"))
    return means(*rows, covered_by_consent(context), on_the_agenda(context))


def covered_by_consent(context: ActContext) -> tuple[str, str]:
    """Return the row of what the person has said yes to, and until when."""
    consents, today = context.page.facts.consents, local_date(context.at)
    stands = {kind: consent_standing(consents, kind, context.at) for kind in CONSENT_KINDS}
    said = [
        f"{CONSENT_KINDS[kind]}{f' till och med {day(one.until, today)}' if one.until else ''}"
        for kind, one in stands.items()
        if one.in_force
    ]
    return ("Samtycke omfattar", " · ".join(said) or "inget än")


def on_the_agenda(context: ActContext) -> tuple[str, str]:
    """Return the row of what the meeting will talk of, from the open needs."""
    page = context.page
    found: list[str] = []
    if isinstance(page, PlanPage):
        found = topics(shown_document(context.actor, page.plan, page.facts, page.own, at=context.at))
    return ("Dagordning", " · ".join(agenda_of(page.facts, found)))


ACTS: tuple[ActPage, ...] = (
    ActPage(
        act="assess_sip_need",
        slug="sip/need",
        perform=assess_sip_need,
        form=SipNeedForm,
        permission=Permission.SEE_CASES,
        title="Behov av SIP",
        button="Spara bedömning",
        tells=need,
        template="sip/need.html",
    ),
    *CONSENT_ACTS,
    *PLAN_ACTS[:2],
    *POLL_ACTS,
    ActPage(
        act="send_sip_summons",
        slug="sip/summons",
        perform=send_sip_summons,
        form=SipSummonsForm,
        permission=Permission.SUMMON_TO_SIP,
        title="Kalla till SIP",
        button="Skicka kallelse",
        tells=summons,
        done="Skickat",
        icon="skicka",
        template="sip/summons.html",
    ),
    *PLAN_ACTS[2:],
)
