"""*Enheter* of a plan: who takes part, who leads, who has answered."""

from typing import Any

from discharge.queries.recipients import letter_of
from discharge.rules.sip_choices import ANSWERS
from sip.queries.plan_page import PlanPage


def plan_units(page: PlanPage) -> list[dict[str, Any]]:
    """Return ``{letter, name, phone, word}`` for each unit that takes part, the leading one first."""
    led_by = str(page.plan.led_by_id or "")
    active = sorted(page.facts.active_units, key=lambda unit: unit.unit_id != led_by)
    return [_row(page, unit.unit_id, unit.role, led_by) for unit in active if unit.unit_id in page.units]


def _row(page: PlanPage, unit_id: str, role: str, led_by: str) -> dict[str, Any]:
    unit, sip = page.units[unit_id], page.facts.sip
    said = sip.answer_of(unit_id) if sip.state == "summoned" else None
    word = "Leder" if unit_id == led_by else ""
    if sip.state == "summoned" and unit_id in sip.called:
        word = ANSWERS[said.answer] if said else "Har inte svarat"
    return {"letter": letter_of(role), "name": unit.name, "phone": unit.phone, "word": word}
