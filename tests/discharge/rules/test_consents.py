"""Samtyckenas regler: who has said what, until when, and what a harm test lets one do by local routine."""

from datetime import UTC, date, datetime, timedelta

import pytest

from discharge.rules.consent_policy import POLICIES, ConsentPolicy, consent_policy, months_later
from discharge.rules.consent_refusals import may_lock_without_consent
from discharge.rules.consent_standing import consent_standing, coordination_in_force
from discharge.rules.facts import CaseFacts
from discharge.rules.facts_of_consents import Consents, HarmTest

from .case_story import Story, local

AT = datetime(2026, 5, 4, 8, tzinfo=UTC)


def asked(*answers: tuple[str, str]) -> Story:
    story = Story().admitted()
    for number, (given_by, state) in enumerate(answers):
        said = {"kind": "sip_summons", "state": state, "given_by": given_by, "form": "oral"}
        days = {"valid_from": "2026-05-04", "valid_until": f"2026-06-{10 + number}"}
        story.tell(f"1{number}.10", "consent_recorded", **said, **days)
    return story


@pytest.mark.parametrize(
    ("answers", "state"),
    [
        ((("guardian1", "given"), ("guardian2", "given")), "given"),
        ((("guardian1", "given"), ("guardian2", "refused")), "split"),
        ((("guardian1", "refused"), ("guardian2", "refused")), "refused"),
        ((("guardian", "refused"), ("guardian1", "given")), "given"),
        ((("guardian1", "given"), ("self", "refused")), "refused"),
        ((("self", "given"), ("representative", "withdrawn")), "withdrawn"),
        ((("self", "given"), ("guardian2", "given")), "given"),
    ],
)
def test_each_guardian_speaks_beside_the_other_and_everybody_else_alone(
    answers: tuple[tuple[str, str], ...], state: str
) -> None:
    facts = asked(*answers).facts()
    assert consent_standing(facts.consents, "sip_summons", AT).state == state
    assert facts.sip_consent == ("given" if state == "given" else "refused")


def test_the_first_end_ends_it_and_the_last_day_counts() -> None:
    consents = asked(("guardian1", "given"), ("guardian2", "given")).facts().consents
    last = local("2026-06-10 23.59")
    assert consent_standing(consents, "sip_summons", last).in_force
    over = consent_standing(consents, "sip_summons", last + timedelta(minutes=2))
    assert (over.state, over.until, over.none_since) == ("expired", date(2026, 6, 10), date(2026, 6, 11))


def test_a_consent_from_before_days_were_asked_for_holds() -> None:
    story = Story().admitted()
    story.tell("10.10", "consent_recorded", kind="sip_summons", state="given", given_by="self")
    assert consent_standing(story.facts().consents, "sip_summons", AT + timedelta(days=4000)).in_force


def test_a_region_may_let_a_plan_be_locked_on_a_harm_test() -> None:
    test = HarmTest(AT, "no_harm", AT, "Jonas Ek", "meeting", date(2026, 6, 1))
    facts = CaseFacts("c", region_code="14", care_form="geriatric", consents=Consents(harm_test=test))
    own = ConsentPolicy(date(2026, 1, 1), region_code="14", incapacity="sip_allowed")
    assert not may_lock_without_consent(facts, AT)
    assert may_lock_without_consent(facts, AT, (*POLICIES, own))
    assert not may_lock_without_consent(facts, local("2026-06-02 00.01"), (*POLICIES, own))
    assert not coordination_in_force(facts.consents, local("2026-06-02 00.01"))


def test_the_nearest_policy_of_the_day_holds() -> None:
    own = ConsentPolicy(date(2026, 1, 1), region_code="14", months=6)
    form = ConsentPolicy(date(2026, 1, 1), region_code="14", care_form="geriatric", months=3)
    later = ConsentPolicy(date(2026, 6, 1), months=9)
    known = (*POLICIES, own, form, later)
    found = [
        consent_policy(*asked, policies=known).months
        for asked in (
            (date(2026, 5, 1), "01", ""),
            (date(2026, 7, 1), "01", ""),
            (date(2026, 7, 1), "14", "somatic_acute"),
            (date(2026, 7, 1), "14", "geriatric"),
            (date(2025, 7, 1), "14", "geriatric"),
        )
    ]
    assert found == [12, 9, 6, 3, 12]


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2026, 3, 3), 12, date(2027, 3, 3)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2026, 11, 23), 24, date(2028, 11, 23)),
    ],
)
def test_a_month_later_is_the_same_day_or_the_last(day: date, months: int, then: date) -> None:
    assert months_later(day, months) == then
