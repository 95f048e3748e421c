"""Förifyllt ur förra ärendet: what a transferred patient's earlier case puts forward. Never sent by itself."""

from dataclasses import replace
from typing import Any

from discharge.queries.case_page import CasePage
from discharge.queries.recipients import Receiver, chosen_units

WHY = "Med i förra ärendet"


def earlier_recipients(page: CasePage, found: list[Receiver]) -> list[Receiver]:
    """Return ``found`` with the units of the earlier case, ticked."""
    ids = [item["unit_id"] for item in page.facts.chain.prefill.get("recipients", ())]
    known = [replace(item, is_chosen=item.is_chosen or item.unit_id in ids) for item in found]
    return [*known, *(replace(item, why=WHY) for item in chosen_units(ids, known))]


def earlier_needs(page: CasePage) -> list[str]:
    """Return the kinds of need that were ticked."""
    needs = page.facts.chain.prefill.get("needs", {})
    return [kind for kind in ("municipal_health", "social_services", "outpatient") if needs.get(kind)]


def earlier_contact(page: CasePage, unit_id: str) -> dict[str, Any]:
    """Return the care contact's words when it was named by this unit, else nothing."""
    contact = page.facts.chain.prefill.get("care_contact") or {}
    return dict(contact) if contact.get("unit_id") == unit_id else {}


def earlier_plan(page: CasePage, unit_id: str) -> str:
    """Return what this unit had said that it would start."""
    return str(page.facts.chain.prefill.get("ready_what", {}).get(unit_id, ""))
