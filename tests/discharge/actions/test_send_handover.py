"""Överlämning: what is added, sent and received, what is missing, and that it stops nobody from going home."""

import pytest

from discharge.actions.add_handover_part import add_handover_part
from discharge.actions.confirm_handover_received import confirm_handover_received
from discharge.actions.declare_handover_part_not_needed import declare_handover_part_not_needed
from discharge.actions.send_handover import PARTS, send_handover
from discharge.rules.handover_parts import required_parts
from lus.organisations.actor import NotPermitted
from lus.refusals import AlreadyDone, InvalidInput, StageNotAllowed, StalePage

from .life import Life, refused

TESTED_ACTS = (
    "add_handover_part",
    "declare_handover_part_not_needed",
    "send_handover",
    "confirm_handover_received",
)
ALL = list(PARTS)


def test_the_units_get_it_and_the_duty_is_met() -> None:
    life = Life().left()
    life.does(life.ward, send_handover, parts=ALL)
    assert life.told("handover_sent") == {"Nacka", "Vårdcentralen Solen"}
    assert life.row.handover_sent_at == life.at
    assert not {"send_handover", "complete_handover"} & life.owes(life.ward)


def test_what_is_missing_is_named_and_may_follow() -> None:
    life = Life().left()
    life.does(life.ward, send_handover, parts=["medicine_list"])
    missing = life.last("handover_sent").data["missing"]
    assert missing == [part for part in life_required(life) if part != "medicine_list"]
    assert (life.row.handover_sent_at, life.row.handover_missing) == (None, len(missing))
    assert "complete_handover" in life.owes(life.ward)
    life.does(life.ward, send_handover, parts=missing)
    assert (life.row.handover_sent_at, life.row.handover_missing) == (life.at, 0)
    assert "complete_handover" not in life.owes(life.ward)
    with refused(AlreadyDone, says=f"av {life.ward.name}"):
        life.does(life.ward, send_handover, parts=missing)


def life_required(life: Life) -> list[str]:
    return list(required_parts(life.facts))


def test_it_may_be_sent_before_the_patient_leaves_and_its_lack_stops_nobody() -> None:
    early = Life()
    early.does(early.ward, send_handover, parts=ALL)
    assert not {"send_handover", "complete_handover"} & early.left().owes(early.ward)
    assert Life().left().row.stay == "discharged"


def test_what_was_added_is_sent_with_its_version() -> None:
    life = Life()
    life.does(life.ward, add_handover_part, part="food", where="here", text="Matlåda i kylen")
    life.does(life.ward, add_handover_part, part="food", where="here", text="Två matlådor i kylen")
    life.does(life.ward, send_handover, parts=["medicine_list"])
    data = life.last("handover_sent").data
    assert data["versions"] == {"food": 2, "medicine_list": 1}
    assert life.facts.leaving.part("food").sent_text == "Två matlådor i kylen"


def test_adding_tells_nobody_before_it_is_sent() -> None:
    life = Life()
    life.does(life.ward, add_handover_part, part="food", where="phone")
    assert life.told("handover_part_added") == set()


@pytest.mark.parametrize(
    ("arguments", "field"),
    [
        ({"part": "en hälsning", "where": "paper"}, "part"),
        ({"part": "food", "where": "duva"}, "where"),
        ({"part": "food", "where": "here", "text": "  "}, "text"),
        ({"part": "food", "where": "here", "text": "x" * 1001}, "text"),
    ],
    ids=["no such part", "no such place", "written here, but empty", "too long"],
)
def test_a_part_is_of_the_list_and_says_where_it_is(arguments: dict[str, str], field: str) -> None:
    life = Life()
    with refused(InvalidInput, field=field):
        life.does(life.ward, add_handover_part, **arguments)


def test_a_part_is_left_out_once_with_a_reason() -> None:
    life = Life()
    with refused(InvalidInput, field="reason"):
        life.does(life.ward, declare_handover_part_not_needed, part="keys_access", reason=" ")
    life.does(life.ward, declare_handover_part_not_needed, part="keys_access", reason="Dottern öppnar")
    assert "keys_access" not in life.facts.handover_missing
    with refused(AlreadyDone):
        life.does(life.ward, declare_handover_part_not_needed, part="keys_access", reason="Igen")


def test_what_has_been_sent_cannot_be_called_not_needed() -> None:
    life = Life()
    life.does(life.ward, send_handover, parts=["medicine_list"])
    with refused(AlreadyDone, says="skickad"):
        life.does(life.ward, declare_handover_part_not_needed, part="medicine_list", reason="Behövs ej")


@pytest.mark.parametrize("parts", [[], ["en hälsning"]], ids=["nothing", "what the list does not have"])
def test_a_handover_holds_parts_of_the_list(parts: list[str]) -> None:
    life = Life()
    with refused(InvalidInput, field="parts"):
        life.does(life.ward, send_handover, parts=parts)


def test_each_receiver_confirms_and_the_ward_is_told() -> None:
    life = Life()
    with refused(StageNotAllowed, says="Ingen överlämning"):
        life.does(life.municipality, confirm_handover_received)
    life.does(life.ward, send_handover, parts=["medicine_list"])
    assert "confirm_handover_received" in life.owes(life.municipality)
    life.does(life.municipality, confirm_handover_received)
    assert life.told("handover_received") == {"Avd 72"}
    assert "confirm_handover_received" not in life.owes(life.municipality)
    assert "confirm_handover_received" in life.owes(life.primary_care)
    with refused(AlreadyDone, says=f"av {life.municipality.name}"):
        life.does(life.municipality, confirm_handover_received)
    life.does(life.ward, send_handover, parts=["adl_status"])
    assert "confirm_handover_received" in life.owes(life.municipality)


def test_two_nurses_who_send_at_once_do_not_send_unseen_parts() -> None:
    life = Life()
    seen = life.facts.version
    life.does(life.ward, add_handover_part, part="food", where="paper")
    with refused(StalePage):
        life.does(life.ward, send_handover, parts=["medicine_list"], seen_version=seen)


def test_the_ward_hands_over() -> None:
    life = Life()
    with refused(NotPermitted):
        life.does(life.municipality, send_handover, parts=ALL)
