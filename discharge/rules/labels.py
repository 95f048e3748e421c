"""Ärendets läge i ett ord: the label of a case; the five axes always stand beside it. First match wins.

*Hemgångsklar* is the checklist's word for somebody who is *utskrivningsklar* too; the one never means the other.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from .facts import CaseFacts
from .facts_of_sip import UNDER_WAY

PLANNING: Final = frozenset({"in_progress", "ready_to_receive"})
TEXTS: Final[dict[str, str]] = {
    "entered_in_error": "Felregistrerad",
    "closed": "Avslutat",
    "discharged_sip": "Utskriven – SIP pågår",
    "discharged": "Utskriven – överlämning",
    "transferred": "Överflyttad",
    "home_ready": "Hemgångsklar",
    "ready": "Utskrivningsklar",
    "withdrawn": "Återtagen",
    "planning": "Planering pågår",
    "noticed": "Inskrivningsmeddelande skickat",
    "draft": "Utkast",
}


@dataclass(frozen=True, slots=True)
class Label:
    """``key`` of ``TEXTS`` for colour and filters, ``text`` for people."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Standing:
    """What decides the label, from the facts or from a row of the board. ``unit_states``: of the concerned units."""

    stay: str
    readiness: str
    is_closed: bool = False
    sip_open: bool = False
    is_noticed: bool = False
    is_home_ready: bool = False
    unit_states: Collection[str] = ()


def case_label(facts: CaseFacts, *, day: int | None = None) -> Label:
    """Return the label of a case. ``day``: the day counter's number, counted from day zero, if there is one."""
    return label_of(
        Standing(
            stay=facts.stay,
            readiness=facts.readiness,
            is_closed=facts.closed_at is not None,
            sip_open=sip_open(facts.sip_needed, facts.sip_consent, facts.sip.state),
            is_noticed=facts.admission_notice_at is not None,
            is_home_ready=facts.home.reached_at is not None,
            unit_states=[unit.state for unit in facts.units],
        ),
        day=day,
    )


def label_of(case: Standing, *, day: int | None = None) -> Label:
    """Return the label of ``case``; see ``case_label``."""
    key = _key(case)
    text = TEXTS[key]
    if key in ("ready", "home_ready") and day is not None:
        text = f"{text}, {day_words(day)}"
    return Label(key, text)


def sip_open(sip_needed: bool | None, sip_consent: str, sip_state: str) -> bool:
    """Whether a joint plan is under way, or called for: needed, not ended, and the patient has not said no."""
    if sip_state in UNDER_WAY:
        return True
    return sip_state != "closed" and sip_needed is True and sip_consent != "refused"


def day_words(day: int) -> str:
    """``dag 2``; ``dag noll`` on day zero, ``före dag noll`` when the notice came after the cut-off."""
    if day < 0:
        return "före dag noll"
    return f"dag {day}" if day else "dag noll"


def _key(case: Standing) -> str:
    rows = (
        (case.stay == "entered_in_error", "entered_in_error"),
        # Why a case of a dead patient is closed is told inside the case only.
        (case.stay == "deceased" or case.is_closed, "closed"),
        (case.stay == "discharged" and case.sip_open, "discharged_sip"),
        (case.stay == "discharged", "discharged"),
        (case.stay == "transferred", "transferred"),
        (case.readiness == "ready" and case.is_home_ready, "home_ready"),
        (case.readiness == "ready", "ready"),
        (case.readiness == "withdrawn", "withdrawn"),
        (bool(PLANNING & set(case.unit_states)), "planning"),
        (case.is_noticed, "noticed"),
    )
    return next((key for holds, key in rows if holds), "draft")
