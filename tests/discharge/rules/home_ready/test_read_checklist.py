"""The checklist's file: the common list is whole, and one bad row refuses a file with everything that is wrong."""

import pytest

from discharge.rules.home_ready.checklist import STANDARD
from discharge.rules.home_ready.local_version import check_local_version
from discharge.rules.home_ready.read_checklist import FaultyChecklist, read_checklist
from discharge.rules.home_ready.shipped import FILES, shipped
from discharge.rules.home_ready.short_words import SHORT

TEXT = FILES[STANDARD].read_text(encoding="utf-8")
LINES = TEXT.splitlines()


def changed(row_id: str, **columns: str) -> str:
    header = LINES[0].split(";")
    rows = [dict(zip(header, line.split(";"), strict=True)) for line in LINES[1:]]
    return "\n".join(
        [LINES[0], *(";".join((row | columns if row["id"] == row_id else row).values()) for row in rows)]
    )


def faults(text: str) -> list[tuple[int, str, str]]:
    with pytest.raises(FaultyChecklist) as caught:
        read_checklist("CHK-TEST", text)
    return [(fault.row, fault.column, fault.value) for fault in caught.value.faults]


def local_faults(text: str) -> list[tuple[str, str]]:
    with pytest.raises(FaultyChecklist) as caught:
        check_local_version(read_checklist("CHK-LOCAL", text), shipped())
    return [(fault.column, fault.value) for fault in caught.value.faults]


def test_the_common_list_has_47_points_and_a_short_word_for_each() -> None:
    assert len(shipped().points) == 47
    assert {point.id for point in shipped().points} == set(SHORT)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("owner", "S/X"),
        ("owner", "S/S"),
        ("blocking", "ja"),
        ("person_copy", ""),
        ("recheck", "maybe"),
        ("track", "green"),
        ("deviation_code", "K08.12"),
        ("deviation_code", "K77.1"),
        ("auto", "something_happened"),
        ("condition", "kommun and rich"),
        ("condition", "kommun and"),
        ("basis", "?"),
        ("text_sv", " "),
        ("id", "AB-1"),
    ],
)
def test_a_bad_value_is_told_with_row_column_and_value(column: str, value: str) -> None:
    assert faults(changed("CL-A2", **{column: value})) == [(3, column, value)]


def test_every_fault_of_the_file_is_told_at_once() -> None:
    text = changed("CL-A2", owner="Q", blocking="no?").replace("CL-L2;", "CL-L1;")
    assert [fault[:2] for fault in faults(text)] == [(3, "owner"), (3, "blocking"), (13, "id")]


@pytest.mark.parametrize("text", ["", "id;text\nCL-A1;x", LINES[0].replace(";", ",")])
def test_another_header_is_refused(text: str) -> None:
    assert faults(text)[0][:2] == (1, "hela raden")


def test_a_row_with_too_few_columns_is_told() -> None:
    assert faults(f"{LINES[0]}\nCL-A1;Beslut")[0][:2] == (2, "hela raden")


def test_the_same_file_reads_the_same_with_a_byte_order_mark() -> None:
    assert read_checklist(STANDARD, "\ufeff" + TEXT) == shipped()


OWN = "CX-1;Hemgång;Husdjuret har passning;P;yes;own_home;;yes;no;all;K08.9;X"


def test_a_local_version_may_add_rows_edit_texts_and_switch_what_is_only_assumed() -> None:
    text = changed("CL-K4", blocking="no", text_sv="Resa hem bokad") + f"\n{OWN}"
    without = "\n".join(line for line in text.splitlines() if not line.startswith("CL-K5"))
    check_local_version(read_checklist("CHK-LOCAL", without), shipped())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("\n".join(line for line in LINES if not line.startswith("CL-A3")), [("id", "CL-A3")]),
        (changed("CL-B5", blocking="no"), [("blocking", "no")]),
        (changed("CL-K1", blocking="no"), [("blocking", "no")]),
        (changed("CL-K4", owner="K"), [("owners", "('K',)")]),
        (TEXT + OWN.replace("CX-1", "CL-Z1"), [("id", "CL-Z1")]),
        (TEXT + OWN.replace(";X", ";LUS"), [("basis", "LUS")]),
    ],
)
def test_a_local_version_may_not_loosen_what_is_bound(text: str, told: list[tuple[str, str]]) -> None:
    assert local_faults(text) == told
