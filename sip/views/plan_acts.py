"""The acts of the meeting and the plan as pages."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from discharge.forms.act_form import ActContext, NoInputForm, ReasonForm
from discharge.rules.facts import CaseFacts
from discharge.rules.sip_closing import asks_survey, refuse_not_responsible
from discharge.views.act_page import ActPage
from discharge.views.act_tells import means, names_of, told_all
from lus.organisations.roles import Permission
from lus.web.words import moment
from sip.actions.answer_sip_substitute import answer_sip_substitute
from sip.actions.answer_sip_summons import answer_sip_summons
from sip.actions.cancel_sip_meeting import cancel_sip_meeting
from sip.actions.change_sip_participants import change_sip_participants
from sip.actions.change_sip_time import called_units, change_sip_time
from sip.actions.close_sip import close_sip
from sip.actions.establish_sip import establish_sip
from sip.actions.follow_up_sip import follow_up_sip
from sip.actions.link_existing_sip import link_existing_sip
from sip.actions.offer_sip import offer_sip
from sip.actions.record_sip_answer import record_sip_answer
from sip.actions.record_sip_meeting import record_sip_meeting
from sip.actions.turn_meeting_to_phone import turn_meeting_to_phone
from sip.closing_form import SipCloseForm
from sip.meeting_forms import SipMeetingForm, SipSummonsAnswerForm, SipTimeForm
from sip.participants_form import SipParticipantsForm, SubstituteForm
from sip.plan_forms import (
    SipAnswerForm,
    SipFollowUpForm,
    SipLinkForm,
    SipOfferForm,
    SipPlanForm,
)
from sip.queries.earlier_plan import earlier_plan

Told = Mapping[str, Any]


def offer(context: ActContext) -> Told:
    return means(told_all(context), ("Frivilligt", "En SIP görs bara om personen vill (LUS 4:2)."))


def answer(context: ActContext) -> Told:
    rows = [
        told_all(context),
        ("Ja", "fast vårdkontakt kan kalla när samtycke till kallelsen finns."),
        ("Nej", "ingen kallas. Personen kan säga ja senare."),
    ]
    if context.page.facts.sip.state == "summoned":
        rows.append(("Mötet", "ställs in om svaret är nej. Alla kallade får veta det."))
    return means(*rows, heading="Vad svaret betyder")


def _called(context: ActContext) -> tuple[str, str]:
    return ("Får besked", names_of(context, called_units(context.page.facts, context.actor)))


def _meeting(context: ActContext) -> tuple[str, str]:
    sip = context.page.facts.sip
    when = moment(sip.meeting_at, context.at) if sip.meeting_at else ""
    return ("Mötet", f"{when}, {sip.place}")


def change(context: ActContext) -> Told:
    return means(
        _called(context),
        ("Ny tid", "alla svarar på nytt. Ny plats frågar ingen."),
        ("Kallelsen", "räknas från när den skickades (LUS 4:3)."),
    )


def cancel(context: ActContext) -> Told:
    return means(
        _called(context),
        ("Kvittens", "begärs av alla kallade."),
        (
            "Betalning",
            "Om kallelsen ändå räknas avgör region och kommun tillsammans. En ny kallelse går bra.",
        ),
    )


def summons_answer(context: ActContext) -> Told:
    return means(_meeting(context), ("Får besked", names_of(context, [context.page.facts.sip.summoned_by])))


def substitute(context: ActContext) -> Told:
    return means(
        ("Ja", "enheten kallas i stället. Den som inte kan tas bort."),
        ("Nej", "enheten svarar på nytt."),
        heading="Vad svaret betyder",
    )


def participants(context: ActContext) -> Told:
    return means(
        ("Tillagda", "får kallelsen och svarar."),
        ("Borttagna", "får veta det."),
        ("Alla andra", "behåller sina svar."),
    )


def to_phone(context: ActContext) -> Told:
    return means(_meeting(context), _called(context), ("Mötet", "tas på telefon, samma tid."))


def held(context: ActContext) -> Told:
    return means(_meeting(context), told_all(context), ("Sedan", "upprättas planen."))


def plan(context: ActContext) -> Told:
    version = context.page.facts.sip.version + 1
    return means(
        told_all(context),
        ("Version", str(version)),
        ("Samtycke", "Utan personens samtycke görs ingen plan (LUS 4:2)."),
    )


def link(context: ActContext) -> Told:
    case = context.page.case
    earlier = earlier_plan(context.actor, case.person_id, beside=case.pk, at=context.at)
    written = []
    if earlier is not None and earlier.plan.closed_at is None:
        written.append(("Plan i LUS", f"{earlier.plan.reference}. Dess mål är ifyllda; ändra vid behov."))
    return means(
        *written,
        told_all(context),
        ("Kallelse", "skickas inte. Villkoret i LUS 4:3 uppfylls bara av en kallelse."),
    )


def follow_up(context: ActContext) -> Told:
    return means(
        told_all(context),
        ("Fortsätter", "planen gäller som den är."),
        ("Skrivs om", "innehållet blir ett utkast. Planen gäller till nästa version."),
        ("Avslutas", "sidan för att avsluta kommer sedan."),
        heading="Vad valet betyder",
    )


def _closing_next(facts: CaseFacts) -> str:
    return "close_sip" if facts.events[-1].data.get("outcome") == "close" else ""


def closing(context: ActContext) -> Told:
    rows = [told_all(context), ("Planen", "går att läsa, men ingen uppföljning väntar.")]
    if context.page.facts.sip.state == "summoned":
        rows.append(("Mötet", "ställs in. Alla kallade får veta det."))
    may_end = refuse_not_responsible(context.page.facts, str(context.actor.unit_id)) is None
    if may_end and asks_survey(context.page.facts):
        rows.append(("Enkät", "Koder skrivs ut under Enkäter. Svaren är anonyma."))
    return means(*rows)


def _row(
    act: Any, slug: str, form: Any, permission: Permission, title: str, button: str, tells: Any
) -> ActPage:
    name = act.__name__
    return ActPage(name, f"sip/{slug}", act, form, permission, title, button, tells=tells, back="sip")


SEE, SUMMON, ANSWER = Permission.SEE_CASES, Permission.SUMMON_TO_SIP, Permission.ANSWER_NOTICE
PLAN_ACTS: tuple[ActPage, ...] = (
    _row(offer_sip, "offer", SipOfferForm, SEE, "Erbjud SIP", "Spara erbjudande", offer),
    _row(record_sip_answer, "answer", SipAnswerForm, SEE, "Personens svar på SIP", "Spara svar", answer),
    replace(
        _row(change_sip_time, "time", SipTimeForm, SUMMON, "Ändra mötestid", "Ändra mötet", change),
        template="sip/time.html",
    ),
    _row(cancel_sip_meeting, "cancel", ReasonForm, SUMMON, "Ställ in SIP-mötet", "Ställ in", cancel),
    replace(
        _row(
            answer_sip_summons,
            "attend",
            SipSummonsAnswerForm,
            SEE,
            "Svara på kallelsen",
            "Svara",
            summons_answer,
        ),
        template="sip/answer.html",
    ),
    _row(
        answer_sip_substitute,
        "substitute",
        SubstituteForm,
        SUMMON,
        "Svara om ersättaren",
        "Spara svar",
        substitute,
    ),
    replace(
        _row(
            change_sip_participants,
            "participants",
            SipParticipantsForm,
            SUMMON,
            "Ändra deltagare",
            "Ändra deltagare",
            participants,
        ),
        template="sip/participants.html",
    ),
    _row(
        turn_meeting_to_phone,
        "to-phone",
        NoInputForm,
        SEE,
        "Länken fungerar inte",
        "Ta på telefon",
        to_phone,
    ),
    replace(
        _row(
            record_sip_meeting, "meeting", SipMeetingForm, SUMMON, "SIP-mötet är hållet", "Spara mötet", held
        ),
        template="sip/meeting.html",
    ),
    _row(establish_sip, "plan", SipPlanForm, SUMMON, "Upprätta SIP", "Upprätta", plan),
    _row(
        link_existing_sip, "existing", SipLinkForm, SUMMON, "SIP finns sedan tidigare", "Spara planen", link
    ),
    replace(
        _row(
            follow_up_sip,
            "follow-up",
            SipFollowUpForm,
            ANSWER,
            "Följ upp SIP",
            "Spara uppföljning",
            follow_up,
        ),
        then=_closing_next,
    ),
    _row(close_sip, "close", SipCloseForm, ANSWER, "Avsluta SIP", "Avsluta SIP", closing),
)
