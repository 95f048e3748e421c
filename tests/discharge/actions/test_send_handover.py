"""Överlämning: what is sent, what is missing, and that it stops nobody from going home."""

import pytest

from discharge.actions.send_handover import REQUIRED, send_handover
from lus.organisations.actor import NotPermitted
from lus.refusals import AlreadyDone, InvalidInput

from .life import Life, refused


def test_the_units_get_it_and_the_duty_is_met() -> None:
    life = Life().left()
    life.does(life.ward, send_handover, parts=REQUIRED)
    assert life.told("handover_sent") == {"Nacka", "Vårdcentralen Solen"}
    assert life.row.handover_sent_at == life.at
    assert "send_handover" not in life.owes(life.ward)


def test_what_is_missing_is_named_and_may_follow() -> None:
    life = Life().left()
    life.does(life.ward, send_handover, parts=["medicine_list"])
    assert life.last("handover_sent").data["missing"] == ["discharge_information", "patient_summary"]
    assert life.row.handover_sent_at is None
    assert "send_handover" in life.owes(life.ward)
    life.does(life.ward, send_handover, parts=REQUIRED)
    assert life.row.handover_sent_at == life.at
    assert "send_handover" not in life.owes(life.ward)
    with refused(AlreadyDone, says=f"av {life.ward.name}"):
        life.does(life.ward, send_handover, parts=REQUIRED)


def test_it_may_be_sent_before_the_patient_leaves_and_its_lack_stops_nobody() -> None:
    early = Life()
    early.does(early.ward, send_handover, parts=REQUIRED)
    assert early.left().owes(early.ward) == set()
    assert Life().left().row.stay == "discharged"


@pytest.mark.parametrize("parts", [[], ["en hälsning"]], ids=["nothing", "what the list does not have"])
def test_a_handover_holds_parts_of_the_list(parts: list[str]) -> None:
    life = Life()
    with refused(InvalidInput, field="parts"):
        life.does(life.ward, send_handover, parts=parts)


def test_the_ward_hands_over() -> None:
    life = Life()
    with refused(NotPermitted):
        life.does(life.municipality, send_handover, parts=REQUIRED)
