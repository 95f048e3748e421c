"""The ticks beside the day strip: is it so, and who can change it."""

import pytest

from discharge.rules.conditions import conditions
from discharge.rules.sip_required import sip_required

from .case_story import NACKA, VC, Story


def told(clock: str = "09.00") -> Story:
    return Story().admitted("08.00").noticed(clock)


def needed(consent: str = "given") -> Story:
    story = told().tell("10.00", "sip_need_assessed", VC, needed=True, reason="")
    if consent:
        story.tell("10.10", "consent_recorded", kind="sip_summons", state=consent, given_by="self")
    return story


def summoned(story: Story, day: str) -> Story:
    return story.on(day).tell("10.00", "sip_summons_sent", VC, recipients=[NACKA], satisfies_lus_4_3=True)


WARD, OUTPATIENT, CONTACT = "Avdelningen", "Öppenvården", "Fast vårdkontakt i öppenvården"
BOTH = "Regionen och kommunen gemensamt"

TICKS = [
    ("sent after an hour", told, "admission_notice", "yes", ""),
    ("never sent", lambda: Story().admitted(), "admission_notice", "no", WARD),
    (
        "sent after 25 hours",
        lambda: Story("2026-05-03").admitted("08.00").on("2026-05-04").noticed("09.00"),
        "admission_notice",
        "no",
        BOTH,
    ),
    ("no notice yet", told, "ready_notice", "no", WARD),
    ("ready", lambda: told().ready("11.42"), "ready_notice", "yes", ""),
    ("home", lambda: told().ready("11.42").discharged("15.00"), "ready_notice", "yes", ""),
    (
        "withdrawn",
        lambda: told().ready("11.42").tell("12.00", "ready_notice_withdrawn", reason="x", recipients=[]),
        "ready_notice",
        "no",
        WARD,
    ),
    ("SIP not judged", told, "sip_summons", "unknown", OUTPATIENT),
    (
        "one principal only",
        lambda: Story().admitted(municipal_health=False).noticed(),
        "sip_summons",
        "not_needed",
        "",
    ),
    ("patient said no", lambda: needed("refused"), "sip_summons", "not_needed", ""),
    ("nobody asked", lambda: needed(""), "sip_summons", "unknown", WARD),
    ("not summoned", lambda: needed().ready("11.42"), "sip_summons", "no", CONTACT),
    (
        "summoned before the notice",
        lambda: summoned(needed(), "2026-05-04").ready("11.42"),
        "sip_summons",
        "yes",
        "",
    ),
    (
        "summoned on day three",
        lambda: summoned(needed().ready("11.42"), "2026-05-07"),
        "sip_summons",
        "yes",
        "",
    ),
    (
        "summoned on day four",
        lambda: summoned(needed().ready("11.42"), "2026-05-08"),
        "sip_summons",
        "no",
        BOTH,
    ),
    (
        "ready Wednesday, summoned Monday",
        lambda: summoned(needed().on("2026-05-06").ready("11.42"), "2026-05-11"),
        "sip_summons",
        "unknown",
        BOTH,
    ),
    ("outpatient care silent", told, "outpatient_clear", "no", OUTPATIENT),
    (
        "outpatient care ready",
        lambda: told().tell("12.00", "outpatient_readiness_stated", VC, unit_id=VC, ready=True),
        "outpatient_clear",
        "yes",
        "",
    ),
    ("no outpatient need", lambda: Story().admitted(outpatient=False), "outpatient_clear", "not_needed", ""),
    ("need unknown", lambda: Story().admitted(outpatient=None), "outpatient_clear", "unknown", WARD),
    ("registered in Nacka", told, "payer", "yes", ""),
]


@pytest.mark.parametrize(
    ("life", "story", "key", "state", "who"), TICKS, ids=[f"{row[2]}: {row[0]}" for row in TICKS]
)
def test_each_condition_is_judged(life: str, story, key: str, state: str, who: str) -> None:
    (tick,) = [item for item in conditions(story().facts()) if item.key == key]
    assert (tick.state, tick.who) == (state, who)
    assert tick.sentence.endswith(".")


def test_an_unknown_municipality_leaves_the_payer_unknown() -> None:
    story = told()
    story.events[0].data["registered_municipality"] = ""  # type: ignore[index]
    assert conditions(story.facts())[-1].state == "unknown"


LABELS = [
    ("not judged", told, "Kallelse till SIP (om SIP krävs)"),
    ("needed", needed, "Kallelse till SIP (krävs)"),
    (
        "not needed",
        lambda: told().tell("10.00", "sip_need_assessed", VC, needed=False),
        "Kallelse till SIP (krävs ej)",
    ),
]


@pytest.mark.parametrize(("life", "story", "label"), LABELS, ids=[row[0] for row in LABELS])
def test_the_summons_is_called_required_only_when_it_is_known_to_be(life: str, story, label: str) -> None:
    assert conditions(story().facts())[2].label == label


def test_an_agreement_without_a_summons_asks_for_none() -> None:
    assert conditions(told().facts(), requires_summons=False)[2].state == "not_needed"


REQUIRED = [
    ("both, not judged", told, None),
    ("both, judged needed", needed, True),
    ("both, judged not needed", lambda: told().tell("10.00", "sip_need_assessed", VC, needed=False), False),
    (
        "municipality only",
        lambda: Story().admitted(municipal_health=False, outpatient=False, social_services=True),
        False,
    ),
    ("outpatient only", lambda: Story().admitted(municipal_health=False), False),
    ("needs not assessed", lambda: Story().admitted(municipal_health=None, outpatient=True), None),
]


@pytest.mark.parametrize(("life", "story", "wanted"), REQUIRED, ids=[row[0] for row in REQUIRED])
def test_whether_sip_is_called_for(life: str, story, wanted: bool | None) -> None:
    assert sip_required(story().facts()) is wanted
