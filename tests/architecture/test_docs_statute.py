"""`docs/statute.md` names functions and tests that exist, every obligation and every duty."""

import ast
import re
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

from discharge.rules.duties import BY_DUTY, DUTIES, WHY_NOT

from .source_files import CHECKOUT

PAGE = (CHECKOUT / "docs" / "statute.md").read_text()
HEADS = ("|---", "| § |")
ROWS = [line for line in PAGE.splitlines() if line.startswith("|") and not line.startswith(HEADS)]
FUNCTIONS = sorted(set(re.findall(r"`([\w.]+:\w+)`", "\n".join(ROWS))))
TESTS = sorted(set(re.findall(r"`([\w/]+\.py::\w+)`", PAGE)))
PARAGRAPHS = ["2:1", "2:2", "2:3", "2:4", "2:5", "2:6", "3:1", "3:2", "4:1", "4:2", "4:3", "4:5"]
PARAGRAPHS += ["5:1", "5:2", "5:3", "5:4", "5:5", "5:6", "(2017:617)", "(1930:173)", "(2008:355) 4:3"]


@cache
def _names_in(file: Path) -> set[str]:
    return {node.name for node in ast.walk(ast.parse(file.read_text())) if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize("named", FUNCTIONS)
def test_a_named_function_exists(named: str) -> None:
    module, _, name = named.partition(":")
    assert callable(getattr(import_module(module), name))


@pytest.mark.parametrize("named", TESTS)
def test_a_named_test_exists(named: str) -> None:
    path, _, name = named.partition("::")
    assert name in _names_in(CHECKOUT / "tests" / path)


def test_every_row_has_a_function_and_a_test() -> None:
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in ROWS]
    assert [row for row in cells if len(row) != 4 or ":" not in row[2] or "::" not in row[3]] == []


@pytest.mark.parametrize("paragraph", PARAGRAPHS)
def test_every_paragraph_has_a_row(paragraph: str) -> None:
    assert [row for row in ROWS if paragraph in row.split("|")[1]]


@pytest.mark.parametrize("obligation", sorted({*BY_DUTY, *WHY_NOT}))
def test_every_obligation_has_a_row_that_names_its_duties(obligation: str) -> None:
    (row,) = [row for row in ROWS if obligation in row.split("|")[2]]
    assert [code for code in BY_DUTY.get(obligation, ()) if f"`{code}`" not in row] == []


@pytest.mark.parametrize("code", DUTIES)
def test_every_duty_is_mentioned(code: str) -> None:
    assert f"`{code}`" in PAGE
