"""Whom to tell, who must be told, and what the notice may hold."""

from dataclasses import replace

import pytest

from discharge.rules.recipients import (
    Candidate,
    Expected,
    Patient,
    Proposal,
    check_notice_fields,
    check_recipients,
    propose,
)

ANNA = Patient("0182", "Nacka", "vc-solen", 81)
UNITS = (
    Candidate("nacka", "reception", "0182"),
    Candidate("solna", "reception", "0184"),
    Candidate("vc-solen", "primary_care", "0182"),
    Candidate("vc-annan", "primary_care", "0182"),
    Candidate("psyk-nacka", "outpatient_psychiatry", "0182", "psychiatric_adult"),
    Candidate("bup-nacka", "outpatient_psychiatry", "0182", "child_psychiatric"),
)
NACKA = Proposal("nacka", "municipality", "folkbokförd i Nacka")
LISTED = Proposal("vc-solen", "primary_care", "listad här")
LOCKED = replace(LISTED, locked=True)
PSYK = Proposal("psyk-nacka", "outpatient_psychiatry", "psykiatrisk öppenvård för Nacka")
BUP = replace(PSYK, unit_id="bup-nacka")

HEALTH = Expected(municipal_health=True)
SOCIAL = Expected(social_services=True)
CARE = Expected(outpatient=True)

PROPOSED = [
    ("municipal health care locks primary care", ANNA, HEALTH, "somatic_acute", [NACKA, LOCKED]),
    ("social services only", ANNA, SOCIAL, "somatic_acute", [NACKA]),
    ("outpatient care only", ANNA, CARE, "somatic_acute", [LISTED]),
    ("no need", ANNA, Expected(), "somatic_acute", []),
    ("psychiatric stay", ANNA, HEALTH, "psychiatric_adult", [NACKA, LOCKED, PSYK]),
    ("child psychiatry", ANNA, CARE, "child_psychiatric", [LISTED, BUP]),
    ("addiction care has no clinic here", ANNA, CARE, "addiction", [LISTED]),
    ("protected: by hand", replace(ANNA, is_protected=True), HEALTH, "psychiatric_adult", [LOCKED]),
    ("municipality unknown", replace(ANNA, municipality=""), HEALTH, "somatic_acute", [LOCKED]),
    ("not listed anywhere", replace(ANNA, listed_unit_id=None), HEALTH, "somatic_acute", [NACKA]),
]


@pytest.mark.parametrize(
    ("life", "patient", "needs", "care_form", "wanted"), PROPOSED, ids=[row[0] for row in PROPOSED]
)
def test_who_is_proposed_and_why(
    life: str, patient: Patient, needs: Expected, care_form: str, wanted: list[Proposal]
) -> None:
    assert propose(patient, needs, care_form, UNITS) == wanted


def test_two_receptions_that_fit_equally_are_chosen_by_hand() -> None:
    units = (*UNITS, Candidate("nacka-2", "reception", "0182"))
    assert propose(ANNA, SOCIAL, "somatic_acute", units) == []


def test_a_reception_for_an_age_takes_its_own() -> None:
    units = (
        Candidate("unga", "reception", "0182", ages=(0, 17)),
        Candidate("gamla", "reception", "0182", ages=(65, 120)),
    )
    (proposal,) = propose(ANNA, SOCIAL, "somatic_acute", units)
    assert (proposal.unit_id, proposal.why) == ("gamla", "folkbokförd i Nacka, 65–120 år")
    assert propose(replace(ANNA, age=None), SOCIAL, "somatic_acute", units) == []


CHECKED = [
    ("nobody", False, [], "no-recipient"),
    ("health care, municipality only", True, ["municipality"], "primary-care-required"),
    ("health care and primary care", True, ["municipality", "primary_care"], ""),
    ("health care and psychiatry", True, ["municipality", "outpatient_psychiatry"], ""),
    ("social services, municipality only", False, ["municipality"], ""),
]


@pytest.mark.parametrize(("life", "health", "roles", "code"), CHECKED, ids=[row[0] for row in CHECKED])
def test_who_must_be_told(life: str, health: bool, roles: list[str], code: str) -> None:
    said = check_recipients(municipal_health=health, roles=roles)
    assert (said.code if said else "") == code


def test_the_four_items_and_routing_are_let_through() -> None:
    assert (
        check_notice_fields(["name", "identifier", "registered_address", "expected_discharge", "recipients"])
        is None
    )
    assert check_notice_fields(["person_id"], routing={"person_id"}) is None


@pytest.mark.parametrize("key", ["diagnosis", "message", "next_of_kin"])
def test_anything_else_is_refused_by_name(key: str) -> None:
    said = check_notice_fields(["name", key])
    assert said is not None
    assert (said.code, said.field) == ("statutory-fields-only", key)
    assert key in said.detail
