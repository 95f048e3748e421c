"""The generated page says what the tables in the code say."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from lus.management.commands import what_happens_when


def test_the_page_is_what_the_command_prints() -> None:
    call_command("what_happens_when", check=True)


def test_an_old_page_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    old = tmp_path / "old.md"
    old.write_text(what_happens_when.render().replace("mark_ready_for_discharge", "another_act"))
    monkeypatch.setattr(what_happens_when, "PAGE", old)
    with pytest.raises(CommandError, match="is old"):
        call_command("what_happens_when", check=True)
