"""Vidaresänd: one organisation, one row; the duties follow the unit that took over."""

import pytest

from discharge.actions.acknowledge import acknowledge
from discharge.actions.add_concerned_unit import add_concerned_unit
from discharge.actions.decline_case import decline_case
from discharge.actions.forward_case import forward_case
from discharge.actions.redirect_notice import redirect_notice
from discharge.actions.report_ready_to_receive import report_ready_to_receive
from discharge.actions.report_wrong_recipient import report_wrong_recipient
from discharge.actions.start_planning import start_planning
from discharge.queries.board import board
from discharge.queries.case_page import case_page
from discharge.queries.visible import case_of
from discharge.verify import Difference, differences
from lus.organisations.models import Principal, Unit, UnitKind
from lus.organisations.queries import forward_targets
from lus.organisations.roles import Role
from lus.refusals import AlreadyDone, InvalidInput, NotThere
from tests.factories import a_unit, an_actor

from .life import Life, refused
from .lives import forwarded, misrouted, sub_unit

TESTED_ACTS = ("forward_case",)


def test_the_duties_follow_the_unit_that_took_over() -> None:
    life, home_care = forwarded()
    assert life.unit(life.municipality).state == "forwarded"
    assert life.owes(life.municipality) == set()
    assert life.owes(home_care) == {"acknowledge", "start_planning"}
    assert life.told("case_forwarded") == {"Hemtjänst Nacka"}


def test_the_receptions_receipt_is_the_municipalitys_and_the_clock_keeps_its_start() -> None:
    life, home_care = forwarded()
    assert life.message("admission_notice_sent", life.municipality).acknowledged_at == life.at
    assert life.unit(home_care).told_at == life.row.admission_notice_at
    assert life.message("case_forwarded", home_care).delivered_at == life.at
    life.does(home_care, acknowledge, message_id=life.last("case_forwarded").pk)
    assert life.unit(home_care).state == "acknowledged"


def test_new_messages_go_to_the_unit_that_took_over_and_the_reception_still_sees_the_case() -> None:
    life, home_care = forwarded()
    life.ready()
    assert life.told("ready_notice_sent") == {"Hemtjänst Nacka", "Vårdcentralen Solen"}
    assert case_of(life.municipality, life.case.pk) == life.case
    assert [row.case["pk"] for row in board(life.municipality, at=life.at).rows] == [life.case.pk]
    life.does(home_care, report_ready_to_receive, what="Hemtjänst")
    assert "report_ready_to_receive" not in life.owes(home_care)


def test_a_ready_notice_in_force_goes_with_the_case() -> None:
    life = Life().ready()
    home_care = sub_unit(life, "Hemtjänst Nacka")
    life.does(life.municipality, forward_case, unit_id=home_care.unit_id)
    assert life.message("ready_notice_forwarded", home_care).acknowledged_at is None


def test_several_units_take_part_and_each_answers_for_itself() -> None:
    life, home_care = forwarded()
    nurses = sub_unit(life, "Hemsjukvård Nacka", UnitKind.MUNICIPAL_HEALTH, Role.MUNICIPAL_NURSE)
    life.does(life.municipality, forward_case, unit_id=nurses.unit_id)
    assert life.unit(nurses).role == "municipal_health"
    life.does(nurses, start_planning)
    assert (life.unit(nurses).state, life.unit(home_care).state) == ("in_progress", "new")
    with refused(AlreadyDone, says=f"av {life.municipality.name}"):
        life.does(life.municipality, forward_case, unit_id=nurses.unit_id)


@pytest.mark.parametrize("answer", ["declines", "is wrong"])
def test_what_the_unit_sends_back_is_the_receptions_again_and_nobody_elses(answer: str) -> None:
    life, home_care = forwarded()
    if answer == "declines":
        life.does(home_care, decline_case, reason="no_need_of_us")
        told = life.told("case_declined")
    else:
        life.does(home_care, report_wrong_recipient, reason="other_district")
        told = life.told("wrong_recipient_reported")
    assert told == {"Avd 72", "Nacka"}
    assert life.unit(life.municipality).state == "acknowledged"
    assert life.owes(life.municipality) == {"start_planning"}
    assert not {"choose_new_recipient", "no_municipality_in_case"} & life.owes(life.ward)


