"""A unit's year: what is shown while it goes on, and when it is over."""

from followup.rules.figures import Figure
from followup.rules.questionnaire import questionnaire
from followup.rules.unit_report import ClosedPool, Responses, unit_report


def pool(
    quarter: int, *steps: int, kind: str = "sip_person", item: str = "P1", issued: int = 20
) -> ClosedPool:
    answers = [{item: step} for step in steps]
    return ClosedPool(questionnaire(kind), f"2026-Q{quarter}", issued, answers)


def test_a_quarter_of_five_is_shown_and_one_of_four_is_not() -> None:
    (kind,) = unit_report([pool(1, 5, 5, 4, 3, 1), pool(2, 5, 5, 5, 5)], year_is_over=False).kinds
    assert kind.responses == {"2026-Q1": Responses(20, 5, 25), "2026-Q2": Responses(20, None, None)}
    item = next(row for row in kind.items if row.item.id == "P1")
    assert item.by_period == {"2026-Q1": Figure(5, 60, 3.6), "2026-Q2": None}


def test_the_year_is_shown_when_it_is_over_and_only_if_nothing_can_be_worked_out() -> None:
    quarters = [pool(1, 5, 5, 4), pool(2, 1, 1), pool(3, *[4] * 9)]
    assert "year" not in unit_report(quarters, year_is_over=False).kinds[0].periods
    over = unit_report(quarters, year_is_over=True)
    assert over.kinds[0].responses["year"] == Responses(60, 14, 23)
    item = {row.item.id: row.by_period["year"] for row in over.kinds[0].items}
    assert item["P1"] == Figure(14, 86, 3.7)
    assert item["P2"] is None  # nobody answered it
    given_away = unit_report([pool(1, 5, 5, 4), pool(3, *[4] * 9)], year_is_over=True)
    assert given_away.kinds[0].responses["year"] == Responses(40, None, None)


def test_an_item_that_few_answered_is_hidden_where_its_quarter_is_shown() -> None:
    few = ClosedPool(questionnaire("sip_person"), "2026-Q1", 9, [{"P1": 5}] * 4 + [{"P1": "dont_know"}] * 2)
    (kind,) = unit_report([few], year_is_over=False).kinds
    assert kind.responses["2026-Q1"].answered == 6
    assert all(row.by_period["2026-Q1"] is None for row in kind.items)


def test_four_children_are_not_told_from_all_kinds_together() -> None:
    told = [pool(1, *[4] * 8), pool(1, *[3] * 4, kind="sip_child", item="B1")]
    report = unit_report(told, year_is_over=True)
    assert report.all_kinds == Responses(40, None, None)
    assert [kind.asked.kind for kind in report.kinds] == ["sip_person", "sip_child"]


def test_the_rows_stand_under_the_four_headings_in_order() -> None:
    (kind,) = unit_report([pool(1, 5)], year_is_over=False).kinds
    headings = list(dict.fromkeys(row.item.heading for row in kind.items))
    assert headings == ["information", "delaktighet", "samverkan", "meningsfullhet"]


def test_a_year_without_codes_has_nothing_to_tell() -> None:
    assert unit_report([], year_is_over=True).kinds == ()
    assert unit_report([], year_is_over=True).all_kinds is None
