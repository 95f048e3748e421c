"""Villkoren för betalningsansvar, LUS 5 kap. 3 och 5 §§: which are met, and who can fix what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from .admission_notice_due import admission_notice_due
from .case_payer import case_payer
from .facts import CaseFacts, ReadySpell
from .facts_of_scope import CARE_PLAN_STATUSES
from .sip_required import sip_required
from .sip_summons_due import sip_summons_due
from .swedish_words import short_day, short_moment

State = Literal["yes", "no", "not_needed", "unknown"]

WARD: Final = "Avdelningen"
OUTPATIENT: Final = "Öppenvården"
CONTACT: Final = "Fast vårdkontakt i öppenvården"
BOTH: Final = "Regionen och kommunen gemensamt"
DECISION: Final = "Kräver gemensamt beslut."


@dataclass(frozen=True, slots=True)
class Condition:
    """``sentence``: what is so; ``who``: who can change it ("" when nothing is missing). Both Swedish."""

    key: str
    label: str
    state: State
    sentence: str
    who: str = ""


def conditions(
    facts: CaseFacts, *, requires_summons: bool = True, protected: bool = False
) -> list[Condition]:
    """Return the conditions in the order of the statute. ``unknown`` never counts as met.

    ``requires_summons``: False when the agreement in force does not ask for the summons. ``protected``: the
    person has a protected identity, so no municipality is named.
    """
    summons = _summons(facts) if requires_summons else _no_summons_in_agreement()
    return [_notice(facts), _ready(facts), summons, _outpatient(facts), _payer(facts, protected)]


def _notice(facts: CaseFacts) -> Condition:
    key, label = "admission_notice", "Inskrivningsmeddelande i tid"
    if facts.admitted_at is None:
        return Condition(key, label, "unknown", "Inskrivningens tid är inte känd.", WARD)
    sent = facts.admission_notice_at
    due = admission_notice_due(facts.admitted_at, facts.need_assessed_at, sent)
    limit = short_moment(due.deadline)
    if sent is None:
        return Condition(key, label, "no", f"Inte skickat. Gränsen är {limit}.", WARD)
    said = f"Skickat {short_moment(sent)}, senast {limit}."
    if due.verdict == "late":
        return Condition(key, label, "no", f"{said} {DECISION}", BOTH)
    return Condition(key, label, "yes", said)


def _ready(facts: CaseFacts) -> Condition:
    key, label = "ready_notice", "Underrättelse skickad"
    spell = _counting(facts)
    if spell is not None:
        return Condition(key, label, "yes", f"Skickad {short_moment(spell.sent_at)}.")
    ended = facts.spells[-1].end if facts.spells else None
    words = {
        "withdrawn": "Underrättelsen är återtagen.",
        "annulled": "Underrättelsen är felregistrerad.",
    }
    return Condition(key, label, "no", words.get(ended or "", "Ingen underrättelse är skickad."), WARD)


def _counting(facts: CaseFacts) -> ReadySpell | None:
    """The ready notice that the count rests on: the last one, unless it was taken back."""
    last = facts.spells[-1] if facts.spells else None
    return last if last and last.end not in ("withdrawn", "annulled") else None


def _no_summons_in_agreement() -> Condition:
    said = "Överenskommelsen har inget villkor om kallelse."
    return Condition("sip_summons", "Kallelse till SIP (krävs ej)", "not_needed", said)


def _summons(facts: CaseFacts) -> Condition:
    key, needed = "sip_summons", sip_required(facts)
    if facts.legal_status in CARE_PLAN_STATUSES:
        said = "SIP krävs inte: en samordnad vårdplan gäller i stället vid ÖPT och ÖRV (LUS 4:1)."
        return Condition(key, "Kallelse till SIP (krävs ej)", "not_needed", said)
    if needed is False or facts.sip_consent == "refused":
        said = (
            "SIP krävs inte: behovet gäller inte både region och kommun, eller är bedömt som inte aktuellt."
            if needed is False
            else "Patienten har sagt nej. Då gäller inte villkoret om kallelse."
        )
        return Condition(key, "Kallelse till SIP (krävs ej)", "not_needed", said)
    label = "Kallelse till SIP (krävs)"
    if needed is None and not _summoned_in_time(facts):
        label = "Kallelse till SIP (om SIP krävs)"
        return Condition(key, label, "unknown", "Behovet av SIP är inte bedömt.", OUTPATIENT)
    if facts.sip_consent == "unknown":
        said = "Patientens samtycke till kallelsen är inte dokumenterat."
        return Condition(key, label, "unknown", said, WARD)
    return _summons_verdict(facts, key, label)


def _summoned_in_time(facts: CaseFacts) -> bool:
    spell = _counting(facts)
    if facts.summons_in_force is None:
        return False
    return spell is None or sip_summons_due(spell.sent_at, facts.summons_at).verdict == "in_time"


def _summons_verdict(facts: CaseFacts, key: str, label: str) -> Condition:
    spell = _counting(facts)
    if facts.sip.cancelled_at is not None and facts.summons_at is not None:
        said = f"Skickad {short_moment(facts.summons_at)}, men mötet är inställt. {DECISION}"
        return Condition(key, label, "unknown", said, BOTH)
    if facts.summons_at is None:
        limit = f" Senast {short_day(sip_summons_due(spell.sent_at, None).extended_due)}." if spell else ""
        return Condition(key, label, "no", f"Ingen kallelse är skickad.{limit}", CONTACT)
    said = f"Skickad {short_moment(facts.summons_at)}"
    verdict = sip_summons_due(spell.sent_at, facts.summons_at).verdict if spell else "in_time"
    if verdict == "late":
        return Condition(key, label, "no", f"{said}, för sent. {DECISION}", BOTH)
    if verdict == "in_time_extended":
        said = f"{said}, inom tiden som förlängts över lediga dagar. {DECISION}"
        return Condition(key, label, "unknown", said, BOTH)
    return Condition(key, label, "yes", f"{said}.")


def _outpatient(facts: CaseFacts) -> Condition:
    key, label = "outpatient_clear", "Öppenvårdens insatser klara"
    if facts.outpatient_clear_at is not None:
        return Condition(key, label, "yes", f"Klara sedan {short_moment(facts.outpatient_clear_at)}.")
    if facts.need_outpatient is False:
        return Condition(key, label, "not_needed", "Patienten behöver inga insatser från öppenvården.")
    if facts.need_outpatient is None:
        return Condition(key, label, "unknown", "Behovet av öppenvård är inte bedömt.", WARD)
    return Condition(key, label, "no", "Öppenvården har inte sagt att insatserna är klara.", OUTPATIENT)


def _payer(facts: CaseFacts, protected: bool) -> Condition:
    key, label = "payer", "Rätt betalande kommun"
    # What a case knows of residence has no dates, so every day gives the same answer.
    payer = case_payer(facts, date.max, protected=protected)
    if payer.because == "placing":
        return Condition(key, label, "yes", f"Kommun {payer.municipality_code} har placerat patienten.")
    if payer.because == "registered":
        return Condition(key, label, "yes", f"Folkbokförd i kommun {payer.municipality_code}.")
    return Condition(key, label, "unknown", f"{payer.reason} Dagar kan räknas, men inga pengar.", BOTH)
