"""What the reader is told about each day, word for word where the wording is agreed."""

from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from discharge.rules.interpretations import INTERPRETATIONS, on_screen, unsupported
from discharge.rules.ledger_facts import Ruling
from discharge.rules.payment_liability import PaymentTerms
from tests.discharge.rules.ledger_cases import TERMS, event, ledger, march

STOCKHOLM = replace(TERMS, title="Stockholm somatik 2020-01-01", interpretations={"D-01": "A"})


def reasons(terms: PaymentTerms = STOCKHOLM, **changes: Any) -> dict[int, str]:
    return {line.date.day: line.reason for line in ledger(terms, **changes).lines}


def test_a_grace_day_is_told_as_agreed() -> None:
    assert reasons(events=(event("ready", march(2, 9)), event("discharged", march(7))))[4].startswith(
        "Ons 4/3 är fristdag 2 av 2: underrättelsen skickades mån 2/3 10.00 (före 12.00). "
        "Regel Stockholm somatik 2020-01-01, tolkning A."
    )


@pytest.mark.parametrize(
    ("changes", "day", "parts"),
    [
        ({}, 2, ["Mån 2/3 är dag noll", "(före 12.00)"]),
        ({}, 5, ["Tor 5/3 är betalningsdag: fristdagarna tog slut ons 4/3 och alla villkor", "läsning A"]),
        ({}, 7, ["Lör 7/3 räknas inte", "Tolkning: Utskrivningsdagen räknas inte som betalningsdag."]),
        ({"events": (event("ready", march(2, 11)),)}, 2, ["(exakt 12.00)", "räknas som nästa dag"]),
        ({"events": (event("ready", march(2, 11, 1)),)}, 2, ["12.01 (efter 12.00), dag noll är tis 3/3"]),
        ({"outpatient_needed": True}, 5, ["men öppenvårdens insatser var inte bekräftade"]),
        ({"outpatient_needed": True, "outpatient_clear_at": march(5)}, 5, ["klara samma dag räknas"]),
        ({"admission_notice_at": march(1)}, 5, ["skickades sön 1/3 09.00, gränsen var lör 28/2 08.00"]),
        ({"admission_notice_at": march(1), "ruling": Ruling("liable")}, 5, ["enligt gemensamt beslut"]),
        ({"admission_notice_at": march(1), "ruling": Ruling("not_liable")}, 5, ["beslut undantar dagen"]),
        ({"sip_required": True}, 5, ["kallelse till SIP skickades inte, sista dag var tor 5/3"]),
        ({"sip_required": True, "as_of": date(2026, 3, 5)}, 5, ["är inte avgjord", "tor 5/3"]),
        ({"sip_required": True, "sip_consent": "refused"}, 5, ["SIP krävs inte utan samtycke"]),
        ({"sip_required": True, "sip_consent": "unknown"}, 5, ["om patienten samtycker till SIP"]),
        ({"sip_required": None}, 5, ["inte känt om SIP krävs"]),
        ({"sip_required": True, "summons_at": march(6)}, 5, ["skickades fre 6/3 09.00", "för sen"]),
        ({"events": (event("ready", march(2)), event("withdrawn", march(3)))}, 3, ["återtogs tis 3/3 09.00"]),
        ({"events": (event("ready", march(2)), event("annulled", march(3)))}, 3, ["var felregistrerad"]),
        ({"events": (event("ready", march(2)), event("withdrawn", march(3)))}, 4, ["inte utskrivningsklar"]),
        ({"events": (event("ready", march(2)), event("transferred", march(3)))}, 3, ["flyttades över"]),
    ],
)
def test_each_reason_names_its_evidence(changes: dict[str, Any], day: int, parts: list[str]) -> None:
    reason = reasons(**changes)[day]
    for part in parts:
        assert part in reason, reason


def test_a_death_is_not_spelled_out() -> None:
    reason = reasons(events=(event("ready", march(2)), event("died", march(6))))[6]
    assert reason.startswith("Fre 6/3 räknas inte: ärendet avslutades den dagen.")


