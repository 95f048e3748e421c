"""Structure of the look: declared inputs, sealed includes, small scripts, nothing from elsewhere."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
COMPONENTS = sorted((ROOT / "templates/components").glob("*.html"))
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
STATIC = ROOT / "lus/web/static/web"


@pytest.mark.parametrize("path", COMPONENTS, ids=lambda path: path.stem)
def test_a_component_declares_its_inputs_on_line_one(path: Path) -> None:
    assert re.match(r"\{# Inputs.*: .*#\}$", path.read_text().splitlines()[0])


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT / "templates")))
def test_components_are_included_with_only(path: Path) -> None:
    includes = re.findall(r'\{% include "components/[^%]+%\}', path.read_text())
    assert [tag for tag in includes if not tag.endswith(" only %}")] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT / "templates")))
def test_no_template_writes_style_or_script_into_the_page(path: Path) -> None:
    assert not re.search(
        r"<style|<script(?![^>]*\bsrc=)|\sstyle=|\son[a-z]+=|hx-on|https?://", path.read_text()
    )


def test_all_scripts_together_are_small() -> None:
    assert sum(path.stat().st_size for path in (STATIC / "js").glob("*.js")) <= 30_000


def test_every_named_icon_is_in_the_sprite() -> None:
    drawn = set(re.findall(r'id="([a-z-]+)"', (STATIC / "icons.svg").read_text()))
    named = {name for path in TEMPLATES for name in re.findall(r'\{% icon "([a-z-]+)"', path.read_text())}
    assert named <= drawn


def test_every_component_is_shown_in_the_gallery() -> None:
    shell = {
        "live_lost",
        "styles",
        "scripts",
        "top_bar",
        "nav",
        "bottom_bar",
        "footer",
        "messages",
        "key_list",
        "keys_table",
    }
    bases = {"act_page", "act_dialog"}
    text = "".join(path.read_text() for path in [ROOT / "templates/web/gallery.html", *COMPONENTS])
    absent = (
        {path.stem for path in COMPONENTS}
        - shell
        - bases
        - set(re.findall(r"components/([a-z_]+)\.html", text))
    )
    assert absent == set()
