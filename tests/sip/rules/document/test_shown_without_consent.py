"""Utan samtycke: each unit reads its own words and what it must keep; nothing is taken away."""

from sip.rules.document.shown_without_consent import shown_to
from sip.rules.document.who_writes import Writer

from .plan_story import NACKA, VC
from .random_life import Life

STRANGER = "vc2"


def written(*steps: str) -> Life:
    life = Life()
    for step in ("record_sip_consent:all", "send_sip_summons", "record_sip_meeting", *steps):
        assert life.does(step, VC), step
    return life


def seen_by(life: Life, unit_id: str) -> list[str]:
    """Return the ids of the rows that the unit reads; NACKA leads."""
    writer = Writer(unit_id, "outpatient", leads=unit_id == NACKA)
    return [row.id for row in shown_to(life.facts(), life.process, writer, life.at).rows]


def test_with_consent_everybody_reads_everything() -> None:
    life = written("save_plan_row:all")
    assert seen_by(life, STRANGER) == [row.id for row in life.facts().rows]


def test_without_it_the_draft_is_its_writers_and_the_leaders() -> None:
    life = written("save_plan_row:all")
    life.save("own", "works_well", {"words": "Hunden."}, STRANGER)
    everything = [row.id for row in life.facts().rows]
    life.does("withdraw_consent:plan", VC)
    assert seen_by(life, STRANGER) == ["own"]
    assert seen_by(life, NACKA) == everything
    life.does("record_sip_consent:all", VC)
    assert seen_by(life, STRANGER) == everything


def test_a_locked_version_is_kept_by_those_with_a_measure() -> None:
    life = written("save_plan_row:all", "lock_plan_version")
    for unit_id in (VC, NACKA):
        life.does("confirm_plan_version", unit_id)
    life.save("imp", "important", {"words": "Nya ord."}, NACKA)
    life.does("withdraw_consent:plan", VC)
    shown = shown_to(life.facts(), life.process, Writer(VC, "outpatient"), life.at)
    assert shown.versions == life.facts().versions
    assert next(row for row in shown.rows if row.id == "imp").get("words") == "Att få bo hemma."
    stranger = shown_to(life.facts(), life.process, Writer(STRANGER, "outpatient"), life.at)
    assert (stranger.rows, stranger.versions) == ((), ())
    assert shown_to(life.facts(), life.process, None, life.at).rows == ()
