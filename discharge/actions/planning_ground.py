"""Rättslig grund för planeringen: the notice holds four items (LUS 2 kap. 2 §); whoever tells more says on what ground.

Asked of each unit the first time it tells something; after that the unit's last ground counts (docs/adr/0021).
"""

from discharge.rules.facts import CaseFacts
from lus.refusals import InvalidInput

from .mark_ready_for_discharge import LEGAL_GROUNDS


def ground_of(facts: CaseFacts, unit_id: str, given: str) -> str:
    """Return the ground for what the unit tells: ``given`` (a key of ``LEGAL_GROUNDS``), else its last one."""
    ground = given or facts.planning.grounds.get(unit_id, "")
    if ground not in LEGAL_GROUNDS:
        raise InvalidInput(
            "Svaret läses av andra enheter och behöver ett rättsligt stöd.",
            "Välj samtycke, menprövning eller annan bestämmelse. Det frågas en gång.",
            code="legal-basis-missing",
            title="Rättsligt stöd saknas",
            field="legal_ground",
        )
    return ground
