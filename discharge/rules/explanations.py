"""Förklaring till varje dag: one Swedish sentence per ledger day, its rule and the reading we chose.

Screens, API and month report quote the same text. Nothing here decides; it tells what was decided and why.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Final

from discharge.rules.admission_notice_due import admission_notice_due
from discharge.rules.day_codes import DayCode
from discharge.rules.interpretations import on_screen
from discharge.rules.ledger_day import DayInPeriod, undecided
from discharge.rules.payment_liability import is_sent_at_cutoff, is_sent_late
from discharge.rules.swedish_words import opening, short_day, short_moment
from lus.swedish_time import ONE_DAY, local_date

Say = Callable[[DayInPeriod], str]


def explain_day(at: DayInPeriod, code: DayCode) -> str:
    """The explanation of a date inside a period: sentence, rule, and any interpretation it leans on."""
    sentence = f"{opening(short_day(at.day))} {_SENTENCES[code](at)}."
    return " ".join((sentence, _rule(at), *_interpretations(at, code)))


def explain_without_period(day: date, code: DayCode) -> str:
    """The explanation of a date on which no ready notice was in force."""
    why = _CLOSED.get(code, "patienten var inte utskrivningsklar")
    return f"{opening(short_day(day))} räknas inte: {why}."


_CLOSED: Final = {
    DayCode.DISCHARGE_DAY: "patienten skrevs ut den dagen",
    # A death is never spelled out in what lists and units see.
    DayCode.DEATH_DAY: "ärendet avslutades den dagen",
    DayCode.TRANSFER_DAY: "patienten flyttades över till en annan enhet den dagen",
}


def _rule(at: DayInPeriod) -> str:
    reading = at.count.terms.interpretations.get("D-01")
    return f"Regel {at.count.terms.title}{f', tolkning {reading}' if reading else ''}."


def _sent(at: DayInPeriod) -> str:
    return f"underrättelsen skickades {short_moment(at.count.period.sent_at)}{_against_cutoff(at)}"


def _against_cutoff(at: DayInPeriod) -> str:
    cutoff, sent = at.count.terms.cutoff_time, at.count.period.sent_at
    if at.count.terms.cutoff_rule == "none" or cutoff is None:
        return ""
    clock = f"{cutoff:%H.%M}"
    if is_sent_at_cutoff(sent, at.count.terms):
        return f" (exakt {clock})"
    return f" (efter {clock})" if is_sent_late(sent, at.count.terms) else f" (före {clock})"


def _grace_over(at: DayInPeriod) -> str:
    if at.count.grace_days < 1:
        return f"dag noll var {short_day(at.count.day_zero)}"
    return f"fristdagarna tog slut {short_day(at.count.first_liable_day - ONE_DAY)}"


def _uncounted(why: str) -> Say:
    return lambda at: f"räknas inte: {why}"


def _unmet(why: str) -> Say:
    return lambda at: f"är ingen betalningsdag: {_grace_over(at)}, men {why}"


def _grace(at: DayInPeriod) -> str:
    return f"är fristdag {(at.day - at.count.day_zero).days} av {at.count.grace_days}: {_sent(at)}"


def _withdrawn(at: DayInPeriod) -> str:
    closed = at.count.period.closed_at
    when = f" {short_moment(closed)}" if closed else ""
    return f"räknas inte: underrättelsen återtogs{when}"


def _pending(at: DayInPeriod) -> str:
    last = short_day(at.count.summons.extended_due)
    return f"är inte avgjord: kallelse till SIP är inte skickad, sista dag är {last}"


def _never_summoned(at: DayInPeriod) -> str:
    return _unmet(
        f"kallelse till SIP skickades inte, sista dag var {short_day(at.count.summons.extended_due)}"
    )(at)


def _late_notice(at: DayInPeriod) -> str:
    facts = at.facts
    due = admission_notice_due(facts.admitted_at, facts.need_assessed_at, facts.admission_notice_at)
    sent = short_moment(facts.admission_notice_at) if facts.admission_notice_at else ""
    limit = short_moment(due.deadline)
    return f"kräver gemensamt beslut: inskrivningsmeddelandet skickades {sent}, gränsen var {limit}"


def _consent_unknown(at: DayInPeriod) -> str:
    if at.facts.sip_consent == "unknown":
        return "kräver gemensamt beslut: det är inte känt om patienten samtycker till SIP"
    return "kräver gemensamt beslut: det är inte känt om SIP krävs"


def _summons_after(at: DayInPeriod) -> str:
    sent = short_moment(at.facts.summons_at) if at.facts.summons_at else ""
    due = at.count.summons
    last = short_day(due.raw_due)
    if due.verdict == "in_time_extended":
        last += f", förlängd till {short_day(due.extended_due)}"
    return f"kräver gemensamt beslut: kallelse till SIP skickades {sent}, sista dag var {last}"


def _called_off(at: DayInPeriod) -> str:
    sent = short_moment(at.facts.summons_at) if at.facts.summons_at else ""
    return f"kräver gemensamt beslut: kallelsen till SIP skickades {sent}, men mötet ställdes in"


def _met(at: DayInPeriod) -> str:
    if at.facts.ruling is not None and undecided(at) is not None:
        return f"{_grace_over(at)} och dagen räknas enligt gemensamt beslut"
    return f"{_grace_over(at)} och alla villkor är uppfyllda"


_SENTENCES: Final[dict[DayCode, Say]] = {
    DayCode.ANNULLED: _uncounted("underrättelsen var felregistrerad"),
    DayCode.WITHDRAWAL_DAY: _withdrawn,
    **{code: _uncounted(why) for code, why in _CLOSED.items()},
    DayCode.EXCLUDED_LEGAL_STATUS: _uncounted("vårdformen omfattas inte av överenskommelsen"),
    DayCode.LEAVE: _uncounted("patienten hade permission hela dygnet"),
    DayCode.BEFORE_DAY_ZERO: lambda at: (
        f"räknas inte: {_sent(at)}, dag noll är {short_day(at.count.day_zero)}"
    ),
    DayCode.DAY_ZERO: lambda at: f"är dag noll: {_sent(at)}",
    DayCode.GRACE: _grace,
    DayCode.NOT_LIABLE_OUTPATIENT: _unmet("öppenvårdens insatser var inte bekräftade"),
    DayCode.NOT_LIABLE_NO_ADMISSION_NOTICE: _unmet("inskrivningsmeddelande har inte skickats"),
    DayCode.NOT_LIABLE_OBJECTION: _unmet("patienten eller företrädaren har motsatt sig insatser"),
    DayCode.PENDING_SUMMONS: _pending,
    DayCode.NOT_LIABLE_NO_SUMMONS: _never_summoned,
    DayCode.BLOCKED_LATE_ADMISSION_NOTICE: _late_notice,
    DayCode.BLOCKED_CONSENT_UNKNOWN: _consent_unknown,
    DayCode.BLOCKED_SUMMONS_EXTENDED: _summons_after,
    DayCode.BLOCKED_LATE_SUMMONS: _summons_after,
    DayCode.BLOCKED_SUMMONS_CANCELLED: _called_off,
    DayCode.BLOCKED_LATE_REGISTRATION: _unmet(
        "ett meddelande är efterregistrerat från papper, och mottagaren har inte bekräftat det"
    ),
    DayCode.NOT_LIABLE_DECISION: _unmet("ett gemensamt beslut undantar dagen"),
    DayCode.LIABLE: lambda at: f"är betalningsdag: {_met(at)}",
    DayCode.LIABLE_SHADOW: lambda at: f"räknas i skuggberäkning, inget att betala: {_met(at)}",
}

_ALWAYS: Final = {
    DayCode.WITHDRAWAL_DAY: "D-07",
    DayCode.TRANSFER_DAY: "D-08",
    DayCode.DISCHARGE_DAY: "D-03",
    DayCode.LEAVE: "D-10",
    DayCode.BLOCKED_LATE_ADMISSION_NOTICE: "D-04",
    DayCode.BLOCKED_LATE_SUMMONS: "D-04",
    DayCode.BLOCKED_SUMMONS_EXTENDED: "D-14",
}
_COUNTED: Final = {DayCode.LIABLE, DayCode.LIABLE_SHADOW}


def _interpretations(at: DayInPeriod, code: DayCode) -> Iterator[str]:
    terms, facts = at.count.terms, at.facts
    if code in _ALWAYS:
        yield on_screen(_ALWAYS[code])
    if code in {DayCode.BEFORE_DAY_ZERO, DayCode.DAY_ZERO} and is_sent_at_cutoff(
        at.count.period.sent_at, terms
    ):
        which = "nästa dag" if is_sent_late(at.count.period.sent_at, terms) else "samma dag"
        yield on_screen("D-02", cutoff=f"{terms.cutoff_time:%H.%M}", which=which)
    if code in {DayCode.GRACE, *_COUNTED} and "D-01" in terms.interpretations:
        yield _reading(at)
    if code in {DayCode.GRACE, *_COUNTED} and terms.day_kind == "weekday":
        yield on_screen("D-12")
    if code not in _COUNTED:
        return
    if facts.sip_consent == "refused" and facts.sip_required is not False and terms.requires_summons:
        yield on_screen("D-11")
    if facts.outpatient_needed is not False and _cleared_on(at):
        yield on_screen("D-15")
    if code is DayCode.LIABLE_SHADOW:
        yield _not_active(at)


def _cleared_on(at: DayInPeriod) -> bool:
    return any(local_date(since) == at.day for since, _until in at.facts.outpatient_clear)


def _reading(at: DayInPeriod) -> str:
    """D-01 in figures: the default text names two free days, agreements with another number say their own."""
    terms = at.count.terms
    if terms.interpretations["D-01"] == "A" and terms.first_liable_offset == 3:
        return on_screen("D-01")
    last, first = terms.first_liable_offset - 1, terms.first_liable_offset
    reading = terms.interpretations["D-01"]
    return (
        f"Tolkning: Dag noll till och med dag {last} är fria; "
        f"betalningsdag från och med dag {first} (läsning {reading})."
    )


def _not_active(at: DayInPeriod) -> str:
    active_from = at.count.terms.payment_active_from
    if active_from is None:
        return "Betalningsansvaret är inte aktiverat i överenskommelsen."
    return on_screen("D-18", active_from=active_from.isoformat())
