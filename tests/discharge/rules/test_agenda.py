"""Dagordningen: what matters to the person first, then the open needs, then who does what."""

from discharge.rules.agenda import FIRST, LAST, agenda, agenda_of

from .test_conditions import told


def test_what_matters_comes_first_and_a_short_meeting_has_three_points() -> None:
    assert agenda(("Boende", "Boende", "", "Trygghet"), short=False) == (FIRST, "Boende", "Trygghet", *LAST)
    assert agenda(("Boende",), short=True) == (FIRST, *LAST)


def test_many_needs_are_counted() -> None:
    points = agenda([f"Behov {number}" for number in range(11)], short=False)
    assert points[9] == "3 behov till"
    assert len(points) == 12


def test_a_case_tells_its_judged_needs_and_what_the_planning_still_asks() -> None:
    points = agenda_of(told().facts())
    assert points[1].startswith("Insatser från ")
    assert "Före inskrivningen" in points
    assert agenda_of(told().facts(), ("Ekonomi",)) == (FIRST, "Ekonomi", *LAST)
