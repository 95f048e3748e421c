"""Läge: where a case stands, as shape, word and colour for the lists. Red only for what is over its limit."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from discharge.rules.day_counter import DayCounter, counter_from
from discharge.rules.destinations import DESTINATIONS
from discharge.rules.facts_of_scope import OUTSIDE
from discharge.rules.labels import Label, Standing, label_of, sip_open
from lus.swedish_time import local_date
from lus.web.words import day, moment, time_left

LOOKS: dict[str, tuple[str, str]] = {
    "planning": ("pagar", "accent"),
    "noticed": ("ny", "neutral"),
    "ready": ("klar", "success"),
    "home_ready": ("hem", "success"),
    "withdrawn": ("aterta", "neutral"),
    "discharged": ("hem", "success"),
    "discharged_sip": ("hem", "success"),
    "transferred": ("hem", "neutral"),
    "draft": ("sang", "neutral"),
}
DAY_LOOKS: dict[str, tuple[str, str]] = {
    "before_day_zero": ("klar", "success"),
    "day_zero": ("klar", "success"),
    "grace": ("klar", "success"),
    "over": ("sent", "danger"),
}
SHORT = {"noticed": "Meddelande skickat", "discharged": "Utskriven", "discharged_sip": "Utskriven, SIP pågår"}


@dataclass(frozen=True, slots=True)
class StateWords:
    """``word`` with its ``icon`` and ``color``; ``sub``: the second line; ``counter`` while the patient is ready."""

    icon: str
    word: str
    color: str
    sub: str
    counter: DayCounter | None

    @property
    def late(self) -> bool:
        return self.counter is not None and self.counter.phase == "over"


def state_words(case: dict[str, Any], unit_states: Collection[str], at: datetime) -> StateWords:
    """Return the state in which the day is the word: ``Dag 2 av 2`` · ``15 h 46 min kvar``. For the board."""
    counter = day_counter_of(case, local_date(at))
    label = _label(case, unit_states)
    icon, color = LOOKS.get(label.key, ("ejakt", "neutral"))
    if counter is None:
        return StateWords(icon, SHORT.get(label.key, label.text), color, _since(label, case, at), None)
    icon, color = DAY_LOOKS[counter.phase]
    if counter.phase == "grace" and counter.number == counter.of:
        return StateWords("snart", counter.words, "warning", time_left(counter.grace_ends_at, at), counter)
    return StateWords(icon, counter.words, color, _ready_since(case, at), counter)


def state_and_day(case: dict[str, Any], unit_states: Collection[str], at: datetime) -> StateWords:
    """Return the state with the day below it: ``Utskrivningsklar`` · ``dag 6, över frist``. For Min tur."""
    counter = day_counter_of(case, local_date(at))
    label = _label(case, unit_states)
    icon, color = LOOKS.get(label.key, ("ejakt", "neutral"))
    sub = _lower_first(counter.words) if counter else _since(label, case, at)
    return StateWords(icon, SHORT.get(label.key, label.text), color, sub, counter)


def day_counter_of(case: dict[str, Any], today: date) -> DayCounter | None:
    """Return the counter of a patient who is ready and still in hospital, when the terms are known."""
    if case["readiness"] != "ready" or case["stay"] != "admitted" or case["day_zero"] is None:
        return None
    return counter_from(case["day_zero"], case["first_liable_day"], today)


def _label(case: dict[str, Any], unit_states: Collection[str]) -> Label:
    standing = Standing(
        stay=case["stay"],
        readiness=case["readiness"],
        sip_open=sip_open(case["sip_needed"], case["sip_consent"], case["sip_state"]),
        is_noticed=case["admission_notice_at"] is not None,
        is_home_ready=case["home_ready_at"] is not None,
        unit_states=unit_states,
    )
    return label_of(standing)


def _since(label: Label, case: dict[str, Any], at: datetime) -> str:
    if case["outside_act"]:
        return OUTSIDE
    if case["stay"] == "on_leave":
        return "Permission"
    if label.key == "noticed":
        return moment(case["admission_notice_at"], at)
    if label.key in ("ready", "home_ready"):
        return _ready_since(case, at)
    if label.key in ("discharged", "discharged_sip") and case["discharged_at"]:
        left = moment(case["discharged_at"], at)
        where = DESTINATIONS.get(case["destination"], "")
        return f"{left} · {where.lower()}" if where else left
    return f"Inskriven {day(local_date(case['admitted_at']), local_date(at))}"


def _ready_since(case: dict[str, Any], at: datetime) -> str:
    sent = case["ready_sent_at"]
    if sent is None:
        return ""
    if local_date(sent) == local_date(at):
        return moment(sent, at)
    return f"Utskrivningsklar {day(local_date(sent), local_date(at))}"


def _lower_first(words: str) -> str:
    return words[:1].lower() + words[1:]
