"""Överlämningens delar, LUS 3 kap. 2 §: what a handover holds, and when each part is required.

The act says that information shall be sent the same day; it lists no parts. Which parts, and when each is required,
is an internal routine (docs/adr/0028).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from .facts import CaseFacts
from .owed import needs_municipality


@dataclass(frozen=True, slots=True)
class Part:
    """``when``: the words of ``required``; ``required``: asked of what is known of the case now."""

    label: str
    when: str
    required: Callable[[CaseFacts], bool]
    owner: str = "Avdelningen"


def _always(facts: CaseFacts) -> bool:
    return True


def _on_demand(facts: CaseFacts) -> bool:
    return False


def _nursing(facts: CaseFacts) -> bool:
    return bool(facts.need_municipal_health)


def _physician(facts: CaseFacts) -> bool:
    return bool(facts.need_municipal_health or facts.need_outpatient)


def _outpatient(facts: CaseFacts) -> bool:
    return bool(facts.need_outpatient)


def _home_care(facts: CaseFacts) -> bool:
    return bool(facts.need_social_services) and facts.destination in ("", "home")


IF_NEEDED: Final = "Vid behov"

HANDOVER: Final[dict[str, Part]] = {
    "discharge_information": Part("Utskrivningsinformation", "Alltid", _always),
    "medicine_list": Part("Läkemedelslista med skäl till ändringar", "Alltid", _always),
    "nursing_summary": Part("Omvårdnadsepikris", "Kommunal hälso- och sjukvård", _nursing),
    "physician_summary": Part(
        "Läkarens sammanfattning", "Öppenvård eller kommunal hälso- och sjukvård", _physician
    ),
    "adl_status": Part("ADL-status", "Kommunala insatser", needs_municipality),
    "aids_list": Part("Hjälpmedel", IF_NEEDED, _on_demand, "Avdelningens rehab"),
    "keys_access": Part("Nycklar och portkod", "Hemtjänst i hemmet", _home_care),
    "food": Part("Mat första dygnet", IF_NEEDED, _on_demand),
    "transport": Part("Transport hem", IF_NEEDED, _on_demand),
    "dose_dispensing": Part("Dosdispensering", IF_NEEDED, _on_demand, "Avdelningens läkare"),
    "infection": Part("Smitta och begränsningar", IF_NEEDED, _on_demand),
    "follow_up": Part("Bokade uppföljningar", "Öppenvård", _outpatient),
    "patient_summary": Part("Patientens egen sammanfattning", "Alltid", _always),
}
PARTS: Final[dict[str, str]] = {key: part.label for key, part in HANDOVER.items()}

# Where a part is: the product keeps no journal, only that the receiver can get at it (docs/adr/0028).
CHANNELS: Final[dict[str, str]] = {
    "journal": "I journalen eller NPÖ",
    "paper": "På papper med patienten",
    "phone": "Berättat på telefon",
    "here": "Skrivet här",
}


def required_parts(facts: CaseFacts) -> tuple[str, ...]:
    """Return the keys of the parts that the case calls for, in the order of the table."""
    return tuple(key for key, part in HANDOVER.items() if part.required(facts))


def missing_parts(facts: CaseFacts) -> tuple[str, ...]:
    """Return the required parts that no unit has been sent and nobody has declared not needed."""
    if facts.handover_sent_at and facts.leaving.old_handover:
        return ()  # sent before parts were kept: what was complete then stays so
    done = {part.key for part in facts.leaving.parts if part.sent_at or part.not_needed_at}
    if facts.leaving.old_handover:
        return tuple(key for key in facts.handover_missing if key not in done)
    return tuple(key for key in required_parts(facts) if key not in done)


def unsent_parts(facts: CaseFacts) -> tuple[str, ...]:
    """Return the parts whose newest version no unit has been sent."""
    return tuple(
        part.key
        for part in facts.leaving.parts
        if part.version > part.sent_version and not part.not_needed_at
    )


def missing_words(count: int) -> str:
    """``Alla delar med``, ``1 del saknas``, ``3 delar saknas``."""
    if not count:
        return "Alla delar som krävs är med"
    return "1 del saknas" if count == 1 else f"{count} delar saknas"


def count_words(count: int) -> str:
    """``1 del`` or ``3 delar``."""
    return "1 del" if count == 1 else f"{count} delar"
