"""``manage.py rule_vectors`` as a program: exit codes, and needing no database."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
LEDGER = ROOT / "tests" / "vectors" / "ledger.csv"


def rule_vectors(*arguments: str) -> subprocess.CompletedProcess[str]:
    # An address where nobody answers: the command must not ask.
    nowhere = {**os.environ, "DATABASE_URL": "postgres://nobody@127.0.0.1:1/none"}
    command = [sys.executable, "manage.py", "rule_vectors", *arguments]
    return subprocess.run(command, cwd=ROOT, env=nowhere, capture_output=True, text=True, check=False)


def test_two_hundred_rows_go_through_without_a_database(tmp_path: Path) -> None:
    header, *rows = LEDGER.read_text(encoding="utf-8").splitlines()
    many = [f"{n}-{row}" for n in range(13) for row in rows]
    source, out = tmp_path / "in.csv", tmp_path / "out.csv"
    source.write_text("\n".join([header, *many, ""]), encoding="utf-8")
    done = rule_vectors("ledger", str(source), str(out))
    assert (done.returncode, done.stderr) == (0, "")
    assert out.read_bytes() == source.read_bytes()


def test_a_refusal_exits_with_2_and_names_the_row(tmp_path: Path) -> None:
    source = tmp_path / "in.csv"
    source.write_text(
        LEDGER.read_text(encoding="utf-8").replace("LG-03,12:00:00", "LG-03,noon"), encoding="utf-8"
    )
    done = rule_vectors("ledger", str(source), str(tmp_path / "out.csv"))
    assert done.returncode == 2
    assert "row LG-03: column cutoff_time: 'noon'" in done.stderr