def test_one_of_two_units_that_declines_leaves_the_case_with_the_other() -> None:
    life, home_care = forwarded()
    nurses = sub_unit(life, "Hemsjukvård Nacka", UnitKind.MUNICIPAL_HEALTH)
    life.does(life.municipality, forward_case, unit_id=nurses.unit_id)
    life.does(home_care, decline_case, reason="no_need_of_us")
    assert life.unit(life.municipality).state == "forwarded"


def test_a_case_stays_inside_the_organisation() -> None:
    life = Life()
    solna = a_unit("Solna", UnitKind.RECEPTION)
    with refused(InvalidInput, code="other-organisation", field="unit_id"):
        life.does(life.municipality, forward_case, unit_id=solna.pk)
    for there in (life.primary_care, life.municipality):
        with refused(AlreadyDone):
            life.does(life.municipality, forward_case, unit_id=there.unit_id)


def test_a_closed_unit_gets_nothing() -> None:
    life = Life()
    closed = sub_unit(life, "Hemtjänst Fisksätra")
    Unit.objects.filter(pk=str(closed.unit_id)).update(closed_on="2026-01-31")
    with refused(InvalidInput, code="unknown-unit", field="unit_id"):
        life.does(life.municipality, forward_case, unit_id=closed.unit_id)
    assert life.municipality.unit_id is not None
    assert forward_targets(life.municipality.unit_id) == []


def test_in_a_region_the_tree_decides() -> None:
    region = Principal.objects.create(kind="region", code="98", name="Region Syd")
    centre = a_unit("Vårdcentralen Å", UnitKind.PRIMARY_CARE, principal=region)
    branch = a_unit("Filial Å", UnitKind.PRIMARY_CARE, principal=region, parent=centre)
    other = a_unit("Vårdcentralen Ö", UnitKind.PRIMARY_CARE, principal=region)
    assert forward_targets(centre.pk) == [branch]
    assert forward_targets(branch.pk) == []
    assert forward_targets(other.pk) == []


def test_the_ward_does_not_add_a_unit_that_is_behind_its_own_units() -> None:
    life, _ = forwarded()
    with refused(AlreadyDone):
        life.does(life.ward, add_concerned_unit, unit_id=life.municipality.unit_id, role="municipality")


def test_the_right_unit_is_not_one_that_is_behind_its_own_units() -> None:
    life = misrouted()
    solna = an_actor(a_unit("Solna", UnitKind.RECEPTION), Role.RECEPTION)
    life.does(life.ward, add_concerned_unit, unit_id=solna.unit_id, role="municipality")
    below = a_unit("Hemtjänst Solna", UnitKind.HOME_CARE, principal=Unit.objects.get(name="Solna").principal)
    life.does(solna, forward_case, unit_id=below.pk)
    with refused(InvalidInput, field="new_unit_id"):
        life.does(
            life.ward, redirect_notice, wrong_unit_id=life.municipality.unit_id, new_unit_id=solna.unit_id
        )


def test_the_note_is_read_by_the_two_units_only() -> None:
    life, home_care = forwarded()
    for actor, said in (
        (life.ward, ""),
        (life.municipality, "Gäller hemtjänst"),
        (home_care, "Gäller hemtjänst"),
    ):
        page = case_page(actor, life.case.pk, at=life.at)
        assert [event.data["note"] for event in page.facts.events if event.name == "case_forwarded"] == [said]


def test_the_tables_follow_from_the_events() -> None:
    forwarded()
    assert [str(item) for item in differences() if isinstance(item, Difference)] == []


def test_a_unit_that_was_never_sent_the_case_does_not_see_it() -> None:
    life, _ = forwarded()
    other = sub_unit(life, "Hemtjänst Saltsjöbaden")
    with pytest.raises(NotThere):
        case_of(other, life.case.pk)
