"""Agreements as rows: nothing incomplete comes into force, versions stay, a missing amount blocks the money."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from discharge.actions.activate_agreement import activate_agreement
from discharge.actions.load_agreements import load_agreements
from discharge.actions.propose_activation import propose_activation
from discharge.models import AgreementProposal, AgreementRow, LiabilityAmount
from discharge.models.agreement_terms import as_json, as_record
from discharge.queries.agreements import payment_start_for, record_chooser, records_for
from discharge.rules.agreement_records import BY_KEY, RECORDS
from discharge.rules.amounts import AMOUNTS
from discharge.rules.facts import CaseFacts
from lus.organisations.actor import Actor, NotPermitted
from lus.organisations.models import PrincipalKind
from lus.refusals import (
    AgreementIncomplete,
    AlreadyDone,
    InvalidInput,
    NotAllowed,
    NotThere,
    StageNotAllowed,
    StalePage,
)
from tests.factories import a_principal

pytestmark = pytest.mark.django_db

TESTED_ACTS = ("propose_activation", "activate_agreement", "load_agreements")

NOON = datetime(2026, 3, 2, 11, tzinfo=UTC)
NACKA = CaseFacts(case_id="", care_form="somatic_acute", region_code="01", registered_municipality="0182")


def person(kind: str = PrincipalKind.REGION) -> Actor:
    """Somebody at the region, or at a municipality."""
    principal = a_principal(f"Huvudman {kind}", kind)
    return Actor(kind="person", name="A", role="reception", user_id=uuid4(), principal_id=principal.pk)


@pytest.fixture
def loaded():
    load_agreements(RECORDS, AMOUNTS)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.key)
def test_a_record_survives_the_table(record):
    assert as_record(as_json(record)) == record


def test_loading_again_adds_nothing(loaded):
    assert load_agreements(RECORDS, AMOUNTS) == 0
    assert AgreementRow.objects.count() == len(RECORDS)


def test_without_any_row_the_statute_counts():
    assert record_chooser(NACKA)(NOON.date()).key == "statute"


def test_stockholm_has_its_own_terms_and_pays_nothing_yet(loaded):
    record = record_chooser(NACKA)(NOON.date())
    assert (record.key, record.payment_active_from) == ("stockholm_2020_somatic", None)


@pytest.mark.parametrize(
    ("region", "municipality", "care_form", "key"),
    [
        ("01", "0182", "psychiatric_adult", "stockholm_2020_psych"),
        ("01", "0182", "addiction", "stockholm_2020_psych"),
        ("09", "0980", "geriatric", "statute"),
    ],
    ids=["psychiatry has its own row", "addiction counts as psychiatry", "Gotland falls back on the statute"],
)
def test_the_most_specific_record_counts(loaded, region, municipality, care_form, key):
    facts = replace(NACKA, region_code=region, registered_municipality=municipality, care_form=care_form)
    assert record_chooser(facts)(NOON.date()).key == key


def test_exactly_noon_is_the_next_day_in_stockholm_and_the_same_day_under_the_statute(loaded):
    stockholm = payment_start_for(NACKA, NOON)
    statute = payment_start_for(replace(NACKA, region_code="09", registered_municipality="0980"), NOON)
    assert stockholm.day_zero == date(2026, 3, 3)
    assert statute.day_zero == date(2026, 3, 2)


def test_a_region_whose_terms_are_unknown_gets_no_guess(loaded):
    skane = replace(NACKA, region_code="12", registered_municipality="1280")
    assert payment_start_for(skane, NOON) is None


def propose(key="local", *, by=None, day=date(2026, 1, 1)):
    return propose_activation(key=key, payment_active_from=day, actor=by or person(), at=NOON)


def approve(key="local", *, by=None, **seen):
    return activate_agreement(key=key, actor=by or person(PrincipalKind.MUNICIPALITY), at=NOON, **seen)


@pytest.fixture
def local():
    """A complete agreement that nobody has activated."""
    load_agreements(
        [replace(BY_KEY["statute"], key="local", correction_deadline_day=12, region_code="09")], []
    )


def test_an_incomplete_agreement_cannot_be_activated(loaded):
    with pytest.raises(AgreementIncomplete) as said:
        propose("stockholm_2020_somatic")
    assert "sista dag för rättelse" in said.value.detail
    assert not AgreementProposal.objects.exists()
    assert AgreementRow.objects.filter(key="stockholm_2020_somatic").count() == 1


def test_a_record_that_no_longer_is_complete_is_not_activated_either(local):
    propose()
    row = AgreementRow.objects.get(key="local")
    AgreementRow.objects.update(terms=row.terms | {"correction_deadline_day": None})
    with pytest.raises(AgreementIncomplete):
        approve()
    assert AgreementProposal.objects.get().closed_at is None


@pytest.mark.parametrize("kind", PrincipalKind)
def test_two_persons_of_the_same_side_cannot_activate(local, kind):
    propose(by=person(kind))
    with pytest.raises(NotAllowed) as said:
        approve(by=person(kind))
    assert said.value.code == "two-principals-needed"
    assert AgreementRow.objects.count() == 1


def test_one_person_with_assignments_at_both_principals_cannot_activate_alone(local):
    proposer = person()
    propose(by=proposer)
    elsewhere = person(PrincipalKind.MUNICIPALITY).principal_id
    with pytest.raises(NotAllowed):
        approve(by=replace(proposer, principal_id=elsewhere))


def test_without_a_proposal_there_is_nothing_to_approve(local):
    with pytest.raises(StageNotAllowed):
        approve()


@pytest.mark.parametrize("step", [propose, approve])
def test_who_may_not_see_money_takes_neither_step(local, step):
    with pytest.raises(NotPermitted):
        step(by=replace(person(), role="ward_staff"))


@pytest.mark.parametrize("step", [propose, approve])
def test_an_agreement_that_does_not_exist_is_not_there(step):
    with pytest.raises(NotThere):
        step()


def test_nobody_pays_between_proposal_and_approval(local):
    propose()
    (row,) = AgreementRow.objects.filter(key="local")
    assert (row.in_use, row.terms["payment_active_from"]) == (True, None)


def test_activation_is_a_new_version_and_the_old_one_stays(local):
    propose()
    approve()
    old, new = AgreementRow.objects.filter(key="local").order_by("version")
    assert (old.in_use, old.terms["payment_active_from"]) == (False, None)
    assert (new.in_use, new.terms["payment_active_from"]) == (True, "2026-01-01")
    assert new.terms["activated_by"] == ["A", "A"]
    assert AgreementProposal.objects.get().closed_at == NOON
    with pytest.raises(StageNotAllowed):
        approve()


def test_another_day_takes_the_place_of_the_first_and_the_same_day_does_not(local):
    propose()
    with pytest.raises(AlreadyDone):
        propose()
    propose(day=date(2026, 5, 1))
    with pytest.raises(StalePage):
        approve(payment_active_from=date(2026, 1, 1))
    row = approve(payment_active_from=date(2026, 5, 1))
    assert row.terms["payment_active_from"] == "2026-05-01"


def test_a_day_when_the_agreement_does_not_hold_cannot_be_proposed(local):
    with pytest.raises(InvalidInput) as said:
        propose(day=date(2017, 12, 31))
    assert said.value.field == "payment_active_from"


def test_the_database_refuses_two_agreements_in_use_for_the_same_days(loaded):
    twin = replace(BY_KEY["stockholm_2020_somatic"], key="twin")
    with pytest.raises(IntegrityError), transaction.atomic():
        load_agreements([twin], [])
    assert not AgreementRow.objects.filter(key="twin").exists()


def test_the_database_refuses_an_amount_of_zero():
    with pytest.raises(IntegrityError), transaction.atomic():
        LiabilityAmount.objects.create(source="x", year=2026, amount_sek=Decimal(0), trust="fact")


def test_the_statute_is_always_among_the_records():
    assert [record.key for record in records_for("01", "somatic")] == ["statute"]
