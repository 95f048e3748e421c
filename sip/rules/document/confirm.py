"""Justering: which units answer on a locked version, until when, and when the plan is established (handbook §11)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Final

from discharge.rules.facts import CaseFacts
from discharge.rules.refusal import Refusal
from lus.swedish_time import end_of_local_day, local_date, local_time, nth_weekday_after
from sip.rules.policy import policy_at

from .choices import OVER
from .facts import DocumentFacts, Version
from .row import Row, rows_in

REASON_LIMIT: Final = 300


def must_confirm(rows: Iterable[Row]) -> tuple[str, ...]:
    """Return ids of the units with at least one measure that is not over, in the plan's order."""
    units = (row.get("unit_id") for row in rows_in(rows, "intervention") if row.get("status") not in OVER)
    return tuple(dict.fromkeys(unit_id for unit_id in units if unit_id))


def confirm_by(version: Version, process: CaseFacts | None = None) -> date:
    """Return the last day to confirm. Not a limit of the law: nothing is extended past it."""
    weekdays = policy_at(version.locked_at, process).confirm_weekdays
    return nth_weekday_after(local_date(version.locked_at), weekdays)


def sections_to_read(facts: DocumentFacts, unit_id: str) -> tuple[str, ...]:
    """Return the sections of the locked version that the unit has not confirmed as they stand.

    A change voids confirmations of what changed only: the rest the unit has answered for already.
    """
    version, answer = facts.locked, facts.answer_of(unit_id)
    if version is None:
        return ()
    held = {} if answer is None else answer.held
    changed = {key for key, sum_ in version.section_hashes.items() if held.get(key) != sum_}
    # A section that was taken away since has no sum, and is a change too.
    return tuple(sorted(changed | (set(held) - set(version.section_hashes))))


def left_to_confirm(facts: DocumentFacts) -> tuple[str, ...]:
    """Return ids of the units that have not confirmed the locked version; none when nothing is locked."""
    version = facts.locked
    if version is None:
        return ()
    return tuple(unit for unit in must_confirm(version.rows) if sections_to_read(facts, unit))


def all_confirmed(facts: DocumentFacts) -> bool:
    """Whether the version under confirmation is established now: every unit with a measure has confirmed it."""
    return facts.status == "confirming" and not left_to_confirm(facts)


def refuse_confirmation(facts: DocumentFacts, unit_id: str, content_hash: str) -> Refusal | None:
    """Return why the unit cannot answer on the content it saw, or None. SIP20: the content is another by now."""
    version = facts.locked
    if version is None:
        return Refusal(
            "nothing-to-confirm", "Inget att justera", "Ingen version är låst.", "Vänta tills planen är låst."
        )
    if facts.status == "drafting" or content_hash != version.content_hash:
        return _changed(facts, version)
    if facts.status != "confirming":
        return Refusal(
            "nothing-to-confirm",
            "Inget att justera",
            "Planen är redan upprättad.",
            "Ingenting behöver göras.",
        )
    if unit_id not in must_confirm(version.rows):
        return Refusal(
            "no-measure-here",
            "Er enhet justerar inte",
            "Bara enheter med en insats i planen justerar den.",
            "Skriv till den som leder planen, om något är fel.",
        )
    return None


def refuse_gaps(
    facts: DocumentFacts,
    reason: str,
    at: datetime,
    *,
    is_compulsory: bool,
    may_lock: bool,
    process: CaseFacts | None = None,
) -> Refusal | None:
    """Return why the plan cannot be established without the units that have not confirmed, or None."""
    version = facts.locked
    if facts.status != "confirming" or version is None:
        return _gaps("Planen väntar inte på justering.", "Lås en version först.")
    if is_compulsory:
        return _gaps("En samordnad vårdplan upprättas när alla enheter har justerat.", "Kontakta enheterna.")
    if not may_lock:
        return _gaps("Den som har det övergripande ansvaret gör detta.", "Be den enheten.")
    last = confirm_by(version, process)
    if at < end_of_local_day(last):
        return _gaps(f"Enheterna har till och med {last.isoformat()} på sig.", "Vänta, eller påminn dem.")
    if not reason.strip() or len(reason) > REASON_LIMIT:
        return _gaps(
            "Skälet fattas eller är för långt.", f"Skriv skälet, högst {REASON_LIMIT} tecken.", "reason"
        )
    return None


def _changed(facts: DocumentFacts, version: Version) -> Refusal:
    saved = [row.saved_at for row in (*facts.rows, *facts.removed)]
    clock = local_time(max([version.locked_at, *saved]))
    return Refusal(
        "plan-changed",
        "Planen har ändrats",
        f"Planen ändrades kl. {clock:%H.%M}, efter det du läste.",
        "Visa skillnaden och svara på den nya versionen.",
        field="content_hash",
    )


def _gaps(detail: str, advice: str, field: str = "") -> Refusal:
    return Refusal("not-yet-with-gaps", "Planen kan inte upprättas än", detail, advice, field=field)
