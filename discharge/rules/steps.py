"""De åtta stegen: where the case stands in each. A view over what has happened, never a lock."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from .facts import CaseFacts
from .facts_of_scope import CARE_PLAN_STATUSES, OUTSIDE
from .facts_of_sip import PLANNED
from .handover_parts import missing_parts, missing_words
from .next_step import is_late
from .owed import Obligation
from .sip_required import sip_required
from .words import clock_words

State = Literal["not_due", "due", "late", "done", "not_applicable"]
Answer = tuple[State, str]
Open = dict[str, list[Obligation]]

STATE_WORDS: Final[dict[str, str]] = {
    "not_due": "Väntar",
    "due": "Pågår",
    "late": "Sent",
    "done": "Klart",
    "not_applicable": "Ej aktuellt",
}
ENDED: Final = "Ärendet är avslutat"


@dataclass(frozen=True, slots=True)
class Step:
    """``note`` is Swedish, may be empty, and stands after the state's word (``STATE_WORDS``)."""

    number: int
    key: str
    label: str
    state: State
    note: str


def steps(facts: CaseFacts, obligations: Sequence[Obligation], at: datetime) -> list[Step]:
    """Return the eight steps. ``obligations``: all duties of the case, open and met; ``at``: now, aware."""
    waiting: Open = {}
    for duty in obligations:
        if duty.met_at is None:
            waiting.setdefault(duty.code, []).append(duty)
    ended = bool(facts.deceased_at or facts.entered_in_error_at or facts.closed_at)
    found = []
    for number, (key, label, rule) in enumerate(STEPS, start=1):
        state, note = rule(facts, waiting, at)
        if ended and state != "done":
            state, note = "not_applicable", ENDED
        elif facts.scope.is_outside and state != "done":
            state, note = "not_applicable", OUTSIDE
        found.append(Step(number, key, label, state, note))
    return found


def current_step(all_steps: Sequence[Step]) -> Step | None:
    """Return the step to mark as current: the first that is late or under way."""
    return next((step for step in all_steps if step.state in ("late", "due")), None)


def _owed(waiting: Open, at: datetime, *codes: str) -> State | None:
    duties = [duty for code in codes for duty in waiting.get(code, ())]
    if not duties:
        return None
    return "late" if any(is_late(duty, at) for duty in duties) else "due"


def _admission_notice(facts: CaseFacts, waiting: Open, at: datetime) -> Answer:
    owed = _owed(
        waiting,
        at,
        "send_admission_notice",
        "choose_new_recipient",
        "no_municipality_in_case",
        "no_outpatient_in_case",
    )
    if facts.admission_notice_at is None:
        if facts.need_assessed_at is not None and owed is None:
            return "not_applicable", "Inget behov efter utskrivningen är bedömt"
        return owed or "not_due", ""
    told = [unit for unit in facts.units if unit.is_active]
    # Who forwarded the case has read for its organisation.
    read = [unit for unit in told if unit.state != "new" or unit.under]
    note = f"Kvitterat {len(read)}/{len(told)}" if told else ""
    return owed or "done", note


def _care_contact(facts: CaseFacts, waiting: Open, at: datetime) -> Answer:
    if facts.care_contact is not None:
        return "done", facts.care_contact.name
    owed = _owed(waiting, at, "name_care_contact")
    if owed is None and facts.admission_notice_at is not None:
        return "not_applicable", "Ingen öppenvård är berörd"
    return owed or "not_due", ""


def _planning(facts: CaseFacts, waiting: Open, at: datetime) -> Answer:
    units = facts.active_units
    if not units:
        return "not_due", ""
    ready = sum(unit.state == "ready_to_receive" for unit in units)
    if ready == len(units):
        return "done", f"{ready}/{len(units)}"
    if facts.discharged_at is not None:
        return "not_applicable", f"Utskriven när {ready} av {len(units)} var klara"
    return _owed(
        waiting, at, "start_planning", "report_ready_to_receive"
    ) or "due", f"{ready} av {len(units)}"


