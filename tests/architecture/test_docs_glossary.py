"""`docs/glossary.md`: every identifier in it exists, every event and every act has a row."""

import re
from functools import cache

import pytest

from discharge.events import EVENTS

from .source_files import CHECKOUT, product_modules

ROWS = [line for line in (CHECKOUT / "docs" / "glossary.md").read_text().splitlines() if line.startswith("|")]
IDENTIFIERS = sorted({name for row in ROWS for name in re.findall(r"`([^`]+)`", row)})
ACTS = sorted(
    file.stem
    for app in ("discharge", "sip", "deviations", "followup")
    for file in (CHECKOUT / app / "actions").glob("[!_]*.py")
)
NOT_ACTS = {
    "case_act",
    "free_text",
    "home_ready_picture",
    "blocked_picture",
    "new_case",
    "physician",
    "picture",
    "ward_chosen",
} | {
    "follow_case",
    "close_on_death",
    "closing_parts",
    "code_ends",
    "invitation_rows",
    "kept_duties",
    "people_act",
    "meeting_picture",
    "addressed",
    "deviation_act",
    "deviation_picture",
    "follow_clock",
    "lift_act",
    "next_number",
    "without_names",
    "guarded_text",
    "personal_data",
    "plan_act",
    "plan_parts",
    "settlement_act",
    "settlement_picture",
    "tell_units",
    "standing_round",
    "called_parts",
    "summons_parts",
    "typed_input",
    "document_act",
    "document_news",
    "goal_results",
    "print_note",
    "process_of_document",
    "version_answer",
    "answer_candidate",
    "watch_case",
}


@cache
def _words() -> frozenset[str]:
    modules = list(product_modules())
    found = {word for module in modules for word in re.findall(r"\w+", module.read_text())}
    return frozenset(found | {module.stem for module in modules})


@pytest.mark.parametrize("identifier", IDENTIFIERS)
def test_an_identifier_exists_in_the_code(identifier: str) -> None:
    assert identifier in _words()


@pytest.mark.parametrize("name", [*EVENTS, *sorted(set(ACTS) - NOT_ACTS)])
def test_every_event_and_every_act_has_a_row(name: str) -> None:
    assert name in IDENTIFIERS


def test_every_row_has_as_many_cells_as_its_table() -> None:
    assert {row.count("|") for row in ROWS} == {4, 5}
