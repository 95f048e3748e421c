"""The eight steps, as they stand at different moments of one case."""

import pytest

from discharge.rules.obligations import obligations
from discharge.rules.steps import Step, current_step, steps

from .case_story import NACKA, VC, Story, local

CONTACT = {"name": "Eva N", "title": "vårdsamordnare", "phone": "08-1", "phone_function": "växel"}
KEYS = (
    "admission_notice",
    "care_contact",
    "planning",
    "sip_summons",
    "ready_notice",
    "discharge",
    "sip_meeting",
    "sip_follow_up",
)


def seen(story: Story, when: str = "2026-05-04 16.00") -> dict[str, Step]:
    facts = story.facts()
    return {step.key: step for step in steps(facts, obligations(facts), local(when))}


def told() -> Story:
    return Story().admitted().noticed("09.00")


def summoned() -> Story:
    story = told().tell("10.00", "sip_need_assessed", VC, needed=True, reason="")
    story.tell("10.10", "consent_recorded", kind="sip_summons", state="given", given_by="self")
    return story.tell("10.20", "sip_summons_sent", VC, recipients=[NACKA], satisfies_lus_4_3=True)


def test_there_are_eight_in_their_order() -> None:
    found = steps(told().facts(), [], local("2026-05-04 12.00"))
    assert tuple(step.key for step in found) == KEYS
    assert [step.number for step in found] == list(range(1, 9))


def received() -> Story:
    return told().tell("10.00", "unit_ready_to_receive", NACKA, unit_id=NACKA, what="hemtjänst")


MOMENTS = [
    ("before the notice", lambda: Story().admitted(), "admission_notice", "due", ""),
    ("after 24 hours", lambda: Story("2026-05-03").admitted("08.00"), "admission_notice", "late", ""),
    (
        "sent, read by one of two",
        lambda: told().read("09.30", NACKA, "e4"),
        "admission_notice",
        "done",
        "Kvitterat 1/2",
    ),
    (
        "no need",
        lambda: Story().admitted(municipal_health=False, outpatient=False),
        "admission_notice",
        "not_applicable",
        "Inget behov efter utskrivningen är bedömt",
    ),
    (
        "sent to the wrong unit",
        lambda: told().tell("10.00", "wrong_recipient_reported", NACKA, unit_id=NACKA, reason="moved"),
        "admission_notice",
        "due",
        "Kvitterat 0/1",
    ),
    ("told", told, "care_contact", "due", ""),
    ("told nobody yet", lambda: Story().admitted(), "care_contact", "not_due", ""),
    (
        "only the municipality told",
        lambda: Story().admitted(municipal_health=False).noticed("09.00", NACKA),
        "care_contact",
        "not_applicable",
        "Ingen öppenvård är berörd",
    ),
    (
        "named",
        lambda: told().tell("10.00", "care_contact_named", VC, unit_id=VC, **CONTACT),
        "care_contact",
        "done",
        "Eva N",
    ),
    ("home, nobody named", lambda: told().discharged("15.00"), "care_contact", "late", ""),
    ("one of two can receive", received, "planning", "due", "1 av 2"),
    (
        "both can receive",
        lambda: received().tell("11.00", "unit_ready_to_receive", VC, unit_id=VC, what="läkare"),
        "planning",
        "done",
        "2/2",
    ),
    (
        "home before all could",
        lambda: received().discharged("15.00"),
        "planning",
        "not_applicable",
        "Utskriven när 1 av 2 var klara",
    ),
    ("need of SIP not judged", told, "sip_summons", "due", "Behovet är inte bedömt"),
    (
        "SIP not needed",
        lambda: told().tell("10.00", "sip_need_assessed", VC, needed=False, reason=""),
        "sip_summons",
        "not_applicable",
        "SIP behövs inte",
    ),
    (
        "one principal only",
        lambda: Story().admitted(municipal_health=False).noticed("09.00"),
        "sip_summons",
        "not_applicable",
        "SIP behövs inte",
    ),
    ("summoned", summoned, "sip_summons", "done", "10.20"),
    ("ready", lambda: told().ready("11.42"), "ready_notice", "done", "11.42"),
    (
        "withdrawn",
        lambda: told().ready("11.42").tell("12.00", "ready_notice_withdrawn", reason="x", recipients=[]),
        "ready_notice",
        "not_due",
        "Återtagen",
    ),
    (
        "home without a notice",
        lambda: told().discharged("15.00"),
        "ready_notice",
        "not_applicable",
        "Utskriven utan underrättelse",
    ),
    ("expected home on Friday", told, "discharge", "not_due", "Beräknad 8/5"),
    ("home, no handover", lambda: told().discharged("15.00"), "discharge", "due", "Överlämning saknas"),
    (
        "home, handed over",
        lambda: (
            told().discharged("15.00").tell("15.10", "handover_sent", parts=[], missing=[], recipients=[])
        ),
        "discharge",
        "done",
        "15.00",
    ),
    (
        "dead",
        lambda: told().tell("12.00", "patient_deceased_recorded", recipients=[]),
        "planning",
        "not_applicable",
        "Ärendet är avslutat",
    ),
]


@pytest.mark.parametrize(
    ("life", "story", "key", "state", "note"), MOMENTS, ids=[f"{row[2]}: {row[0]}" for row in MOMENTS]
)
def test_each_step_tells_where_it_stands(life: str, story, key: str, state: str, note: str) -> None:
    step = seen(story())[key]
    assert (step.state, step.note) == (state, note)


def test_the_summons_is_late_after_its_extended_day() -> None:
    story = told().tell("10.00", "sip_need_assessed", VC, needed=True, reason="")
    story.tell("10.10", "consent_recorded", kind="sip_summons", state="given", given_by="self").ready("11.42")
    assert seen(story, "2026-05-07 23.59")["sip_summons"].state == "due"
    assert seen(story, "2026-05-08 00.00")["sip_summons"].state == "late"


def test_the_current_step_is_the_first_that_waits_for_somebody() -> None:
    found = list(seen(told()).values())
    current = current_step(found)
    assert current is not None
    assert current.key == "care_contact"
    assert current_step([]) is None