def _sip_summons(facts: CaseFacts, waiting: Open, at: datetime) -> Answer:
    if facts.summons_in_force is not None:
        return "done", clock_words(facts.summons_in_force, at)
    why_not = _no_sip(facts)
    if why_not:
        return "not_applicable", why_not
    for code, note in (
        ("assess_sip_need", "Behovet är inte bedömt"),
        ("record_sip_consent", "Samtycke är inte dokumenterat"),
        ("send_sip_summons", "Mötet är inställt" if facts.sip.cancelled_at else "Inte kallad"),
    ):
        owed = _owed(waiting, at, code)
        if owed:
            return owed, note
    return "not_due", ""


def _no_sip(facts: CaseFacts) -> str:
    if facts.legal_status in CARE_PLAN_STATUSES:
        return "samordnad vårdplan"
    if facts.sip_consent == "refused":
        return "Patienten har tackat nej"
    return "SIP behövs inte" if sip_required(facts) is False else ""


def _ready_notice(facts: CaseFacts, _waiting: Open, at: datetime) -> Answer:
    sent = [spell for spell in facts.spells if spell.end not in ("withdrawn", "annulled")]
    if sent:
        return "done", clock_words(sent[-1].sent_at, at)
    if facts.discharged_at is not None:
        return "not_applicable", "Utskriven utan underrättelse"
    return "not_due", "Återtagen" if facts.readiness == "withdrawn" else ""


def _discharge(facts: CaseFacts, waiting: Open, at: datetime) -> Answer:
    if facts.discharged_at is None:
        day = facts.expected_discharge
        return "not_due", f"Beräknad {day.day}/{day.month}" if day else ""
    owed = _owed(waiting, at, "send_handover", "complete_handover")
    if owed:
        sent = facts.leaving.first_sent_at
        return owed, missing_words(len(missing_parts(facts))) if sent else "Överlämning saknas"
    return "done", clock_words(facts.discharged_at, at)


def _sip_meeting(facts: CaseFacts, _waiting: Open, at: datetime) -> Answer:
    sip = facts.sip
    if sip.established_at is not None and sip.state not in ("summoned", "held"):
        return "done", "Finns sedan tidigare" if sip.existing else clock_words(sip.established_at, at)
    if sip.state == "held":
        return "due", "Mötet är hållet"
    if sip.state == "summoned" and sip.meeting_at is not None:
        return "not_due", f"Möte {clock_words(sip.meeting_at, at)}"
    why_not = _no_sip(facts)
    return ("not_applicable", why_not) if why_not else ("not_due", "")


def _sip_follow_up(facts: CaseFacts, _waiting: Open, at: datetime) -> Answer:
    sip = facts.sip
    if sip.state == "closed" and sip.closed_at is not None:
        return "done", f"Avslutad {clock_words(sip.closed_at, at)}"
    day = sip.follow_up_on
    if sip.state in PLANNED:
        word = "Uppföljd" if sip.state == "followed_up" else ""
        return "due", f"Uppföljning {day.day}/{day.month}" if day else word
    why_not = _no_sip(facts)
    return ("not_applicable", why_not) if why_not else ("not_due", "")


STEPS: Final[tuple[tuple[str, str, Callable[[CaseFacts, Open, datetime], Answer]], ...]] = (
    ("admission_notice", "Skicka inskrivningsmeddelande", _admission_notice),
    ("care_contact", "Utse fast vårdkontakt", _care_contact),
    ("planning", "Planera inför utskrivning", _planning),
    ("sip_summons", "Kalla till SIP", _sip_summons),
    ("ready_notice", "Meddela om utskrivningsklar", _ready_notice),
    ("discharge", "Meddela vid utskrivning", _discharge),
    ("sip_meeting", "Upprätta eller uppdatera SIP", _sip_meeting),
    ("sip_follow_up", "Följa upp och avsluta SIP", _sip_follow_up),
)
