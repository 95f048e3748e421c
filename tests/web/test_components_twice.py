"""The Jinja2 macros say the same as the Django includes: one look, two engines."""

import re
from typing import Any

import pytest
from django.template import engines
from django.template.loader import render_to_string

from lus.web import gallery_examples as x


def _as_django(name: str, **context: Any) -> str:
    return _bare(render_to_string(f"components/{name}.html", context))


def _as_jinja(call: str, **context: Any) -> str:
    names = "deadline, basis, state, track, unit_letters, person, meter"
    source = f'{{% from "components.jinja" import {names} %}}{{{{ {call} }}}}'
    return _bare(engines["jinja2"].from_string(source).render(context))


def _bare(html: str) -> str:
    return re.sub(r">\s+<", "><", html).strip()


@pytest.mark.parametrize("chip", [False, True])
@pytest.mark.parametrize("deadline", x.DEADLINES, ids=lambda d: f"{d.level} {d.left}")
def test_a_deadline_looks_the_same(deadline: Any, chip: bool) -> None:
    assert _as_django("deadline", deadline=deadline, chip=chip) == _as_jinja(
        "deadline(d, chip)", d=deadline, chip=chip
    )


@pytest.mark.parametrize("basis", ["lag", "ok", "rutin"])
def test_a_basis_looks_the_same(basis: str) -> None:
    assert _as_django("basis", basis=basis) == _as_jinja("basis(b)", b=basis)


@pytest.mark.parametrize("state", x.STATES, ids=lambda s: s["word"])
def test_a_state_looks_the_same(state: dict[str, str]) -> None:
    assert _as_django("state", state=state) == _as_jinja("state(s)", s=state)


@pytest.mark.parametrize("tag", [*x.TRACKS, None])
def test_a_track_looks_the_same(tag: dict[str, str] | None) -> None:
    assert _as_django("track", tag=tag) == _as_jinja("track(t)", t=tag)


def test_unit_letters_look_the_same() -> None:
    assert _as_django("unit_letters", units=x.UNITS) == _as_jinja("unit_letters(u)", u=x.UNITS)


@pytest.mark.parametrize("person", [x.PERSON, x.PROTECTED, x.PERSON | {"url": ""}, x.PROTECTED | {"url": ""}])
def test_a_person_looks_the_same(person: dict[str, Any]) -> None:
    here = _as_django("person", person=person, place="Avd 72", new=True)
    assert here == _as_jinja('person(p, "Avd 72", True)', p=person)


def test_a_meter_looks_the_same() -> None:
    here = _as_django("meter", done=7, total=9, blocks=[n < 7 for n in range(9)], note="Återstår: nycklar")
    assert here == _as_jinja('meter(7, 9, "Återstår: nycklar")')


def test_a_protected_person_shows_nothing_but_the_code() -> None:
    person = x.PERSON | {"protected": True}
    shown = _as_django("person", person=person)
    assert "Skyddade personuppgifter" in shown
    assert not re.search("Lindqvist|Sven|1947|79", shown)


def test_words_are_escaped_in_both_engines() -> None:
    person = x.PERSON | {"family": "<b>Lindqvist</b>"}
    assert "<b>Lindqvist" not in _as_django("person", person=person)
    assert "<b>Lindqvist" not in _as_jinja("person(p)", p=person)
