"""The page of agreements: what it tells, and the two steps of an activation, each by one person."""

from dataclasses import replace

import pytest

from discharge.actions.load_agreements import load_agreements
from discharge.models import AgreementProposal, AgreementRow
from discharge.rules.agreement_records import BY_KEY, RECORDS
from discharge.rules.amounts import AMOUNTS
from lus.organisations.models import User
from lus.organisations.queries import actor_of
from lus.organisations.roles import Role
from tests.factories import a_place, a_unit, an_actor, an_assignment, signed_in

pytestmark = pytest.mark.django_db

LOCAL = replace(BY_KEY["statute"], key="local", title="lokalt", correction_deadline_day=12, region_code="99")
PROPOSE, APPROVE = "/agreements/local/propose/", "/agreements/local/activate/"
DAY = {"payment_active_from": "2026-04-01"}


@pytest.fixture(autouse=True)
def _loaded():
    load_agreements([*RECORDS, LOCAL], AMOUNTS)


@pytest.fixture
def municipality():
    return a_place().municipality


@pytest.fixture
def region():
    return an_actor(a_unit("Avd 8"), Role.DISCHARGE_COORDINATOR)


def test_the_page_tells_terms_gaps_and_amounts(municipality):
    page = signed_in(municipality).get("/agreements/").content.decode()
    assert page.count("<article") == len(RECORDS) + 1
    for words in (
        "Fullständig",
        "Skugga, kan räknas",
        "Ofullständig: kan inte aktiveras",
        "två granskare, en från varje huvudman",
        "Skickat efter 12.00: dag noll är nästa dag.",
        "belopp ej verifierat",
        "saknas",
        "andrahandsuppgift",
    ):
        assert words in page
    assert page.count("Föreslå aktivering") == 1  # only one record is complete


def test_two_persons_activate_one_step_each(municipality, region):
    ours, theirs = signed_in(municipality), signed_in(region)
    done = ours.post(PROPOSE, DAY, follow=True)
    assert "Föreslaget" in done.content.decode()
    assert APPROVE not in done.content.decode()  # the proposer's own principal is not offered it
    assert APPROVE in theirs.get("/agreements/").content.decode()
    page = theirs.get(APPROVE)
    assert page.context["form"]["payment_active_from"].value() == "2026-04-01"
    assert theirs.post(APPROVE, DAY).status_code == 302
    row = AgreementRow.objects.get(key="local", version=2)
    assert row.terms["payment_active_from"] == "2026-04-01"
    assert "Betalning från 2026-04-01." in theirs.get("/agreements/").content.decode()


def test_a_double_click_proposes_once(municipality):
    client = signed_in(municipality)
    for _ in range(2):
        assert client.post(PROPOSE, DAY | {"idempotency_key": "k"}).status_code == 302
    assert AgreementProposal.objects.count() == 1


@pytest.mark.parametrize("method", ["get", "post"])
def test_an_incomplete_record_is_refused_by_naming_what_is_missing(municipality, method):
    client = signed_in(municipality)
    answer = getattr(client, method)("/agreements/stockholm_2020_somatic/propose/", DAY)
    assert answer.status_code == 409
    assert "sista dag för rättelse" in answer.content.decode()
    assert not AgreementProposal.objects.exists()


def test_the_same_principal_is_refused_in_the_form(region):
    signed_in(region).post(PROPOSE, DAY)
    colleague = an_actor(a_unit("Avd 9"), Role.DISCHARGE_COORDINATOR)
    answer = signed_in(colleague).post(APPROVE, DAY)
    assert answer.status_code == 403
    assert "en från varje huvudman" in answer.content.decode()
    assert 'name="payment_active_from" value="2026-04-01"' in answer.content.decode()
    assert AgreementRow.objects.filter(key="local").count() == 1


def test_the_same_person_is_refused_in_another_assignment(municipality):
    signed_in(municipality).post(PROPOSE, DAY)
    user = User.objects.get(pk=municipality.user_id)
    other = actor_of(an_assignment(a_unit("Avd 9"), Role.DISCHARGE_COORDINATOR, user))
    assert signed_in(other).post(APPROVE, DAY).status_code == 403
    assert AgreementRow.objects.filter(key="local").count() == 1


def test_nothing_to_approve_is_told(region):
    client = signed_in(region)
    assert client.get(APPROVE).status_code == 409
    assert client.post(APPROVE, DAY).status_code == 409


def test_a_day_that_cannot_be_read_stays_in_its_field(municipality):
    answer = signed_in(municipality).post(PROPOSE, {"payment_active_from": "i maj"})
    assert answer.status_code == 422
    assert "i maj" in answer.content.decode()
    assert "ÅÅÅÅ-MM-DD" in answer.content.decode()


def test_a_day_outside_the_agreement_is_told_at_its_field(municipality):
    answer = signed_in(municipality).post(PROPOSE, {"payment_active_from": "2017-01-01"})
    assert answer.status_code == 422
    assert answer.context["form"]["payment_active_from"].errors


def test_who_may_not_see_money_sees_neither_page_nor_link():
    ward = signed_in(a_place().ward)
    for path in ("/agreements/", PROPOSE, APPROVE):
        assert ward.get(path).status_code == 403
        assert path == "/agreements/" or ward.post(path, DAY).status_code == 403
    assert "/agreements/" not in ward.get("/help/").content.decode()


def test_who_may_see_money_finds_the_page_from_every_foot(municipality):
    assert 'href="/agreements/"' in signed_in(municipality).get("/help/").content.decode()
    assert signed_in(municipality).get("/agreements/nowhere/propose/").status_code == 404
