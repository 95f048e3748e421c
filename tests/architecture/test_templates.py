"""The content security policy refuses inline styles and scripts: a template that has one is broken in the browser."""

import re

import pytest

from .source_files import short, templates

INLINE = {
    "style attribute": re.compile(r"<[^>{%]*\sstyle\s*=", re.IGNORECASE),
    "event attribute": re.compile(r"\s(on[a-z]+|hx-on[:a-z-]*)\s*=\s*[\"']", re.IGNORECASE),
    "style element": re.compile(r"<style\b", re.IGNORECASE),
    "script without src": re.compile(r"<script\b(?![^>]*\bsrc=)", re.IGNORECASE),
    "address of another server": re.compile(r"(src|href)\s*=\s*[\"'](https?:)?//", re.IGNORECASE),
}


def _found(text: str) -> list[str]:
    return [name for name, pattern in INLINE.items() if pattern.search(text)]


def test_a_template_keeps_style_and_script_in_files_of_their_own() -> None:
    found = {short(file): _found(file.read_text()) for file in templates()}
    assert {file: names for file, names in found.items() if names} == {}


@pytest.mark.parametrize(
    "text",
    [
        '<p class="a" style="color:red">',
        "<button onclick='go()'>",
        '<div hx-on:click="go()">',
        "<style>",
        "<script>go()</script>",
        '<link href="https://fonts.invalid/x.css">',
    ],
)
def test_the_check_sees_what_it_forbids(text: str) -> None:
    assert _found(text)
