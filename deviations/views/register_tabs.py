"""Flikarna på *Avvikelser*: the lists that the viewer may see, and what is offered to report."""

from typing import Any

from django.urls import reverse

from deviations.queries.register import Box, boxes_of
from deviations.queries.suggested import count_suggested
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission

BOXES: dict[Box, str] = {"received": "Till oss", "sent": "Från oss", "county": "Länet (utan texter)"}
SUGGESTED, LIFTED, RULES = "suggested", "lifted", "rules"


def register_tabs(viewer: Actor, current: str) -> list[dict[str, Any]]:
    """Return ``{label, url, current}`` for each, offers with ``count``. ``current``: a box, or one of those above."""
    register = reverse("deviations")
    tabs: list[dict[str, Any]] = [
        {"label": BOXES[box], "url": f"{register}?box={box}", "current": box == current}
        for box in boxes_of(viewer)
    ]
    if viewer.may(Permission.SEE_LIFTED_DEVIATIONS) or viewer.may(Permission.ANALYSE_DEVIATIONS):
        tabs.append({"label": "Lyft", "url": reverse("lifts"), "current": current == LIFTED})
    if viewer.may(Permission.REPORT_DEVIATION):
        offered = reverse("suggested_deviations")
        count = count_suggested(viewer) or None
        tabs.append({"label": "Föreslagna", "url": offered, "current": current == SUGGESTED, "count": count})
    if viewer.may(Permission.ANALYSE_DEVIATIONS) or current == RULES:
        tabs.append({"label": "Regler", "url": reverse("detector_rates"), "current": current == RULES})
    return tabs
