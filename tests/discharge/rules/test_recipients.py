"""Whom to tell, who must be told, and what the notice may hold."""

from dataclasses import replace

import pytest

from discharge.rules.recipients import (
    Directory,
    Expected,
    Patient,
    Proposal,
    check_notice_fields,
    check_recipients,
    propose,
)
from discharge.rules.routing import Rule

ANNA = Patient("0182", "Nacka", "vc-solen", 81)
KINDS = {
    "nacka": "reception",
    "nacka-unga": "reception",
    "vc-solen": "primary_care",
    "psyk-nacka": "outpatient_psychiatry",
    "bup-nacka": "outpatient_psychiatry",
}
CLINICS = (
    Rule("psyk-nacka", care_form="psychiatric_adult"),
    Rule("bup-nacka", care_form="child_psychiatric"),
)
UNITS = Directory({"municipality": (Rule("nacka"),), "psychiatry": CLINICS}, KINDS)
NACKA = Proposal("nacka", "municipality", "folkbokförd i Nacka")
LISTED = Proposal("vc-solen", "primary_care", "listad här")
LOCKED = replace(LISTED, locked=True)
FOR_NACKA = "psykiatrisk öppenvård för Nacka"
PSYK = Proposal("psyk-nacka", "outpatient_psychiatry", f"{FOR_NACKA}, vuxenpsykiatri")
BUP = Proposal("bup-nacka", "outpatient_psychiatry", f"{FOR_NACKA}, barn- och ungdomspsykiatri")

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
    assert propose(patient, needs, care_form, UNITS).units == wanted


def test_a_reception_for_an_age_takes_its_own_with_the_reason() -> None:
    rules = (Rule("nacka-unga", ages="0-17"), Rule("nacka", ages="65+"))
    found = propose(ANNA, SOCIAL, "somatic_acute", replace(UNITS, rules={"municipality": rules}))
    (proposal,) = found.units
    assert (proposal.unit_id, proposal.why) == ("nacka", "folkbokförd i Nacka, 65+")
    assert found.trouble == ""


TROUBLES = [
    ("no rule", (), "Ingen mottagare är registrerad för Nacka."),
    ("age not known", (Rule("nacka", ages="65+"),), "Ingen mottagare är registrerad för Nacka."),
    ("closed, and no default", (Rule("stängd"),), "Enheten som tog emot för Nacka är nedlagd."),
]


@pytest.mark.parametrize(("life", "rules", "said"), TROUBLES, ids=[row[0] for row in TROUBLES])
def test_rules_that_lead_to_nobody_say_what_to_do(life: str, rules: tuple[Rule, ...], said: str) -> None:
    anna = replace(ANNA, age=None)
    found = propose(anna, SOCIAL, "somatic_acute", replace(UNITS, rules={"municipality": rules}))
    assert found.units == []
    assert found.trouble.startswith(said)
    assert "ring kommunen" in found.trouble


@pytest.mark.parametrize(
    "unknown", [{"is_protected": True}, {"municipality": ""}], ids=["protected", "no address"]
)
def test_who_has_no_address_is_no_trouble_of_the_rules(unknown: dict[str, object]) -> None:
    found = propose(replace(ANNA, **unknown), SOCIAL, "somatic_acute", replace(UNITS, rules={}))  # type: ignore[arg-type]
    assert (found.units, found.trouble) == ([], "")


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
