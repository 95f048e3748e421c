"""What a case is called in lists."""

from collections.abc import Callable

import pytest

from discharge.rules.labels import Label, case_label

from .case_story import NACKA, VC, Story


def told() -> Story:
    return Story().admitted().noticed("09.00")


def sip() -> Story:
    return told().tell("10.00", "sip_need_assessed", VC, needed=True, reason="")


LABELS: list[tuple[str, Callable[[], Story], str]] = [
    ("Utkast", lambda: Story().admitted(), "draft"),
    ("Inskrivningsmeddelande skickat", told, "noticed"),
    ("Planering pågår", lambda: told().tell("10.00", "planning_started", NACKA, unit_id=NACKA), "planning"),
    ("Utskrivningsklar", lambda: told().ready("11.42"), "ready"),
    (
        "Återtagen",
        lambda: told().ready("11.42").tell("12.00", "ready_notice_withdrawn", reason="x", recipients=[]),
        "withdrawn",
    ),
    (
        "Inskrivningsmeddelande skickat",
        lambda: (
            told().ready("11.42").tell("12.00", "ready_notice_entered_in_error", reason="x", recipients=[])
        ),
        "noticed",
    ),
    ("Utskriven – överlämning", lambda: told().ready("11.42").discharged("14.00"), "discharged"),
    ("Utskriven – SIP pågår", lambda: sip().ready("11.42").discharged("14.00"), "discharged_sip"),
    (
        "Utskriven – överlämning",
        lambda: (
            sip()
            .tell("10.10", "consent_recorded", kind="sip_summons", state="refused", given_by="self")
            .discharged("14.00")
        ),
        "discharged",
    ),
    ("Avslutat", lambda: told().tell("12.00", "patient_deceased_recorded", recipients=[]), "closed"),
    ("Avslutat", lambda: told().discharged("14.00").tell("15.00", "case_closed", reason="klart"), "closed"),
    (
        "Felregistrerad",
        lambda: told().tell("12.00", "case_entered_in_error", reason="x", recipients=[]),
        "entered_in_error",
    ),
]


@pytest.mark.parametrize(
    ("text", "story", "key"), LABELS, ids=[f"{row[2]} {nr}" for nr, row in enumerate(LABELS)]
)
def test_the_first_that_holds_is_the_label(text: str, story: Callable[[], Story], key: str) -> None:
    assert case_label(story().facts()) == Label(key, text)


DAYS = [
    (None, "Utskrivningsklar"),
    (-1, "Utskrivningsklar, före dag noll"),
    (0, "Utskrivningsklar, dag noll"),
    (2, "Utskrivningsklar, dag 2"),
]


@pytest.mark.parametrize(("day", "text"), DAYS, ids=[row[1] for row in DAYS])
def test_the_day_stands_in_the_label(day: int | None, text: str) -> None:
    assert case_label(told().ready("11.42").facts(), day=day).text == text


def test_the_day_is_not_told_of_a_case_that_is_not_ready() -> None:
    assert case_label(told().facts(), day=2).text == "Inskrivningsmeddelande skickat"
