"""Agreements by REST: read, propose, approve; the same refusals as on the page, as problems."""

from dataclasses import replace

import pytest

from discharge.actions.load_agreements import load_agreements
from discharge.models import AgreementProposal, AgreementRow
from discharge.rules.agreement_records import BY_KEY, RECORDS
from discharge.rules.amounts import AMOUNTS
from lus.organisations.models import User
from lus.organisations.queries import actor_of
from lus.organisations.roles import Role
from tests.factories import a_unit, an_actor, an_assignment

from .conftest import Api, api_of
from .problem import problem

LOCAL = replace(BY_KEY["statute"], key="local", title="lokalt", correction_deadline_day=12, region_code="99")
ALL, ONE = "/api/v1/agreements", "/api/v1/agreements/local"
PROPOSE, APPROVE = f"{ONE}/acts/propose-activation", f"{ONE}/acts/activate"
DAY = {"payment_active_from": "2026-04-01"}


@pytest.fixture(autouse=True)
def _loaded(demo_at_now: None) -> None:
    load_agreements([*RECORDS, LOCAL], AMOUNTS)


@pytest.fixture
def region() -> Api:
    return api_of(an_actor(a_unit("Avd 8"), Role.DISCHARGE_COORDINATOR))


def test_every_agreement_is_listed_once_in_pages(municipality: Api) -> None:
    keys, address = [], f"{ALL}?limit=10"
    while address:
        told = municipality.get(address).json()
        keys += [row["key"] for row in told["results"]]
        address = told["next"] and told["next"].removeprefix("http://testserver")
    assert keys == sorted({record.key for record in RECORDS} | {"local"})


def test_one_agreement_tells_its_terms_and_what_is_missing(municipality: Api) -> None:
    told = municipality.get(f"{ALL}/stockholm_2020_somatic").json()
    assert (told["mean_level"], told["cutoff_time"], told["valid_from"]) == ("2", "12:00:00", "2020-01-01")
    assert told["completeness"]["level"] == "incomplete_shadow_ok"
    assert "correction_deadline_day" in [field["name"] for field in told["completeness"]["missing"]]
    assert told["proposal"] is None


def test_two_persons_activate_one_step_each(municipality: Api, region: Api) -> None:
    proposed = municipality.post(PROPOSE, DAY)
    assert (proposed.status_code, proposed["Location"]) == (201, ONE)
    assert proposed.json()["proposal"]["payment_active_from"] == "2026-04-01"
    assert proposed.json()["payment_active_from"] is None
    done = region.post(APPROVE, DAY)
    assert done.status_code == 201
    assert (done.json()["version"], done.json()["payment_active_from"]) == (2, "2026-04-01")
    assert done.json() == region.get(ONE).json()
    assert len(done.json()["activated_by"]) == 2


def test_the_approver_need_not_name_the_day(municipality: Api, region: Api) -> None:
    municipality.post(PROPOSE, DAY)
    assert region.post(APPROVE, {}).status_code == 201


def test_the_same_key_does_it_once(municipality: Api) -> None:
    first, again = (municipality.post(PROPOSE, DAY, key="same-key-1") for _ in range(2))
    assert first.json() == again.json()
    assert again["Idempotent-Replayed"] == "true"
    assert AgreementProposal.objects.count() == 1
    problem(municipality.post(PROPOSE, DAY, key=""), 400, "idempotency-key-missing")


def test_an_incomplete_record_is_refused_by_naming_what_is_missing(municipality: Api) -> None:
    path = f"{ALL}/stockholm_2020_somatic/acts/propose-activation"
    told = problem(municipality.post(path, DAY), 409, "agreement-incomplete")
    assert "sista dag för rättelse" in told["detail"]
    assert not AgreementProposal.objects.exists()


def test_the_same_principal_is_refused(region: Api) -> None:
    region.post(PROPOSE, DAY)
    colleague = api_of(an_actor(a_unit("Avd 9"), Role.DISCHARGE_COORDINATOR))
    problem(colleague.post(APPROVE, {}), 403, "two-principals-needed")
    assert AgreementRow.objects.filter(key="local").count() == 1


def test_the_same_person_is_refused_in_another_assignment(municipality: Api) -> None:
    municipality.post(PROPOSE, DAY)
    user = User.objects.get(pk=str(municipality.actor.user_id))
    other = api_of(actor_of(an_assignment(a_unit("Avd 9"), Role.DISCHARGE_COORDINATOR, user)))
    problem(other.post(APPROVE, {}), 403, "two-principals-needed")


def test_another_day_than_the_proposed_one_is_refused(municipality: Api, region: Api) -> None:
    municipality.post(PROPOSE, DAY)
    problem(region.post(APPROVE, {"payment_active_from": "2026-05-01"}), 409, "stale-version")


def test_nothing_to_approve_is_told(region: Api) -> None:
    problem(region.post(APPROVE, {}), 409, "stage-not-allowed")


def test_who_may_not_see_money_is_refused_everywhere(ward: Api) -> None:
    for path in (ALL, ONE):
        problem(ward.get(path), 403, "unit-not-permitted")
    for path in (PROPOSE, APPROVE):
        problem(ward.post(path, DAY), 403, "unit-not-permitted")


def test_an_agreement_that_does_not_exist_is_not_there(municipality: Api) -> None:
    problem(municipality.get(f"{ALL}/nowhere"), 404, "not-found")
    problem(municipality.post(f"{ALL}/nowhere/acts/propose-activation", DAY), 404, "not-found")


def test_a_field_that_nobody_asked_for_is_refused(municipality: Api) -> None:
    problem(municipality.post(PROPOSE, DAY | {"amount": 1}), 400, "unknown-field")
    problem(municipality.post(PROPOSE, {}), 400, "validation")
