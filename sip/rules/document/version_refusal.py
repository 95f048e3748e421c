"""Får versionen låsas, justeras, upprättas, lämnas? What the document itself says, handbook sip §11 and §18."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from discharge.rules.facts import CaseFacts
from discharge.rules.refusal import Refusal

from .confirm import left_to_confirm, refuse_confirmation, refuse_gaps
from .content_hash import content_hash
from .facts import DocumentFacts
from .who_writes import Writer, may_lock

# A reason is asked for in the act; whether the step can be taken at all does not depend on it.
SOME_REASON: Final = "–"


def refuse_on_version(
    act: str,
    document: DocumentFacts,
    writer: Writer,
    at: datetime,
    *,
    is_compulsory: bool,
    process: CaseFacts | None = None,
) -> Refusal | None:
    """Return why the document does not let ``writer``'s unit do ``act``, or None."""
    leads = may_lock(writer, document.rows)
    if act == "lock_plan_version":
        return None if leads else _not_leading()
    if act == "establish_with_gaps":
        compulsory = {"is_compulsory": is_compulsory, "may_lock": leads}
        return refuse_gaps(document, SOME_REASON, at, **compulsory, process=process)
    if act in ("confirm_plan_version", "object_to_plan_version"):
        return _refuse_answer(act, document, writer)
    if act == "print_plan" and document.locked is None:
        said = "Ingen version av planen är låst"
        return Refusal("nothing-to-print", "Inget att skriva ut än", said, "Lås en version först.")
    if act in ("share_plan_with_person", "update_intervention") and document.in_force is None:
        said = "Ingen version av planen är upprättad här"
        return Refusal(
            "nothing-in-force", "Ingen plan gäller än", said, "Lås en version och låt enheterna justera."
        )
    return None


def refuse_lock(document: DocumentFacts) -> Refusal | None:
    """Return why there is nothing to lock, or None: the same content is not locked twice while it stands."""
    version = document.locked
    if (
        version is None
        or document.status == "drafting"
        or content_hash(document.rows) != version.content_hash
    ):
        return None
    said = f"Version {version.no} har samma innehåll"
    return Refusal("nothing-to-lock", "Inget nytt att låsa", said, "Ändra i planen först.")


def refuse_by_hand(document: DocumentFacts) -> Refusal | None:
    """Return why the plan cannot be established by hand, or None: what is locked here is confirmed here."""
    if document.status != "confirming":
        return None
    said = "En version väntar på justering"
    return Refusal("plan-written-here", "Planen skrivs här", said, "Låt enheterna justera den.")


def _refuse_answer(act: str, document: DocumentFacts, writer: Writer) -> Refusal | None:
    version = document.locked
    found = refuse_confirmation(document, writer.unit_id, version.content_hash if version else "")
    if found is None and act == "confirm_plan_version" and writer.unit_id not in left_to_confirm(document):
        said = "Er enhet har justerat det här innehållet"
        return Refusal("already-done", "Redan justerad", said, "Ingenting behöver göras.")
    return found


def _not_leading() -> Refusal:
    return Refusal(
        "sip-not-leading",
        "Den som leder planen gör detta",
        "Öppenvården, den som leder eller den som har det övergripande ansvaret låser versionen",
        "Skriv till den som leder.",
    )
