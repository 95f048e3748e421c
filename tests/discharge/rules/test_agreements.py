"""Which agreement applies, what each record lacks, and that nothing incomplete is calculated or activated."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discharge.rules.agreement_completeness import IncompleteAgreement, completeness, require_complete
from discharge.rules.agreement_records import BY_KEY, RECORDS
from discharge.rules.agreements import (
    AgreementRecord,
    NoAgreement,
    choose,
    fill_copy,
    mean_terms,
    overlap,
    payment_terms,
    terms_by_date,
    with_reading,
)
from discharge.rules.payment_liability import NotCalculable, day_zero, first_liable_day

NACKA, BORAS, UPPSALA, GOTLAND = "0182", "1490", "0380", "0980"

SHADOW_OK = {"stockholm_2020_somatic", "stockholm_2020_psych"}
NAMED = [
    "statute",
    "statute_psych_2018",
    "stockholm_2018_somatic",
    "stockholm_2018_psych",
    "stockholm_2020_somatic",
    "stockholm_2020_psych",
    "vgr_pre_2018",
    "vgr_2018_somatic",
    "vgr_2020q1_psych",
    "vgr_2020_psych",
    "skane",
    "dalarna_2025",
    "norrbotten",
    "sormland_2018",
    "gavleborg_2016",
    "jonkoping_2018",
    "kalmar",
    "vasterbotten_2022",
    "uppsala",
    "ostergotland",
    "orebro",
    "varmland",
    "vasternorrland",
]


def test_every_named_record_exists_once_and_none_is_active() -> None:
    assert set(NAMED) <= set(BY_KEY)
    assert len(BY_KEY) == len(RECORDS)
    assert all(record.payment_active_from is None and not record.activated_by for record in RECORDS)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.key)
def test_each_record_is_as_complete_as_its_source(record: AgreementRecord) -> None:
    found = completeness(record)
    if record.key == "statute":
        assert [field.name for field in found.missing] == ["correction_deadline_day"]
        assert completeness(replace(record, correction_deadline_day=12)).level == "complete"
    elif record.key in SHADOW_OK:
        assert found.level == "incomplete_shadow_ok"
        assert payment_terms(record).payment_active_from is None
    else:
        assert found.level == "incomplete"
    with pytest.raises(IncompleteAgreement, match=r"Ofullständig: kan inte aktiveras. Saknas: "):
        require_complete(record)


def test_the_refusal_names_the_missing_fields_in_swedish() -> None:
    with pytest.raises(IncompleteAgreement) as refused:
        require_complete(BY_KEY["vgr_2018_somatic"])
    assert [field.name for field in refused.value.completeness.missing] == [
        "cutoff_rule",
        "individual_offset",
        "source_read",
        "verified_by",
    ]
    assert "regel för klockslaget" in str(refused.value)


def test_a_filled_and_verified_copy_can_be_activated() -> None:
    copy = fill_copy(
        BY_KEY["vgr_2018_somatic"],
        "demo_vg",
        "Övningsavtal",
        cutoff_rule="at_or_after",
        cutoff_time=time(12),
        individual_offset=7,
    )
    assert copy.field_trust["individual_offset"] == "assumption"
    assert completeness(copy).level == "incomplete_shadow_ok"
    verified = replace(copy, source_read="full", verified_by=("person-1", "person-2"))
    require_complete(verified)
    assert completeness(replace(verified, verified_by=("person-1", "person-1"))).level != "complete"
    assert mean_terms(verified).individual_offset == 7


def test_a_choice_that_is_not_built_keeps_the_record_from_being_calculated() -> None:
    record = replace(BY_KEY["statute"], interpretations={"D-10": "payable"}, correction_deadline_day=12)
    assert [field.name for field in completeness(record).missing] == ["interpretations"]
    with pytest.raises(NotCalculable, match="D-10"):
        payment_terms(record)


@pytest.mark.parametrize(
    ("region", "municipality", "care_form", "on", "key"),
    [
        ("01", NACKA, "somatic", date(2026, 3, 2), "stockholm_2020_somatic"),
        ("01", NACKA, "psychiatric", date(2026, 3, 2), "stockholm_2020_psych"),
        ("01", NACKA, "somatic", date(2019, 12, 31), "stockholm_2018_somatic"),
        ("01", NACKA, "somatic", date(2020, 1, 1), "stockholm_2020_somatic"),
        ("14", BORAS, "somatic", date(2018, 9, 24), "vgr_pre_2018"),
        ("14", BORAS, "somatic", date(2018, 9, 25), "vgr_2018_somatic"),
        ("14", BORAS, "psychiatric", date(2020, 3, 31), "vgr_2020q1_psych"),
        ("14", BORAS, "psychiatric", date(2020, 4, 1), "vgr_2020_psych"),
        pytest.param("01", BORAS, "somatic", date(2026, 3, 2), "statute", id="out of county: statute"),
        pytest.param(
            "01", "", "somatic", date(2026, 3, 2), "stockholm_2020_somatic", id="kommun unknown: the county's"
        ),
        pytest.param("09", "", "somatic", date(2026, 3, 2), "statute", id="kommun unknown, no agreement row"),
        pytest.param("09", GOTLAND, "somatic", date(2026, 3, 2), "statute", id="no agreement row"),
        pytest.param("09", GOTLAND, "psychiatric", date(2018, 5, 2), "statute_psych_2018", id="psych 2018"),
        pytest.param("09", GOTLAND, "psychiatric", date(2019, 1, 1), "statute", id="psych from 2019"),
        pytest.param("03", UPPSALA, "somatic", date(2026, 3, 2), "uppsala", id="unknown text: no guess"),
    ],
)
def test_the_most_specific_record_applies(
    region: str, municipality: str, care_form: str, on: date, key: str
) -> None:
    chosen = choose(RECORDS, region_code=region, municipality_code=municipality, care_form=care_form, on=on)
    assert chosen.key == key


def test_a_named_kommun_goes_before_its_county_and_the_newest_version_first() -> None:
    county = BY_KEY["stockholm_2020_somatic"]
    nacka = replace(county, key="nacka", municipality_codes=(NACKA,))
    newer = replace(nacka, version=2)
    asked: dict[str, Any] = {"region_code": "01", "care_form": "somatic", "on": date(2026, 3, 2)}
    assert choose([newer, county, nacka], municipality_code=NACKA, **asked) == newer
    assert choose([newer, county, nacka], municipality_code="0180", **asked) == county
    assert choose([newer, county, nacka], municipality_code="", **asked) == county


def test_before_the_act_there_is_no_record() -> None:
    with pytest.raises(NoAgreement, match="2015-01-01"):
        choose(RECORDS, region_code="09", municipality_code=GOTLAND, care_form="somatic", on=date(2015, 1, 1))


def test_overlap_is_seen_only_in_the_same_space() -> None:
    one = BY_KEY["stockholm_2020_somatic"]
    assert overlap(one, replace(one, valid_from=date(2027, 1, 1)))
    assert not overlap(one, BY_KEY["stockholm_2018_somatic"])
    assert not overlap(one, BY_KEY["stockholm_2020_psych"])
    assert not overlap(one, replace(one, municipality_codes=(NACKA,)))
    pairs = [(a, b) for a in RECORDS for b in RECORDS if a.key < b.key and not (a.statutory or b.statutory)]
    assert not [(a.key, b.key) for a, b in pairs if overlap(a, b)]


@pytest.mark.parametrize(
    ("key", "a", "b"), [("stockholm_2020_somatic", 3, 2), ("stockholm_2020_psych", 6, 5)]
)
def test_the_two_readings_of_stockholm(key: str, a: int, b: int) -> None:
    other = with_reading(BY_KEY[key], "B")
    assert (BY_KEY[key].first_liable_offset, other.first_liable_offset) == (a, b)
    assert other.interpretations["D-01"] == "B"
    assert with_reading(other, "A") == BY_KEY[key]
    with pytest.raises(ValueError, match="reading"):
        with_reading(BY_KEY["statute"], "B")


def test_unknown_terms_name_what_is_missing() -> None:
    with pytest.raises(NotCalculable) as refused:
        payment_terms(BY_KEY["norrbotten"])
    assert refused.value.missing == ("cutoff_rule", "day_kind", "first_liable_offset")
    for key in ("statute", "uppsala"):
        with pytest.raises(NotCalculable):
            mean_terms(BY_KEY[key])
    assert mean_terms(BY_KEY["stockholm_2020_somatic"]).mean_level == Decimal(2)


CALCULABLE = [record for record in RECORDS if completeness(record).level != "incomplete" or record.statutory]
CALCULABLE = [record for record in CALCULABLE if record.cutoff_rule]
CALCULABLE += [with_reading(record, "B") for record in CALCULABLE if "D-01" in record.interpretations]


@given(
    st.sampled_from(CALCULABLE),
    st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)),
    st.integers(0, 3 * 86_400),
)
@settings(derandomize=True, max_examples=50)
def test_shifting_the_notice_later_never_gives_an_earlier_first_liable_day(
    record: AgreementRecord, moment: datetime, later: int
) -> None:
    terms, sent = payment_terms(record), moment.replace(tzinfo=UTC)
    after = sent + timedelta(seconds=later)
    sooner = first_liable_day(day_zero(sent, terms), terms)
    assert sooner <= first_liable_day(day_zero(after, terms), terms)


def test_terms_follow_the_date() -> None:
    terms_on = terms_by_date(RECORDS, region_code="01", municipality_code=NACKA, care_form="somatic")
    assert terms_on(date(2026, 3, 2)).agreement_key == "stockholm_2020_somatic"
    with pytest.raises(NotCalculable, match="cutoff_rule"):
        terms_on(date(2019, 3, 4))
