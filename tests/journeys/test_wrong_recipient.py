"""Fel mottagare: the notice finds the right municipality, and the clock keeps its start."""

from datetime import date, timedelta

import pytest

from discharge.actions.redirect_notice import redirect_notice
from discharge.actions.report_wrong_recipient import report_wrong_recipient
from discharge.queries.board import board
from discharge.queries.case_page import case_page
from discharge.queries.my_turn import my_turn
from lus.organisations.actor import Actor
from lus.organisations.models import UnitKind
from lus.organisations.roles import Role
from lus.refusals import NotThere
from tests.factories import a_unit, an_actor

from .story import NACKA, SOLEN, WARD, Story, clock

pytestmark = pytest.mark.django_db

MON = date(2026, 3, 2)
TUE = MON + timedelta(days=1)


@pytest.fixture
def solna() -> Actor:
    return an_actor(a_unit("Solna", UnitKind.RECEPTION, municipality_code="0184"), Role.RECEPTION)


def test_a_notice_to_the_wrong_municipality_finds_the_right_one(solna: Actor) -> None:
    # given a notice to Nacka
    story = Story(MON)
    # when Nacka says that the person has moved to Solna
    story.when(
        MON,
        "15.00",
        story.municipality,
        report_wrong_recipient,
        reason="moved",
        suggested_unit_id=solna.unit_id,
    )
    # then the ward is told, owes a new recipient by the first clock, and Nacka sees the case no more
    assert story.told("wrong_recipient_reported") == {WARD}
    assert story.duty("choose_new_recipient").due_at == clock(TUE, "8.00")
    nowhere = board(story.municipality, at=story.at).rows, my_turn(story.municipality, at=story.at).turns
    assert nowhere == ((), ())
    with pytest.raises(NotThere):
        case_page(story.municipality, story.case.pk, at=story.at)
    # and when nobody has chosen in time, it is said
    story.midnight(TUE)
    assert story.clock_told(story.ward) == 0
    story.when(
        TUE,
        "8.30",
        story.ward,
        redirect_notice,
        wrong_unit_id=story.municipality.unit_id,
        new_unit_id=solna.unit_id,
    )
    # then Solna has the notice, both times stay, and the choice came half an hour too late
    assert story.told("recipient_corrected") == {"Solna"}
    duty = story.duty("choose_new_recipient")
    assert (duty.due_at, duty.met_at) == (clock(TUE, "8.00"), clock(TUE, "8.30"))
    page = case_page(solna, story.case.pk, at=story.at)
    unit = page.facts.unit(str(solna.unit_id))
    assert unit is not None
    assert unit.told_at == clock(MON, "9.00")
    assert story.message("recipient_corrected", solna).delivered_at == clock(TUE, "8.30")
    # and from now on the messages go there
    story.is_ready(TUE, "10.00")
    assert story.told("ready_notice_sent") == {"Solna", SOLEN}
    assert NACKA not in story.told("ready_notice_sent")
