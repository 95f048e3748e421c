"""Agreements as rows: nothing incomplete comes into force, versions stay, a missing amount blocks the money."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from discharge.actions.activate_agreement import activate_agreement
from discharge.actions.load_agreements import load_agreements
from discharge.models import AgreementRow, LiabilityAmount
from discharge.models.agreement_terms import as_json, as_record
from discharge.queries.agreements import payment_start_for, record_chooser, records_for
from discharge.rules.agreement_records import BY_KEY, RECORDS
from discharge.rules.amounts import AMOUNTS
from discharge.rules.facts import CaseFacts
from lus.organisations.actor import Actor
from lus.refusals import AgreementIncomplete, NotAllowed

pytestmark = pytest.mark.django_db

TESTED_ACTS = ("activate_agreement", "load_agreements")

NOON = datetime(2026, 3, 2, 11, tzinfo=UTC)
NACKA = CaseFacts(case_id="", care_form="somatic_acute", region_code="01", registered_municipality="0182")


def person(principal) -> Actor:
    return Actor(kind="person", name="A", role="reception", user_id=uuid4(), principal_id=principal)


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


def test_an_incomplete_agreement_cannot_be_activated(loaded):
    with pytest.raises(AgreementIncomplete) as said:
        activate_agreement(
            key="stockholm_2020_somatic",
            payment_active_from=date(2026, 1, 1),
            first=person(uuid4()),
            second=person(uuid4()),
        )
    assert "sista dag för rättelse" in said.value.detail
    assert AgreementRow.objects.filter(key="stockholm_2020_somatic").count() == 1


def test_two_persons_of_the_same_principal_cannot_activate(loaded):
    region = uuid4()
    with pytest.raises(NotAllowed):
        activate_agreement(
            key="statute", payment_active_from=date(2026, 1, 1), first=person(region), second=person(region)
        )


def test_activation_is_a_new_version_and_the_old_one_stays(loaded):
    complete = replace(BY_KEY["statute"], key="local", correction_deadline_day=12, region_code="09")
    load_agreements([complete], [])
    activate_agreement(
        key="local", payment_active_from=date(2026, 1, 1), first=person(uuid4()), second=person(uuid4())
    )
    old, new = AgreementRow.objects.filter(key="local").order_by("version")
    assert (old.in_use, old.terms["payment_active_from"]) == (False, None)
    assert (new.in_use, new.terms["payment_active_from"]) == (True, "2026-01-01")


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
