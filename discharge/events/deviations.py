"""Avvikelser: that one was reported about the case. The register holds the rest."""

from .event_type import EventType

DEVIATIONS: dict[str, EventType] = {
    "deviation_reported": EventType("Avvikelse rapporterad", "change", ("number",)),
}
