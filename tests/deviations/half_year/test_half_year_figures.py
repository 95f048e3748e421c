"""The half-year report's figures, counted by hand."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from deviations.rules.half_year.content import half_year_content
from deviations.rules.half_year.faults import fault_errors
from deviations.rules.half_year.first_page import CULTURE
from deviations.rules.half_year.period import HalfYear, read_half_year
from deviations.rules.half_year.reported import Fault, Offered

from .material import CUT_OFF, HALF, material, met, reported

# 12 from municipality to region, 8 back: 20 in all, of 2 400 discharges.
ROWS = [
    *(reported() for _ in range(6)),
    *(reported(code_reported="K03.1", step=2, consequence="worry") for _ in range(6)),
    *(
        reported(
            direction="region_to_kommun",
            code_reported="K05.3",
            code_analysed="K05.1",
            step=3,
            consequence="delayed_discharge",
            delay_days=days,
            event_date=date(2026, 3, 7),
            acknowledged=met(after=5),
        )
        for days in (1, 2, 2, 3, 4, 6, 7, 9)
    ),
]


def cells(content: dict[str, Any], key: str) -> dict[str, list[Any]]:
    sheet = next(one for one in content["sheets"] if one["key"] == key)
    return {row["key"]: row["values"] for row in sheet["rows"]}


@pytest.fixture(scope="module")
def content() -> dict[str, Any]:
    return half_year_content(material(ROWS))


def test_directions_are_counted_and_set_against_the_discharges(content: dict[str, Any]) -> None:
    found = cells(content, "directions")
    assert found["kommun_to_region"] == [12, 5.0]
    assert found["region_to_kommun"] == [8, 3.3]
    assert found["kommun_to_kommun"] == [0, 0.0]
    assert found["T"] == [20, 8.3]


def test_the_analysts_code_counts_and_the_reporters_stands_beside(content: dict[str, Any]) -> None:
    found = cells(content, "categories")
    assert found["K01"] == [6, 30, 6]
    assert found["K05"] == [8, 40, 8]
    assert cells(content, "shares")["recoded"] == [8, 20, 40]


def test_a_recoded_category_moves() -> None:
    rows = [*ROWS, *(reported(code_reported="K99.9", code_analysed="K12.1") for _ in range(5))]
    found = cells(half_year_content(material(rows)), "categories")
    assert (found["K12"][0], found["K12"][2], found["K99"][0], found["K99"][2]) == (5, 0, 0, 5)


def test_steps_by_direction_have_both_totals(content: dict[str, Any]) -> None:
    found = cells(content, "steps")
    assert found["1"] == [6, 0, 0, 0, 0, 0, 6]
    assert found["3"] == [0, 8, 0, 0, 0, 0, 8]
    assert found["T"] == [12, 8, 0, 0, 0, 0, 20]


def test_times_are_in_time_late_and_in_days(content: dict[str, Any]) -> None:
    # 12 after 1 day, 8 after 5 with a limit of 3: the middle of 20 is 1, the 18th is 5.
    assert cells(content, "times")["acknowledged"] == [12, 8, 0, 0, 20, 60, 1, 5]


@pytest.mark.parametrize(
    ("after", "limit", "standing"),
    [
        (3, 3, "in_time"),  # on the instant of the limit
        (4, 3, "late"),
        (None, 3, "late"),  # the limit has passed, nobody has done it
        (None, 400, "waiting"),
        (1, None, "no_limit"),
    ],
)
def test_a_clock_stands_as_of_the_cut_off(after: int | None, limit: int | None, standing: str) -> None:
    assert met(after=after, limit=limit).standing(CUT_OFF) == standing


def test_ninety_per_cent_is_said_from_twenty_and_the_half_from_five() -> None:
    def times(count: int) -> list[Any]:
        return cells(half_year_content(material([reported() for _ in range(count)])), "times")["acknowledged"]

    assert times(4)[6:] == [None, ""]
    assert times(5)[6:] == [1, ""]
    assert times(19)[6:] == [1, ""]
    assert times(20)[6:] == [1, 1]


def test_delays_are_summed_when_five_have_said_how_long(content: dict[str, Any]) -> None:
    assert cells(content, "delays") == {"sum": [34], "median": [3.5]}
    few = half_year_content(material([*ROWS[:12], *ROWS[12:16]]))
    assert cells(few, "consequences")["delayed_discharge"][0] is None
    assert cells(few, "delays") == {"sum": [None], "median": [None]}


def test_open_for_more_than_sixty_days_is_counted_at_the_cut_off() -> None:
    cut_off = datetime(2026, 5, 3, 9, 0, tzinfo=UTC)
    old = [reported(closed_at=None) for _ in range(5)]  # since 3 March: 61 days
    edge = [reported(closed_at=None, acknowledged=met(date(2026, 3, 4))) for _ in range(6)]  # 60 days
    found = cells(half_year_content(material([*old, *edge], cut_off=cut_off)), "shares")
    assert found["open_long"] == [5, 11, 45]


def test_a_saturday_is_a_free_day(content: dict[str, Any]) -> None:
    assert cells(content, "shares")["free_day"] == [8, 20, 40]


def test_the_first_page_is_ten_lines_and_says_that_many_is_not_bad(content: dict[str, Any]) -> None:
    lines = content["lines"]
    assert len(lines) == 10
    assert lines[0] == "Första halvåret 2026: 20 avvikelser. Det är 8,3 på 1 000 utskrivningar."
    assert lines[3] == "Vanligaste riktningen: Kommun till region (12)."
    assert lines[5] == "Kvitterade i tid: 60 %. Hälften inom 1 dag, nio av tio inom 5."
    assert lines[8] == "Fördröjd utskrivning: 8, sammanlagt 34 dagar."
    assert lines[9] == CULTURE


def test_months_are_drawn_as_u_chart_or_as_xmr_when_they_vary_too_much() -> None:
    months = [month for half_year in HALF.series for month in half_year.months]
    even = half_year_content(material(ROWS, by_month=dict.fromkeys(months, 8)))
    assert even["chart"]["kind"] == "u"
    assert even["chart"]["middle"] == 20.0
    # 3·√(0.02 / 400) = 0.0212: from nought to 41.2 on a thousand.
    assert cells(even, "months")["2026-03"] == [8, 400, 20.0, 0.0, 41.2, "Inom gränserna"]
    wild = {month: 5 if place % 2 else 45 for place, month in enumerate(months)}
    assert half_year_content(material(ROWS, by_month=wild))["chart"]["kind"] == "xmr"
    few = dict.fromkeys(HALF.months, 8)
    none = dict.fromkeys(months, 0) | dict.fromkeys(HALF.months, 400)
    assert half_year_content(material(ROWS, by_month=few, discharges=none))["chart"]["kind"] == "run"


def test_offers_are_counted_for_each_detector() -> None:
    offers = [Offered("AD01", "Sent", 30, 12, 8), Offered("AD02", "Saknas", 20, 5, 15)]
    found = cells(half_year_content(material(ROWS, offers=offers)), "offers")
    assert found["AD01"] == [12, 8, 10, 30, 60]
    assert found["T"] == [17, 23, 10, 50, 42]


def test_changes_stand_beside_what_was_frozen(content: dict[str, Any]) -> None:
    later = half_year_content(material(ROWS, before={**content, "half_year": "2025H2"}))
    assert cells(later, "changes")["count"] == [20, 20]
    assert later["lines"][1] == "Förra rapporten hade 20 avvikelser, den här 20."
    assert content["lines"][1] == "Det finns ingen tidigare fryst rapport att jämföra med."


def test_a_half_year_is_read_and_follows_the_one_before() -> None:
    half_year = read_half_year("2025H2")
    assert (half_year.first, half_year.last) == (date(2025, 7, 1), date(2025, 12, 31))
    assert (half_year.before, half_year.next) == (HalfYear(2025, 1), HalfYear(2026, 1))
    assert [str(one) for one in HALF.series] == ["2024H2", "2025H1", "2025H2", "2026H1"]
    for name in ("2026H3", "2026h1", "26H1", "٢٠٢٦H1", ""):
        with pytest.raises(ValueError, match=r"^.*$"):
            read_half_year(name)


def test_a_fault_has_a_text_an_owner_and_a_day_that_is_not_over() -> None:
    today = date(2026, 8, 3)
    right = Fault("Inskrivningsmeddelandet kommer sent.", "HSF", today)
    assert list(fault_errors([right], today)) == []
    wrong = Fault("", "x" * 81, date(2026, 8, 2))
    assert [field for field, _, _ in fault_errors([right, wrong], today)] == ["text_2", "owner_2", "due_2"]
    assert [field for field, _, _ in fault_errors([right] * 4, today)] == ["faults"]