SHADOW = replace(STOCKHOLM, payment_active_from=None)
STATUTE = replace(STOCKHOLM, statutory=True, title="lagens regel", interpretations={})
READING = "Stockholm somatik 2020-01-01, tolkning D-01 läsning A"
WITHOUT = replace(STOCKHOLM, title="Gotland", interpretations={})
OPEN = (event("ready", march(2, 13)),)
REFERENCES: list[tuple[str, PaymentTerms, dict[str, Any], dict[int, str]]] = [
    ("the act's own terms", STATUTE, {}, {2: "LUS 5:4", 4: "LUS 5:4", 5: "LUS 5:1", 7: "tolkning D-03"}),
    ("an agreement with a reading", STOCKHOLM, {}, {2: READING, 4: READING, 5: "LUS 5:1"}),
    ("an agreement without", WITHOUT, {}, {2: "Gotland", 4: "Gotland", 5: "LUS 5:1"}),
    ("before day zero", STATUTE, {"events": OPEN, "as_of": date(2026, 3, 4)}, {2: "LUS 5:4", 3: "LUS 5:4"}),
    ("in shadow", SHADOW, {}, {4: READING, 5: "skuggberäkning"}),
    (
        "withdrawn, then dead",
        STATUTE,
        {"events": (event("ready", march(2)), event("withdrawn", march(4)), event("died", march(6)))},
        {4: "tolkning D-07", 5: "LUS 1:3", 6: "intern tolkning"},
    ),
    (
        "moved",
        STATUTE,
        {"events": (event("ready", march(2)), event("transferred", march(4)))},
        {4: "tolkning D-08"},
    ),
]


@pytest.mark.parametrize(("life", "terms", "facts", "said"), REFERENCES, ids=[row[0] for row in REFERENCES])
def test_a_paragraph_is_claimed_only_for_what_the_act_says(
    life: str, terms: PaymentTerms, facts: dict[str, Any], said: dict[int, str]
) -> None:
    found = {line.date.day: line.rule_reference for line in ledger(terms, **facts).lines}
    assert {day: found[day] for day in said} == said


def test_a_shadow_day_says_that_nobody_pays() -> None:
    line = ledger(SHADOW).on(date(2026, 3, 5))
    assert line is not None
    assert line.word == "Räknad dag"
    assert "räknas i skuggberäkning, inget att betala" in line.reason


def test_an_extended_summons_says_both_dates() -> None:
    changes: dict[str, Any] = {"sip_required": True, "summons_at": march(16)}
    reason = reasons(events=(event("ready", march(12)), event("discharged", march(17))), **changes)[15]
    assert "sista dag var sön 15/3, förlängd till mån 16/3" in reason
    assert "Kallad inom förlängd tid (lag 1930:173): kräver beslut." in reason


def test_inactive_agreements_say_so() -> None:
    assert "inte aktiverat" in reasons(replace(STOCKHOLM, payment_active_from=None))[5]
    later = replace(STOCKHOLM, payment_active_from=date(2026, 3, 6))
    assert "Aktivt från 2026-03-06" in reasons(later)[5]


def test_other_readings_say_their_own_number() -> None:
    b = replace(STOCKHOLM, first_liable_offset=2, interpretations={"D-01": "B"})
    assert (
        "Dag noll till och med dag 1 är fria; betalningsdag från och med dag 2 (läsning B)" in reasons(b)[4]
    )


def test_weekday_agreements_explain_vardag_and_no_cutoff_is_not_named() -> None:
    weekdays = PaymentTerms("none", None, "weekday", 1)
    reason = reasons(weekdays)[3]
    assert "dag noll var mån 2/3" in reason
    assert "Vardag = måndag–fredag" in reason
    assert "12.00" not in reasons(replace(weekdays, cutoff_time=time(12)))[2]


def test_all_eighteen_interpretations_are_named_and_their_texts_can_be_filled() -> None:
    assert list(INTERPRETATIONS) == [f"D-{number:02d}" for number in range(1, 19)]
    filled = {"cutoff": "12.00", "which": "samma dag", "n": 3, "active_from": "2026-01-01"}
    assert all(on_screen(known, **filled).startswith("Tolkning: ") for known in INTERPRETATIONS)


def test_choices_that_are_not_built_are_named() -> None:
    assert unsupported({"D-01": "B", "D-04": "manual", "D-10": "payable", "D-99": "x"}) == ("D-10", "D-99")
