"""Behovsbedömning: the treating physician judges which services the patient may need after discharge (LUS 2:1)."""

from dataclasses import asdict, dataclass
from datetime import datetime

from lus.events.record import New
from lus.refusals import InvalidInput


@dataclass(frozen=True)
class Needs:
    """Which services may be needed. ``assessed_at`` None = judged at the admission."""

    municipal_health: bool = False
    social_services: bool = False
    outpatient: bool = False
    physician: str = ""
    assessed_at: datetime | None = None

    @property
    def any(self) -> bool:
        return self.municipal_health or self.social_services or self.outpatient


def need_event(needs: Needs, admitted_at: datetime) -> New:
    """Return the event of the assessment. Raises InvalidInput when no need at all is ticked."""
    if not needs.any:
        raise InvalidInput(
            "Inget behov är angivet, och utan behov skickas inget inskrivningsmeddelande.",
            "Kryssa för vad patienten kan behöva.",
            field="needs",
        )
    data = asdict(needs)
    assessed_at = data.pop("assessed_at")
    return New("need_assessed", data, happened_at=assessed_at or admitted_at)
