"""`docs/architecture.md` and the how-tos name what exists: the tree, the acts, the names in the story of an act."""

import re

import pytest

from .source_files import CHECKOUT, product_modules

PAGE = (CHECKOUT / "docs" / "architecture.md").read_text()
TREE = PAGE.split("## The tree")[1].split("```")[1]
HOW_TO = (CHECKOUT / "docs" / "howto" / "correct-a-mistake.md").read_text()


def _paths() -> list[str]:
    """Return the paths of the tree: names stand before the first two spaces, indented ones below the last folder."""
    found, root = [], ""
    for line in TREE.strip().splitlines():
        names = line.strip().split("  ")[0].split()
        root = root if line.startswith(" ") else names[0]
        found += [root + name for name in names] if line.startswith(" ") else names
    return found


@pytest.mark.parametrize("path", _paths())
def test_the_tree_is_there(path: str) -> None:
    assert (CHECKOUT / path).exists()


@pytest.mark.parametrize("app", ["lus", "discharge"])
def test_the_tree_leaves_no_folder_out(app: str) -> None:
    folders = {
        f"{file.relative_to(CHECKOUT).parts[1]}" for file in product_modules() if file.parts[-2] != app
    }
    ours = {name for name in folders if (CHECKOUT / app / name / "__init__.py").exists()}
    assert ours - {"management", "migrations"} <= {path.split("/")[1] for path in _paths() if "/" in path}


@pytest.mark.parametrize("name", sorted(set(re.findall(r"`(\w+)\(\)`", PAGE))))
def test_a_named_function_exists(name: str) -> None:
    assert any(f"def {name}(" in module.read_text() for module in product_modules())


@pytest.mark.parametrize("act", sorted(set(re.findall(r"`(\w+_\w+)`", HOW_TO)) - {"verify_cases"}))
def test_an_act_that_corrects_exists(act: str) -> None:
    assert (CHECKOUT / "discharge" / "actions" / f"{act}.py").exists()
