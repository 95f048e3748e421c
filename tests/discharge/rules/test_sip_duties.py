"""What a case owes about its joint plan: an offer before the notice, a summons that without consent is not late."""

import pytest

from discharge.rules.duties_of_sip import NO_CONSENT_IN_TIME

from .case_story import NACKA, VC, WARD, local
from .test_obligations import CONSENT, due, one, owed, sip_story, told


def test_a_summons_stays_valid_when_the_notice_is_withdrawn_and_answers_the_next() -> None:
    story = sip_story().ready("15.00")
    story.tell("15.30", "sip_summons_sent", VC, recipients=[NACKA], satisfies_lus_4_3=True)
    story.tell("16.00", "ready_notice_withdrawn", reason="x", recipients=[VC])
    sent = one(story, "send_sip_summons").met_at
    assert sent == local("2026-05-04 15.30")
    again = one(story.on("2026-05-18").ready("09.00"), "send_sip_summons")
    assert again.met_at == sent


@pytest.mark.parametrize(
    ("consented_on", "limit"),
    [("2026-05-07", "2026-05-08 00.00"), ("2026-05-08", None)],
    ids=["on the last day", "the day after"],
)
def test_without_consent_when_the_days_end_the_summons_cannot_be_late(
    consented_on: str, limit: str | None
) -> None:
    story = told().tell("10.00", "sip_need_assessed", VC, needed=True, reason="").ready("15.00")
    assert owed(story, "send_sip_summons") == []
    story.on(consented_on).tell("09.00", "consent_recorded", **CONSENT)
    duty = one(story, "send_sip_summons")
    assert duty.due_at == (local(limit) if limit else None)
    assert (duty.explanation == NO_CONSENT_IN_TIME) is (limit is None)


def test_consent_that_was_taken_back_before_the_days_ended_is_none() -> None:
    story = sip_story().ready("15.00")
    story.on("2026-05-05").tell("09.00", "sip_declined_by_person", given_by="self", how="oral", reason="")
    assert owed(story, "send_sip_summons") == []
    story.on("2026-05-11").tell("09.00", "consent_recorded", **CONSENT)
    assert due(story, "send_sip_summons") is None


@pytest.mark.parametrize(
    ("asked", "limit", "met"),
    [("14.00", None, "14.00"), ("16.00", "15.00", "16.00"), (None, "15.00", None)],
    ids=["before the notice", "after it", "never"],
)
def test_the_ward_offers_before_its_ready_notice(
    asked: str | None, limit: str | None, met: str | None
) -> None:
    story = told().tell("10.00", "sip_need_assessed", VC, needed=True, reason="")
    assert due(story, "offer_sip") is None
    if asked == "14.00":
        story.tell(asked, "sip_offered", how="oral", interpreter=False)
    story.ready("15.00")
    if asked == "16.00":
        story.tell(asked, "sip_offered", how="oral", interpreter=False)
    duty = one(story, "offer_sip")
    assert (duty.unit_id, duty.basis, duty.reference) == (WARD, "routine", "Intern rutin")
    assert duty.due_at == (local(f"2026-05-04 {limit}") if limit else None)
    assert duty.met_at == (local(f"2026-05-04 {met}") if met else None)


def test_a_withdrawn_notice_takes_the_limit_of_the_offer_away() -> None:
    story = told().tell("10.00", "sip_need_assessed", VC, needed=True, reason="").ready("15.00")
    story.tell("16.00", "ready_notice_withdrawn", reason="x", recipients=[VC])
    assert due(story, "offer_sip") is None
