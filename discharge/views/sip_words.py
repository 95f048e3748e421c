"""*SIP* on the case page: is a joint plan needed, what does the patient say, who comes, and what became of it."""

from datetime import datetime
from typing import Any

from discharge.queries.shown_page import ShownPage
from discharge.rules.facts import EventFact
from discharge.rules.facts_of_scope import CARE_PLAN_STATUSES
from discharge.rules.facts_of_sip import PRINCIPALS, STATE_WORDS
from discharge.rules.plan_shown import WITHHELD, plan_is_shown
from discharge.rules.sip_choices import REQUESTED_BY
from discharge.rules.sip_not_open import LEGAL_WORDS, SIP_ACTS
from discharge.rules.sip_required import sip_required
from discharge.rules.sip_summons_due import sip_summons_due
from lus.swedish_time import local_date
from lus.web.words import day, moment, near_day

from .consent_words import IN_CONSENTS
from .sip_meeting_words import IN_PANEL
from .sip_poll_words import poll_ticks

Words = dict[str, Any]
CARE_PLAN_ACT = "record_care_plan_instead"
GIVEN_BY = {"self": "personen själv", "guardian": "vårdnadshavare", "representative": "företrädare"}
NOT_YET = "Tre dagar räknas från underrättelsen om utskrivningsklar. Tidigare går bra."
ANSWERED = {"comes": "kommer", "cannot": "kan inte", "sends_other": "skickar någon annan"}


def sip_section(page: ShownPage, acts: list[str], at: datetime) -> Words:
    """Return ``{ticks, acts}`` for the section; ``acts``: what the viewer can do now."""
    if page.facts.legal_status in CARE_PLAN_STATUSES:
        wanted = (CARE_PLAN_ACT, "cancel_sip_meeting", "close_sip")
        return {"ticks": [_care_plan(page, at)], "acts": [act for act in acts if act in wanted]}
    ticks = [_need(page, at), _offer(page, at), *poll_ticks(page, at), _summons(page, at)]
    ticks += _meeting(page, at)
    shown = [act for act in acts if act in SIP_ACTS and act not in IN_CONSENTS and act not in IN_PANEL]
    return {"ticks": [*ticks, *_plan(page, at)], "acts": shown}


def _care_plan(page: ShownPage, at: datetime) -> Words:
    made, form = page.facts.scope.care_plan_at, LEGAL_WORDS[page.facts.legal_status]
    return {
        "state": "ja" if made else "saknas",
        "what": "Samordnad vårdplan",
        "word": "Upprättad" if made else "Inte upprättad",
        "detail": f"Ersätter SIP vid {form} (LUS 4:1).{f' Upprättad {moment(made, at)}.' if made else ''}",
    }


def _last(page: ShownPage, *names: str, kind: str = "") -> EventFact | None:
    return next(
        (
            event
            for event in reversed(page.facts.events)
            if event.name in names and kind in ("", event.data.get("kind"))
        ),
        None,
    )


def _need(page: ShownPage, at: datetime) -> Words:
    event, needed = _last(page, "sip_need_assessed", "sip_reopened"), sip_required(page.facts)
    if event is None:
        word = "Krävs inte" if needed is False else "Inte bedömt"
        detail = (
            "Insatserna gäller bara en huvudman." if needed is False else "Öppenvården bedömer (LUS 4:1)."
        )
        return {
            "state": "info" if needed is False else "saknas",
            "what": "Behov",
            "word": word,
            "detail": detail,
        }
    said = event.data.get("reason", "")
    detail = (
        f"{_requested(page, at)}Bedömt {moment(event.recorded_at, at)} av "
        f"{event.unit_name or event.actor_name}. {said}"
    ).strip()
    return {"state": "ja", "what": "Behov", "word": "Behövs" if needed else "Behövs inte", "detail": detail}


def _requested(page: ShownPage, at: datetime) -> str:
    """``Personen själv bad om SIP i går. ``, or "" when nobody asked."""
    sip = page.facts.sip
    if sip.requested_on is None:
        return ""
    return f"{REQUESTED_BY[sip.requested_by]} bad om SIP {near_day(sip.requested_on, local_date(at))}. "


