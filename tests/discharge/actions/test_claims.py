"""Jag tar: one person for each unit, by name within the unit and by function outside it."""

import pytest

from discharge.actions.claim_case import claim_case
from discharge.actions.decline_case import decline_case
from discharge.actions.release_claim import release_claim
from discharge.queries.case_page import case_page
from discharge.queries.my_turn import Turn, my_turn
from discharge.verify import Difference, differences
from lus.organisations.models import Unit
from lus.organisations.roles import Role
from lus.refusals import AlreadyDone, StageNotAllowed
from tests.factories import a_unit, a_user, an_actor

from .life import Life, names, refused
from .lives import admitted, claimed

TESTED_ACTS = ("claim_case", "release_claim")


def a_colleague(life: Life, name: str = "Ali Demir") -> object:
    unit = Unit.objects.get(pk=str(life.municipality.unit_id))
    return an_actor(unit, Role.RECEPTION, user=a_user(name))


def test_the_first_to_take_it_starts_the_planning_and_has_read_the_message() -> None:
    life = claimed()
    row = life.unit(life.municipality)
    assert (row.claimed_by, row.claimed_name) == (life.municipality.user_id, life.municipality.name)
    assert row.state == "in_progress"
    assert life.message("admission_notice_sent", life.municipality).acknowledged_at == life.at


def test_who_comes_second_is_told_who_was_first_and_when() -> None:
    life = claimed()
    with refused(AlreadyDone, code="already-done", says=f"av {life.municipality.name}, Nacka, 10.10"):
        life.does(a_colleague(life), claim_case)  # type: ignore[arg-type]


def test_each_unit_has_its_own_claim_the_ward_too() -> None:
    life = claimed()
    life.does(life.ward, claim_case)
    life.does(life.primary_care, claim_case)
    assert {claim.unit_id for claim in life.facts.claims} == {
        str(actor.unit_id) for actor in (life.ward, life.municipality, life.primary_care)
    }
    assert life.unit(life.ward).claimed_by == life.ward.user_id


def test_a_ward_takes_a_case_that_nobody_has_been_told_of() -> None:
    life = admitted()
    version = life.facts.version
    life.does(life.ward, claim_case)
    assert names(life.new_since(version)) == ["case_claimed"]


def test_a_colleague_may_let_it_go_and_take_it() -> None:
    life = claimed()
    colleague = a_colleague(life)
    life.does(colleague, release_claim)  # type: ignore[arg-type]
    assert life.unit(life.municipality).claimed_name == ""
    assert life.unit(life.municipality).state == "in_progress"
    version = life.facts.version
    life.does(colleague, claim_case)  # type: ignore[arg-type]
    assert names(life.new_since(version)) == ["case_claimed"]
    with refused(AlreadyDone):
        life.does(life.municipality, claim_case)


def test_what_nobody_has_taken_is_not_let_go() -> None:
    life = Life()
    with refused(AlreadyDone, says="Ingen på er enhet"):
        life.does(life.municipality, release_claim)


def test_a_unit_that_leaves_the_case_has_it_no_more() -> None:
    life = claimed()
    life.does(life.municipality, decline_case, reason="no_need_of_us")
    assert life.unit(life.municipality).claimed_by is None
    assert life.facts.claims == ()


def test_an_assignment_above_the_unit_takes_nothing() -> None:
    life = Life()
    hospital = a_unit("Sjukhuset", "hospital")
    Unit.objects.filter(pk=str(life.ward.unit_id)).update(parent=hospital)
    above = an_actor(hospital, Role.DISCHARGE_COORDINATOR, include_subunits=True)
    with refused(StageNotAllowed, code="not-recipient"):
        life.does(above, claim_case)


def test_the_name_stays_within_the_unit() -> None:
    life = claimed()
    for actor, seen in ((life.municipality, life.municipality.name), (life.ward, "Kommunens mottagning")):
        facts = case_page(actor, life.case.pk, at=life.at).facts
        (claim,) = facts.claims
        assert (claim.name, bool(claim.user_id)) == (seen, actor is life.municipality)
        (event,) = [event for event in facts.events if event.name == "case_claimed"]
        assert (event.actor_name, bool(event.data["user_id"])) == (seen, actor is life.municipality)


@pytest.mark.parametrize("who", ["municipality", "ward"])
def test_my_turn_tells_the_own_units_claim_only(who: str) -> None:
    life = claimed()
    actor = getattr(life, who)
    found = {turn.claimed_name for turn in my_turn(actor, at=life.at).turns if isinstance(turn, Turn)}
    assert found <= ({life.municipality.name} if who == "municipality" else {""})
    assert my_turn(life.municipality, at=life.at).turns


def test_the_tables_follow_from_the_events() -> None:
    life = claimed()
    life.does(life.ward, claim_case)
    assert [str(item) for item in differences() if isinstance(item, Difference)] == []
