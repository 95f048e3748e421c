"""The handover's parts: which are required, which are missing, what the ward and the receivers then owe."""

from typing import Any

import pytest

from discharge.rules.handover_parts import (
    HANDOVER,
    PARTS,
    missing_parts,
    missing_words,
    required_parts,
    unsent_parts,
)
from discharge.rules.obligations import obligations

from .case_story import NACKA, VC, Story, local

ALWAYS = {"discharge_information", "medicine_list", "patient_summary"}
NEEDS = [
    ("nothing", {}, ALWAYS),
    (
        "municipal health care",
        {"municipal_health": True},
        ALWAYS | {"nursing_summary", "physician_summary", "adl_status"},
    ),
    ("home care", {"social_services": True}, ALWAYS | {"adl_status", "keys_access"}),
    ("outpatient care", {"outpatient": True}, ALWAYS | {"physician_summary", "follow_up"}),
]
NONE: dict[str, Any] = {"municipal_health": False, "social_services": False, "outpatient": False}


@pytest.mark.parametrize(("life", "needs", "required"), NEEDS, ids=[row[0] for row in NEEDS])
def test_what_is_required_follows_from_the_needs(
    life: str, needs: dict[str, Any], required: set[str]
) -> None:
    story = Story().admitted(**{**NONE, **needs}).noticed()
    assert set(required_parts(story.facts())) == required


def test_keys_are_not_asked_for_when_the_patient_moves_to_a_place_of_the_municipality() -> None:
    story = Story().admitted(**{**NONE, "social_services": True}).noticed()
    story.tell("12.00", "patient_discharged", destination="short_term", recipients=[])
    assert "keys_access" not in required_parts(story.facts())


def added(story: Story, clock: str, part: str, version: int = 1, text: str = "") -> Story:
    return story.tell(
        clock,
        "handover_part_added",
        part=part,
        version=version,
        where="here" if text else "journal",
        text=text,
    )


def sent(story: Story, clock: str, *parts: str) -> Story:
    """Send ``parts`` as the act would: with their versions, and what is missing by the facts."""
    facts = story.facts()
    versions = {part: max(1, facts.leaving.part(part).version) for part in parts}
    missing = [part for part in missing_parts(facts) if part not in parts]
    data = {"parts": list(parts), "versions": versions, "missing": missing, "recipients": [NACKA, VC]}
    return story.tell(clock, "handover_sent", **data)


def codes(story: Story) -> dict[tuple[str, str | None], str]:
    return {
        (duty.code, duty.unit_id): duty.sentence for duty in obligations(story.facts()) if duty.met_at is None
    }


def told() -> Story:
    return Story().admitted(**{**NONE, "social_services": True}).noticed()


def test_what_is_missing_at_the_door_becomes_the_wards_duty() -> None:
    story = sent(added(told(), "10.00", "medicine_list"), "10.10", "medicine_list")
    story.tell("15.00", "patient_discharged", destination="home", recipients=[])
    (duty,) = [one for one in obligations(story.facts()) if one.code == "complete_handover"]
    assert duty.sentence == "Komplettera överlämning (4 delar)"
    assert (duty.basis, duty.due_at) == ("law", local("2026-05-05 00.00"))
    (first,) = [one for one in obligations(story.facts()) if one.code == "send_handover"]
    assert first.met_at == local("2026-05-04 10.10")


def test_a_part_that_is_not_needed_is_not_missing_and_may_complete_the_handover() -> None:
    story = sent(told(), "10.00", *(ALWAYS | {"adl_status"}))
    assert missing_parts(story.facts()) == ("keys_access",)
    story.tell("11.00", "handover_part_declared_not_needed", part="keys_access", reason="Dottern öppnar")
    facts = story.facts()
    assert (missing_parts(facts), facts.handover_sent_at) == ((), local("2026-05-04 11.00"))
    assert "complete_handover" not in {code for code, _ in codes(story.discharged("15.00"))}


def test_a_part_that_is_needed_after_all_is_missing_until_it_is_sent() -> None:
    story = told().tell("10.00", "handover_part_declared_not_needed", part="adl_status", reason="Klarar sig")
    added(story, "11.00", "adl_status")
    assert "adl_status" in missing_parts(story.facts())
    assert unsent_parts(story.facts()) == ("adl_status",)
    assert "adl_status" not in missing_parts(sent(story, "12.00", "adl_status").facts())


def test_the_receivers_keep_what_they_got_until_the_new_version_is_sent() -> None:
    story = sent(added(told(), "10.00", "food", text="Matlåda"), "10.10", "food")
    part = added(story, "11.00", "food", 2, "Hemtjänsten handlar").facts().leaving.part("food")
    assert (part.sent_version, part.sent_text) == (1, "Matlåda")
    assert (part.version, part.text) == (2, "Hemtjänsten handlar")
    part = sent(story, "12.00", "food").facts().leaving.part("food")
    assert (part.sent_version, part.sent_text) == (2, "Hemtjänsten handlar")


def test_each_unit_confirms_once_for_each_sending() -> None:
    story = sent(told(), "10.00", "medicine_list")
    assert {("confirm_handover_received", NACKA), ("confirm_handover_received", VC)} <= codes(story).keys()
    story.tell("10.30", "handover_received", NACKA, unit_id=NACKA, parts=["medicine_list"])
    assert ("confirm_handover_received", NACKA) not in codes(story)
    assert ("confirm_handover_received", NACKA) in codes(sent(story, "11.00", "adl_status"))


def test_an_old_handover_counts_by_what_it_called_missing_itself() -> None:
    story = told().tell("10.00", "handover_sent", parts=["medicine_list"], missing=["patient_summary"])
    assert missing_parts(story.facts()) == ("patient_summary",)
    assert "confirm_handover_received" not in {code for code, _ in codes(story)}
    story.tell("11.00", "handover_sent", parts=["patient_summary"], missing=[])
    assert missing_parts(story.facts()) == ()
    assert story.facts().handover_sent_at == local("2026-05-04 11.00")


@pytest.mark.parametrize(("count", "words"), [(0, "med"), (1, "1 del saknas"), (3, "3 delar saknas")])
def test_the_light_says_it_in_words(count: int, words: str) -> None:
    assert words in missing_words(count)


def test_every_part_has_a_label_an_owner_and_says_when_it_is_required() -> None:
    assert PARTS.keys() == HANDOVER.keys()
    assert all(part.label and part.owner and part.when for part in HANDOVER.values())