def _offer(page: ShownPage, at: datetime) -> Words:
    event = _last(page, "sip_offered", "sip_accepted_by_person", "sip_declined_by_person")
    if event is None:
        return {"state": "info", "what": "Erbjudande", "word": "Inte dokumenterat"}
    word = {"sip_offered": "Väntar på svar", "sip_accepted_by_person": "Ja"}.get(event.name, "Nej")
    by = GIVEN_BY.get(event.data.get("given_by", ""), "")
    said = (
        f"Svar {moment(event.recorded_at, at)} av {by}."
        if by
        else f"Erbjuden {moment(event.recorded_at, at)}."
    )
    reason = event.data.get("reason", "")
    state = {"sip_offered": "saknas", "sip_accepted_by_person": "ja"}.get(event.name, "info")
    return {"state": state, "what": "Erbjudande", "word": word, "detail": f"{said} {reason}".strip()}


def _summons(page: ShownPage, at: datetime) -> Words:
    facts, event = page.facts, _last(page, "sip_summons_sent")
    if event is not None:
        sent, word = f"Skickad {moment(event.recorded_at, at)}.", "Skickad"
        if facts.sip.cancelled_at is not None:
            word, sent = (
                "Mötet inställt",
                f"{sent} Inställt {moment(facts.sip.cancelled_at, at)}. Kalla på nytt.",
            )
        elif facts.sip.state == "summoned" and facts.sip.meeting_at is not None:
            sent += f" Möte {moment(facts.sip.meeting_at, at)}, {facts.sip.place}."
        state = "saknas" if facts.sip.cancelled_at else "ja"
        return {
            "state": state,
            "what": "Kallelse",
            "word": word,
            "detail": f"{sent} {_limit(page, at)}".strip(),
        }
    if sip_required(facts) is False or facts.sip_consent == "refused":
        return {"state": "info", "what": "Kallelse", "word": "Krävs inte"}
    limit = _limit(page, at) or (NOT_YET if facts.ward_id else "Kalla utan dröjsmål.")
    return {"state": "saknas", "what": "Kallelse", "word": "Ingen kallelse ännu", "detail": limit}


def _meeting(page: ShownPage, at: datetime) -> list[Words]:
    """Return one row per called unit while it is called, and one for the meeting when it is held."""
    sip = page.facts.sip
    rows = [_answer(page, unit_id, at) for unit_id in sip.called] if sip.state == "summoned" else []
    if sip.held_at is not None:
        rows.append(
            {"state": "ja", "what": "Möte", "word": "Hållet", "detail": f"{moment(sip.held_at, at)}."}
        )
    return rows


def _answer(page: ShownPage, unit_id: str, at: datetime) -> Words:
    unit, said = page.units.get(unit_id), page.facts.sip.answer_of(unit_id)
    what = unit.name if unit else "En enhet"
    if said is None:
        return {"state": "saknas", "what": what, "word": "har inte svarat"}
    word = ANSWERED[said.answer]
    return {
        "state": "ja" if said.answer != "cannot" else "info",
        "what": what,
        "word": word,
        "detail": said.text,
    }


def _plan(page: ShownPage, at: datetime) -> list[Words]:
    sip, today = page.facts.sip, local_date(at)
    if sip.established_at is None:
        return []
    follow = f" Uppföljning {day(sip.follow_up_on, today)}." if sip.follow_up_on else ""
    whose = PRINCIPALS[sip.responsible].lower()
    says = sip.goals.rstrip(".") if plan_is_shown(page.facts, at) else WITHHELD
    detail = f"{says}. Övergripande ansvar: {whose}.{follow}"
    state = sip.state if sip.state in ("established", "followed_up", "closed") else "established"
    return [
        {"state": "ja", "what": f"Plan, version {sip.version}", "word": STATE_WORDS[state], "detail": detail}
    ]


def _limit(page: ShownPage, at: datetime) -> str:
    spell = page.facts.open_spell
    if spell is None:
        return ""
    due, today = sip_summons_due(spell.sent_at, None), local_date(at)
    if due.raw_due == due.extended_due:
        return f"Sista dag {day(due.raw_due, today)} (LUS 4:3)."
    return (
        f"Sista dag {day(due.raw_due, today)}, förlängd till {day(due.extended_due, today)} "
        "(vår tolkning av lag 1930:173)."
    )
