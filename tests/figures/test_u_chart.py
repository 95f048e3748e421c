"""u-diagrammet: the handbook's figures, and periods that say nothing."""

from lus.figures.u_chart import Counted, u_chart

COUNTS, EXPOSED = (12, 15, 9, 14, 20, 11), (1000, 1100, 950, 1020, 1050, 980)


def months(counts: tuple[int, ...], exposed: tuple[int, ...]) -> list[Counted]:
    return [
        Counted(f"2026-{place:02}", *both) for place, both in enumerate(zip(counts, exposed, strict=True), 1)
    ]


def test_the_handbooks_figures() -> None:
    chart = u_chart(months(COUNTS, EXPOSED))
    assert chart.mean is not None
    assert round(1000 * chart.mean, 3) == 13.279
    first = chart.rates[0]
    assert [round(1000 * (one or 0), 3) for one in (first.lower, first.upper)] == [2.347, 24.211]
    assert not any(rate.is_outside for rate in chart.rates)
    assert not chart.is_dispersed


def test_more_variation_than_chance_makes_is_told() -> None:
    chart = u_chart(months((1, 60, 2, 70), (1000, 1000, 1000, 1000)))
    assert chart.is_dispersed
    assert [rate.is_outside for rate in chart.rates] == [True] * 4


def test_a_period_without_exposure_has_no_rate() -> None:
    chart = u_chart(months((0, 3), (0, 100)))
    assert [rate.rate for rate in chart.rates] == [None, 0.03]
    assert u_chart(months((0,), (0,))).mean is None
