"""The board beside a plain page, its SQL for 14, 50 and 200 rows, and its growth with history."""

from collections.abc import Callable

from tests.factories import Place, signed_in

from .measure import Result, in_turns, median, ratio, statements

RUNS = 40


def getters(place: Place) -> tuple[Callable[[], object], Callable[[], object]]:
    """Return two calls: the board as the ward's nurse gets it, and the plain page with the same cases."""
    client = signed_in(place.ward)

    def get(address: str) -> None:
        answer = client.get(address)
        assert answer.status_code == 200, (address, answer.status_code)

    return lambda: get("/discharge/board/"), lambda: get(f"/plain/?ward={place.ward.unit_id}")


def board_times(place: Place) -> list[list[float]]:
    """Return milliseconds of the board and of the plain page, in turns."""
    return in_turns(RUNS, *getters(place))


def ratio_result(times: list[list[float]], place: Place, cases: int) -> Result:
    floor = f"plain page of 50 × 11, {median(times[1]):.1f} ms (the board {median(times[0]):.1f} ms)"
    sql = statements(getters(place)[0])
    return Result("board-ratio", f"board of 50 rows, {cases:,} cases", ratio(times), "×", 1.5, floor, sql)


def sql_results(places: dict[int, Place]) -> list[Result]:
    """The number of statements, which must not follow the number of rows."""
    counts = {size: statements(getters(place)[0]) for size, place in places.items()}
    spread = max(counts.values()) - min(counts.values())
    said = ", ".join(f"{size} rows: {count}" for size, count in counts.items())
    return [
        Result("board-sql", "SQL statements of the board", max(counts.values()), "statements", 10, said),
        Result("board-sql-spread", "difference between 14, 50 and 200 rows", spread, "statements", 0, said),
    ]


def growth_result(few: list[list[float]], many: list[list[float]], was: int, cases: int) -> Result:
    """Growth of the board from few to many cases, each held against its own floor."""
    return Result(
        "board-growth",
        f"board of 50 rows, from {was:,} to {cases:,} cases",
        ratio(many) / ratio(few),
        "×",
        1.25,
        f"the same ratio at {was:,} cases ({median(few[0]):.1f} ms → {median(many[0]):.1f} ms)",
    )
