"""Samtycke återtaget: what is not sent yet is stopped, and what is sent stays sent."""

from typing import Any

import pytest

from discharge.actions.record_information_consent import record_information_consent
from discharge.rules.stages import allowed_acts
from lus.refusals import InvalidInput, StageNotAllowed
from sip.actions.record_sip_consent import record_sip_consent
from sip.actions.withdraw_consent import withdraw_consent

from .good_input import BY_NAME
from .life import Life, refused
from .lives import consented
from .lives_with_messages import shared, write


def test_a_consent_to_information_that_is_taken_back_stops_the_writing() -> None:
    life = shared()
    write(life, life.ward, life.municipality)
    life.does(life.municipality, withdraw_consent, kinds=["information"])
    assert life.told("consent_withdrawn") == {"Avd 72", "Vårdcentralen Solen"}
    assert (life.facts.sharing.consent, len(life.facts.messages)) == ("withdrawn", 1)
    with refused(InvalidInput, code="legal-ground-missing"):
        write(life, life.ward, life.municipality)


def test_a_consent_to_the_summons_that_is_taken_back_stops_the_summons() -> None:
    life = consented()
    life.does(life.ward, withdraw_consent, kinds=["sip_summons"])
    assert (life.facts.sip_consent, life.row.sip_consent) == ("refused", "refused")
    with refused(StageNotAllowed, code="consent-missing"):
        BY_NAME["send_sip_summons"].do(life)
    life.does(life.ward, record_sip_consent, state="given")
    assert life.row.sip_consent == "given"


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"kinds": ["sip_summons"]}, "kinds"),
        ({"kinds": ["everything"]}, "kinds"),
        ({"kinds": []}, "kinds"),
        ({"kinds": ["information"], "given_by": "neighbour"}, "given_by"),
        ({"kinds": ["information"], "form": "sung"}, "form"),
    ],
)
def test_what_was_never_given_cannot_be_taken_back(sent: dict[str, Any], field: str) -> None:
    life = shared()
    with refused(InvalidInput, field=field):
        life.does(life.ward, withdraw_consent, **sent)


def test_the_button_is_there_only_when_something_is_given() -> None:
    life = Life()
    ward = str(life.ward.unit_id)
    assert "withdraw_consent" not in allowed_acts(life.facts, ward, "ward")
    life.does(life.ward, record_information_consent, state="given")
    assert "withdraw_consent" in allowed_acts(life.facts, ward, "ward")
