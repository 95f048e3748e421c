"""*SIP* on the case page: is a joint plan needed, does the patient agree, and when must the summons go."""

from datetime import datetime
from typing import Any

from discharge.queries.case_page import CasePage
from discharge.rules.facts import EventFact
from discharge.rules.facts_of_scope import CARE_PLAN_STATUSES
from discharge.rules.sip_not_open import LEGAL_WORDS
from discharge.rules.sip_required import sip_required
from discharge.rules.sip_summons_due import sip_summons_due
from lus.swedish_time import local_date
from lus.web.words import day, moment

Words = dict[str, Any]
CARE_PLAN_ACT = "record_care_plan_instead"
GIVEN_BY = {"self": "personen själv", "guardian": "vårdnadshavare", "representative": "företrädare"}


def sip_section(page: CasePage, acts: list[str], at: datetime) -> Words:
    """Return ``{ticks, acts}`` for the section; ``acts``: what the viewer can do now."""
    if page.facts.legal_status in CARE_PLAN_STATUSES:
        return {"ticks": [_care_plan(page, at)], "acts": [act for act in acts if act == CARE_PLAN_ACT]}
    return {
        "ticks": [_need(page, at), _consent(page, at), _summons(page, at)],
        "acts": [act for act in acts if act in ("assess_sip_need", "record_sip_consent", "send_sip_summons")],
    }


def _care_plan(page: CasePage, at: datetime) -> Words:
    made, form = page.facts.scope.care_plan_at, LEGAL_WORDS[page.facts.legal_status]
    return {
        "state": "ja" if made else "saknas",
        "what": "Samordnad vårdplan",
        "word": "Upprättad" if made else "Inte upprättad",
        "detail": f"Ersätter SIP vid {form} (LUS 4:1).{f' Upprättad {moment(made, at)}.' if made else ''}",
    }


def _last(page: CasePage, name: str) -> EventFact | None:
    return next((event for event in reversed(page.facts.events) if event.name == name), None)


def _need(page: CasePage, at: datetime) -> Words:
    event, needed = _last(page, "sip_need_assessed"), sip_required(page.facts)
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
        f"Bedömt {moment(event.recorded_at, at)} av {event.unit_name or event.actor_name}. {said}".strip()
    )
    return {"state": "ja", "what": "Behov", "word": "Behövs" if needed else "Behövs inte", "detail": detail}


def _consent(page: CasePage, at: datetime) -> Words:
    answers = ("consent_recorded", "consent_withdrawn")
    asked = [
        event for event in page.facts.events if event.name in answers and event.data["kind"] == "sip_summons"
    ]
    if not asked:
        detail = "Utan svar kan ingen kalla, och betalningsdagar kan inte avgöras (LUS 4:2)."
        return {"state": "saknas", "what": "Samtycke", "word": "Ej frågad", "detail": detail}
    event = asked[-1]
    taken_back = event.name == "consent_withdrawn"
    given = event.data.get("state") == "given"
    word = "Återtaget" if taken_back else "Ja" if given else "Nej"
    who = GIVEN_BY.get(event.data.get("given_by", ""), "")
    by = f" av {who}" if who else ""
    return {
        "state": "ja" if given else "info",
        "what": "Samtycke",
        "word": word,
        "detail": f"{'Återtaget' if taken_back else 'Lämnat'} {moment(event.recorded_at, at)}{by}.",
    }


def _summons(page: CasePage, at: datetime) -> Words:
    facts = page.facts
    event = _last(page, "sip_summons_sent")
    if event is not None:
        meeting = moment(datetime.fromisoformat(event.data["meeting_at"]), at)
        detail = f"Skickad {moment(event.recorded_at, at)}. Möte {meeting}, {event.data['place']}. {_limit(page, at)}"
        return {"state": "ja", "what": "Kallelse", "word": "Skickad", "detail": detail.strip()}
    if sip_required(facts) is False or facts.sip_consent == "refused":
        return {"state": "info", "what": "Kallelse", "word": "Krävs inte"}
    limit = _limit(page, at) or "Tre dagar räknas från underrättelsen om utskrivningsklar. Tidigare går bra."
    return {"state": "saknas", "what": "Kallelse", "word": "Ingen kallelse ännu", "detail": limit}


def _limit(page: CasePage, at: datetime) -> str:
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
