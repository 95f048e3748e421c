"""Båda huvudmännen, HSL 16 kap. 4 §, SoL 10 kap. 8 §, LUS 4 kap. 1 §: who must take part in a joint plan."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from discharge.rules.facts import MUNICIPAL_ROLES, OUTPATIENT_ROLES
from discharge.rules.refusal import Refusal

REGIONAL_ROLES: Final = OUTPATIENT_ROLES | {"ward"}


def refuse_units(units: Sequence[tuple[str, str]]) -> Refusal | None:
    """Return why a plan cannot have these ``(unit id, role)``, the leading unit among them, or None (SIP06–SIP08)."""
    ids, roles = [unit_id for unit_id, _ in units], {role for _, role in units}
    if len(set(ids)) < len(ids):
        return _refusal(
            "sip-unit-twice", "Enheten är med redan", "En enhet står två gånger", "Välj varje enhet en gång."
        )
    if not roles & MUNICIPAL_ROLES or not roles & REGIONAL_ROLES:
        missing = "kommunen" if not roles & MUNICIPAL_ROLES else "regionen"
        return _refusal(
            "sip-needs-both-principals",
            "Båda huvudmännen behövs",
            "SIP kräver parter från både region och kommun",
            f"Lägg till en enhet från {missing}.",
        )
    if "municipal_health" in roles and not roles & OUTPATIENT_ROLES:
        return _refusal(
            "sip-needs-outpatient-care",
            "Öppenvården behövs",
            "Kommunal hälso- och sjukvård kräver att regionens öppenvård är med (LUS 4 kap. 1 §)",
            "Lägg till en vårdcentral eller annan öppenvård.",
        )
    return None


def _refusal(code: str, title: str, detail: str, advice: str) -> Refusal:
    return Refusal(code, title, detail, advice, field="units")
