"""The task of a settlement officer: dispute a line of last month."""

from collections.abc import Callable

from django.utils import timezone

from discharge.rules.settlement_line import month_before
from lus.swedish_time import local_date
from tests.browser.people import Colleague
from tests.discharge.actions.settlement_lives import stayed

from .scene import Scene


def dispute_a_line(scene: Scene) -> tuple[Colleague, Callable[[], None]]:
    """Last month's only line, of a patient who became ready on its first day."""
    first = month_before(local_date(timezone.now()))
    stayed(scene.place, first)
    who = scene.officer
    who.goes_to("/settlement/")

    def done() -> None:
        with who.page.expect_event("load"):
            who.press(who.page.get_by_role("link", name="Bestrid").first)
        who.chooses("Fel tid")
        who.types("Text", "Underrättelsen kom på eftermiddagen.")
        who.sends("Bestrid", "Raden är bestridd")

    return who, done
