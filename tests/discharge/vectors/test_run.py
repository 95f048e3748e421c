"""Vector files through the rules: every public cell, and clear refusals of what cannot be used."""

import csv
from pathlib import Path

import pytest

from discharge.vectors.kinds import KINDS
from discharge.vectors.run import VectorError, run_vectors

PUBLIC = Path(__file__).parents[2] / "vectors"


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(path: Path, columns: tuple[str, ...], rows: list[dict[str, str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return path


@pytest.mark.parametrize("kind", KINDS)
def test_every_cell_of_the_public_file_comes_out_equal(kind: str, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    assert run_vectors(kind, PUBLIC / f"{kind}.csv", out) == len(rows_of(PUBLIC / f"{kind}.csv"))
    assert out.read_bytes() == (PUBLIC / f"{kind}.csv").read_bytes()


@pytest.mark.parametrize("kind", KINDS)
def test_expected_columns_are_ignored_and_may_be_missing(kind: str, tmp_path: Path) -> None:
    public = rows_of(PUBLIC / f"{kind}.csv")
    shape, out = KINDS[kind], tmp_path / "out.csv"
    run_vectors(kind, write(tmp_path / "bare.csv", shape.inputs, public), out)
    assert rows_of(out) == public
    wrong = [row | dict.fromkeys(shape.expected, "wrong") for row in public]
    run_vectors(kind, write(tmp_path / "wrong.csv", shape.columns[::-1], wrong), out)
    assert rows_of(out) == public


def test_columns_for_reading_are_filled_in_when_absent(tmp_path: Path) -> None:
    columns = tuple(
        name for name in KINDS["liability_start"].inputs if name not in {"sent_local", "agreement"}
    )
    public = rows_of(PUBLIC / "liability_start.csv")
    out = tmp_path / "out.csv"
    run_vectors("liability_start", write(tmp_path / "in.csv", columns, public), out)
    assert rows_of(out) == [row | {"agreement": ""} for row in public]


@pytest.mark.parametrize(
    ("kind", "changes", "told"),
    [
        ("liability_start", {"sent_at_utc": "2026-02-30T09:00:00Z"}, "sent_at_utc"),
        ("liability_start", {"sent_at_utc": "2026-03-02T09:00:00"}, "sent_at_utc"),
        ("liability_start", {"sent_at_utc": ""}, "sent_at_utc"),
        ("liability_start", {"cutoff_rule": "before"}, "cutoff_rule"),
        ("liability_start", {"cutoff_time": ""}, "cutoff_time"),
        ("liability_start", {"cutoff_time": "noon"}, "cutoff_time"),
        ("liability_start", {"first_liable_offset": "0"}, "first_liable_offset"),
        ("monthly_mean", {"case_days": "1||2"}, "case_days"),
        ("monthly_mean", {"mean_level": "NaN"}, "mean_level"),
        ("ledger", {"as_of_date": "2026-13-01"}, "as_of_date"),
        ("ledger", {"events": "ready"}, "events"),
        ("ledger", {"events": "moved@2026-03-02T08:00:00Z"}, "events"),
        ("ledger", {"events": "withdrawn@2026-03-02T08:00:00Z"}, "withdrawn at"),
        ("ledger", {"decision": "maybe"}, "decision"),
        ("ledger", {"decision": "until=2026-03-02"}, "decision"),
        ("ledger", {"sip_required": "unknown"}, "sip_required"),
        ("ledger", {"amounts": "2026"}, "amounts"),
    ],
)
def test_a_malformed_row_is_named_and_nothing_is_written(
    kind: str, changes: dict[str, str], told: str, tmp_path: Path
) -> None:
    rows = rows_of(PUBLIC / f"{kind}.csv")
    rows[1] |= changes
    source = write(tmp_path / "in.csv", KINDS[kind].inputs, rows)
    with pytest.raises(VectorError, match=f"row {rows[1]['id']}: .*{told}"):
        run_vectors(kind, source, tmp_path / "out.csv")
    assert not (tmp_path / "out.csv").exists()


def test_unusable_files_are_told(tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    with pytest.raises(VectorError, match="unknown kind"):
        run_vectors("nothing", PUBLIC / "ledger.csv", out)
    with pytest.raises(VectorError, match="cannot read"):
        run_vectors("ledger", tmp_path / "absent.csv", out)
    with pytest.raises(VectorError, match=r"lacks the columns .*admitted_at_utc"):
        run_vectors("ledger", PUBLIC / "liability_start.csv", out)
    with pytest.raises(VectorError, match="cannot write"):
        run_vectors("ledger", PUBLIC / "ledger.csv", tmp_path / "no" / "out.csv")
    (tmp_path / "latin.csv").write_bytes("id,å\n".encode("latin-1"))
    with pytest.raises(VectorError, match="UTF-8"):
        run_vectors("ledger", tmp_path / "latin.csv", out)


@pytest.mark.parametrize("row", ["X1,2026-03-02T09:00:00Z", ",2026-03-02T09:00:00Z,,", "SS,a,b,c,d"])
def test_rows_that_do_not_fit_the_header_are_told(row: str, tmp_path: Path) -> None:
    source = tmp_path / "in.csv"
    source.write_text(f"id,given_at_utc,given_local,summoned_at_utc\n{row}\n", encoding="utf-8")
    with pytest.raises(VectorError, match="row "):
        run_vectors("sip_summons_due", source, tmp_path / "out.csv")


def test_an_id_is_used_once(tmp_path: Path) -> None:
    rows = rows_of(PUBLIC / "monthly_mean.csv")[:1] * 2
    source = write(tmp_path / "in.csv", KINDS["monthly_mean"].inputs, rows)
    with pytest.raises(VectorError, match="used twice"):
        run_vectors("monthly_mean", source, tmp_path / "out.csv")
