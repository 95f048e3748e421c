"""The acts about times as pages."""

from collections.abc import Mapping
from typing import Any

from discharge.forms.act_form import ActContext
from discharge.rules.facts_of_poll import PERSON
from discharge.views.act_page import ActPage
from discharge.views.act_tells import means, names_of, told_all
from lus.organisations.roles import Permission
from lus.web.words import moment
from sip.actions.answer_sip_poll import answer_sip_poll
from sip.actions.choose_sip_slot import choose_sip_slot
from sip.actions.open_sip_poll import open_sip_poll
from sip.poll_forms import SipPollAnswerForm, SipPollForm, SipSlotForm
from sip.rules.poll_ranking import ranking

Told = Mapping[str, Any]


def opening(context: ActContext) -> Told:
    return means(
        told_all(context),
        ("Betyder", "Alla svarar på varje tid. Sedan väljer ni."),
        ("Kallelse", "skickas inte. Tre dagar räknas tills den är skickad (LUS 4:3)."),
    )


def answering(context: ActContext) -> Told:
    poll = context.page.facts.sip.poll
    return means(("Får besked", names_of(context, [poll.opened_by] if poll else [])))


def choosing(context: ActContext) -> Told:
    """Tell which times somebody cannot come to, and who."""
    poll = context.page.facts.sip.poll
    if poll is None:
        return {}
    blocked = ranking(poll, frozenset(poll.asked)).blocked
    rows = [
        (moment(slot.starts_at, context.at), f"{_names(context, blocked[slot.slot_id])} kan inte")
        for slot in poll.slots
        if slot.slot_id in blocked
    ]
    if len(blocked) == len(poll.slots):
        rows.append(("Ingen tid passar", "Föreslå nya tider, eller välj en ändå."))
    return means(*rows, ("Sedan", "skickar ni kallelsen. Tiden är ifylld."), heading="Innan du väljer")


def _names(context: ActContext, who: tuple[str, ...]) -> str:
    units = names_of(context, [one for one in who if one != PERSON]) if set(who) - {PERSON} else ""
    return ", ".join(filter(None, ["personen" if PERSON in who else "", units]))


def _row(act: Any, slug: str, form: Any, right: Permission, title: str, button: str, tells: Any) -> ActPage:
    name = act.__name__
    return ActPage(name, f"sip/{slug}", act, form, right, title, button, tells=tells, back="sip")


SEE, SUMMON = Permission.SEE_CASES, Permission.SUMMON_TO_SIP
POLL_ACTS: tuple[ActPage, ...] = (
    _row(open_sip_poll, "times", SipPollForm, SUMMON, "Föreslå mötestider", "Skicka förslag", opening),
    _row(
        answer_sip_poll, "times/answer", SipPollAnswerForm, SEE, "Svara på tiderna", "Spara svar", answering
    ),
    _row(choose_sip_slot, "times/choose", SipSlotForm, SUMMON, "Välj mötestid", "Välj tid", choosing),
)
