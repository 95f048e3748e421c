"""What the detectors find in a case told event by event."""

from collections.abc import Mapping
from typing import Any

from deviations.rules.candidates.find_grounds import find_grounds
from deviations.rules.candidates.ground import Ground, Known
from deviations.rules.candidates.sentences import sentence_of
from discharge.rules.home_ready.shipped import shipped
from lus.opening_hours import Hours
from tests.discharge.rules.case_story import Story


def found(story: Story, detector: str, hours: Mapping[str, Hours] | None = None) -> list[Ground]:
    """Return the grounds of one detector, whatever the time is."""
    return [
        ground
        for name, ground in find_grounds(story.facts(), Known(hours or {}, shipped()))
        if name == detector
    ]


def only(story: Story, detector: str, **given: Any) -> Ground:
    (ground,) = found(story, detector, **given)
    return ground


def says(story: Story, detector: str) -> str:
    ground = only(story, detector)
    return sentence_of(detector, ground.wording, ground.values)
