"""SIP:ens innehåll, HSL 16 kap. 4 §: every section of the document, in the order of the page and the print."""

from __future__ import annotations

from typing import Final

from .section import Section
from .sections_of_person import ABOUT_THE_PERSON, OF_A_CHILD, PARTICIPATION
from .sections_of_work import COMPULSORY, FOLLOW_UP, GOALS_AND_MEASURES, RESPONSIBILITY

ORDER: Final[tuple[Section, ...]] = (
    *ABOUT_THE_PERSON,
    *GOALS_AND_MEASURES,
    *COMPULSORY,
    *RESPONSIBILITY,
    *PARTICIPATION,
    *OF_A_CHILD,
    *FOLLOW_UP,
)
SECTIONS: Final[dict[str, Section]] = {section.key: section for section in ORDER}
CHILD_ONLY: Final = frozenset(section.key for section in OF_A_CHILD)
COMPULSORY_ONLY: Final = frozenset(section.key for section in COMPULSORY)
CRISIS: Final = frozenset({"crisis"})
# Kort SIP: what is matter for ten minutes; the law's own parts (SIP12–SIP15) are never left out.
SHORT_FORM: Final = frozenset(
    {"important", "intervention", "others_needed", "other_measure", "responsibility", "participation"}
    | {"attendance", "follow_up", "contact"}
)


def sections_of(
    *, is_child: bool, is_compulsory: bool, is_short: bool = False, needs_crisis_plan: bool = False
) -> tuple[Section, ...]:
    """Return the sections of a plan, in order. A short plan (*Kort SIP*) hides what is optional."""
    hidden = frozenset() if is_child else CHILD_ONLY
    hidden |= frozenset() if is_compulsory else COMPULSORY_ONLY
    kept = SHORT_FORM | CHILD_ONLY | COMPULSORY_ONLY | (CRISIS if needs_crisis_plan else frozenset())
    return tuple(
        section for section in ORDER if section.key not in hidden and (not is_short or section.key in kept)
    )
