"""Får det göras?, about moves, leave, legal status and the act's reach: what the table of stages cannot tell."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from .facts import CaseFacts
from .facts_of_scope import CARE_PLAN_STATUSES, OUTSIDE
from .last_event import last_event
from .refusal import Refusal
from .words import clock_words, who_and_when

Guard = Callable[[CaseFacts, datetime | None], Refusal | None]

# Intern rutin (assumption): later than this a new stay is a new case, joined in the care chain.
REOPENED_WITHIN: Final = timedelta(days=30)
SEE_CASE: Final = "Ni behöver inte göra något mer."


def chain_refusal(act: str, facts: CaseFacts, unit_id: str | None, at: datetime | None) -> Refusal | None:
    """Return why ``act`` cannot be done, or None. A ward that the patient has left owns nothing any more."""
    if unit_id is not None and unit_id in facts.chain.former_wards():
        event = last_event(facts, ("ward_changed",))
        when = f" {clock_words(event.happened_at, at)}" if event else ""
        said = f"Patienten bytte avdelning{when}. Den nya avdelningen äger ärendet."
        advice = "Kontakta den nya avdelningen. Ni kan läsa det ni hade."
        return Refusal("not-owner", "Bara avdelningen kan göra detta", said, advice)
    guard = GUARDS.get(act)
    return guard(facts, at) if guard else None


def _done(
    facts: CaseFacts, at: datetime | None, names: tuple[str, ...], words: str, advice: str = SEE_CASE
) -> Refusal:
    event = last_event(facts, names)
    detail = f"{words} {who_and_when(event, at)}." if event else f"{words}."
    return Refusal("already-done", "Redan gjort", detail, advice, event.event_id if event else None)


def _nothing(said: str, advice: str) -> Refusal:
    return Refusal("stage-not-allowed", "Åtgärden passar inte ärendets läge", said, advice)


def _confirm(facts: CaseFacts, at: datetime | None) -> Refusal | None:
    now = facts.chain.now
    if now is None or not now.from_another:
        return _nothing("Patienten har inte flyttats hit.", "Det finns ingen flytt att bekräfta.")
    if now.confirmed_at is not None:
        return _done(facts, at, ("ward_change_confirmed",), "Flytten är redan bekräftad")
    return None


def _start_leave(facts: CaseFacts, at: datetime | None) -> Refusal | None:
    if facts.stay != "on_leave":
        return None
    return _done(
        facts, at, ("leave_started",), "Permission är redan registrerad", "Registrera när patienten är åter."
    )


def _end_leave(facts: CaseFacts, at: datetime | None) -> Refusal | None:
    if facts.stay != "admitted":
        return None
    if facts.leave:
        return _done(facts, at, ("leave_ended",), "Permissionen är redan avslutad")
    return _nothing("Patienten är inte på permission.", "Registrera permissionen först.")


def _transferred(facts: CaseFacts, at: datetime | None) -> Refusal | None:
    if facts.stay != "transferred":
        return None
    return _done(facts, at, ("patient_transferred",), "Patienten är redan överflyttad")


def _reopen(facts: CaseFacts, at: datetime | None) -> Refusal | None:
    if facts.closed_at is None:
        return _done(facts, at, ("case_reopened",), "Ärendet är redan öppet")
    if facts.stay != "deceased" and at is not None and at - facts.closed_at > REOPENED_WITHIN:
        said = f"Ärendet avslutades {clock_words(facts.closed_at, at)}, för mer än 30 dagar sedan (intern rutin)."
        advice = "Registrera ett nytt ärende om patienten är inskriven."
        return Refusal("too-late", "För sent att återöppna", said, advice)
    return None


def _care_plan(facts: CaseFacts, at: datetime | None) -> Refusal | None:
    if facts.legal_status not in CARE_PLAN_STATUSES:
        return _nothing(
            "Samordnad vårdplan gäller bara ÖPT och ÖRV (LUS 4 kap. 1 §).",
            "Ändra den rättsliga formen först.",
        )
    if facts.scope.care_plan_at is not None:
        return _done(
            facts, at, ("sip_replaced_by_care_plan",), "Den samordnade vårdplanen är redan registrerad"
        )
    return None


def _outside(facts: CaseFacts, at: datetime | None) -> Refusal | None:
    if facts.scope.is_outside:
        return _done(facts, at, ("marked_outside_act",), f"{OUTSIDE} är redan angivet")
    return None


def _covered(facts: CaseFacts, at: datetime | None) -> Refusal | None:
    if not facts.scope.is_outside:
        return _done(facts, at, ("marked_covered_by_act",), "Lagen gäller redan ärendet")
    return None


GUARDS: Final[dict[str, Guard]] = {
    "confirm_ward_change": _confirm,
    "start_leave": _start_leave,
    "end_leave": _end_leave,
    "transfer_patient": _transferred,
    "change_ward": _transferred,
    "reopen_case": _reopen,
    "record_care_plan_instead": _care_plan,
    "mark_outside_act": _outside,
    "mark_covered_by_act": _covered,
}
