"""*Vad händer om jag skickar nu?*: the ready notice's consequence, computed by the server at each showing."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from discharge.forms.act_form import ActContext
from discharge.queries.agreements import PaymentStart, payment_start_for
from discharge.queries.weekend import planned_day
from discharge.rules.admission_notice_due import admission_notice_due
from discharge.rules.facts import CaseFacts
from discharge.rules.facts_of_scope import CARE_PLAN_STATUSES, OUTSIDE
from discharge.rules.obligations import summoning_unit
from discharge.rules.sip_summons_due import sip_summons_due
from lus.swedish_time import local_date
from lus.web.words import clock, day, moment, near_day

from .act_tells import names_of
from .weekend_tells import weekend_alerts

Row = Mapping[str, Any]


def ready_notice(context: ActContext) -> Mapping[str, Any]:
    """Return the consequence, what stands before sending, and the guard for a weekend."""
    facts, at = context.page.facts, context.at
    start = payment_start_for(facts, at)
    return {
        "consequence": {"heading": f"Om du skickar nu, {clock(at)}", "rows": _rows(context, start)},
        "ticks": {"heading": "Innan du skickar", "rows": _before(context)},
        "alerts": weekend_alerts(context, planned_day(facts, at)),
    }


def _rows(context: ActContext, start: PaymentStart | None) -> list[Row]:
    facts, at = context.page.facts, context.at
    why = f"räknas inte: {OUTSIDE.lower()}" if facts.scope.is_outside else "räknas inte i det här ärendet"
    rows = _count_rows(start, at) if start else [{"term": "Dagar", "fact": why}]
    if facts.legal_status in CARE_PLAN_STATUSES:
        rows.append({"term": "Underrättelsen", "fact": "är chefsöverläkarens enligt LPT 7 a § (LUS 3:1)"})
    rows += _summons_row(context)
    units = len(facts.active_units)
    return [
        *rows,
        {"term": "Får besked", "fact": f"{units} {'enhet' if units == 1 else 'enheter'}, kvittens begärs"},
    ]


def _count_rows(start: PaymentStart, at: datetime) -> list[Row]:
    today = local_date(at)
    zero, first = start.day_zero, start.first_liable_day
    in_time = zero == today
    fact = f"{near_day(zero, today)}, {day(zero, today)}" if (zero - today).days < 2 else day(zero, today)
    note = "skickas före gränsen" if in_time else "skickas efter gränsen"
    rows: list[Row] = [{"term": "Dag noll", "fact": fact, "note": note}]
    rows.append({"term": "Fristdagar", "fact": _free_days(zero, first, today)})
    return [*rows, {"term": "Första möjliga betalningsdag", "fact": day(first, today), "note": "beräkning"}]


def _free_days(zero: date, first: date, today: date) -> str:
    between = [zero + timedelta(days=ahead) for ahead in range(1, (first - zero).days)]
    if not between:
        return "inga"
    words = [day(chosen, today) for chosen in between]
    return " och ".join(words) if len(words) < 3 else f"{words[0]} till {words[-1]}"


def _summons_row(context: ActContext) -> list[Row]:
    facts, at = context.page.facts, context.at
    if facts.legal_status in CARE_PLAN_STATUSES:
        return [{"term": "SIP", "fact": "ersätts av samordnad vårdplan"}]
    if facts.sip_needed is False or facts.sip_consent == "refused":
        return [{"term": "Kallelse till SIP", "fact": "krävs inte"}]
    if facts.summons_in_force:
        return [{"term": "Kallelse till SIP", "fact": f"skickad {moment(facts.summons_in_force, at)}"}]
    due, today = sip_summons_due(at, None), local_date(at)
    unit = summoning_unit(facts)
    words = day(due.raw_due, today)
    if due.extended_due != due.raw_due:
        words += f", förlängd till {day(due.extended_due, today)}"
    row = {"term": "Kallelse till SIP senast", "fact": words}
    return [{**row, "note": names_of(context, [unit.unit_id])} if unit else row]


def _before(context: ActContext) -> list[Row]:
    facts = context.page.facts
    return [_notice(facts, context.at), _contact(facts), _sip(facts), _handling(facts)]


def _notice(facts: CaseFacts, at: datetime) -> Row:
    sent = facts.admission_notice_at
    if sent is None or facts.admitted_at is None:
        return {"state": "saknas", "what": "Inskrivningsmeddelande", "word": "Inte skickat"}
    due = admission_notice_due(facts.admitted_at, facts.need_assessed_at, sent)
    late = due.verdict == "late"
    return {
        "state": "saknas" if late else "ja",
        "what": "Inskrivningsmeddelande i tid",
        "word": "För sent" if late else "Uppfyllt",
        "detail": f"Skickat {moment(sent, at)}",
    }


def _contact(facts: CaseFacts) -> Row:
    if facts.care_contact is None:
        return {
            "state": "saknas",
            "what": "Fast vårdkontakt",
            "word": "Ej utsedd",
            "detail": "Stoppar inte. Öppenvården ska utse före utskrivningen.",
        }
    return {
        "state": "ja",
        "what": "Fast vårdkontakt utsedd",
        "word": "Uppfyllt",
        "detail": facts.care_contact.name,
    }


def _sip(facts: CaseFacts) -> Row:
    if facts.sip_needed is None:
        return {"state": "info", "what": "SIP-behov ej bedömt", "detail": "Stoppar inte."}
    return {
        "state": "ja",
        "what": "SIP-behov bedömt",
        "word": "Behövs" if facts.sip_needed else "Behövs inte",
    }


def _handling(facts: CaseFacts) -> Row:
    units = facts.active_units
    ready = sum(unit.state == "ready_to_receive" for unit in units)
    return {
        "state": "info",
        "what": f"Klara att ta emot: {ready} av {len(units)} enheter",
        "detail": "Bara information.",
    }
