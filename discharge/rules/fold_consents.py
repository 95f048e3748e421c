"""Samtyckena viks ihop, LUS 4 kap. 2 §: what each answer, and each harm test, does to the facts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, Final

from .case_draft import Draft
from .consent_standing import Said, said_of
from .facts import EventFact
from .facts_of_consents import ANYONE, GUARDIANS, SIP_KINDS, Consent, Consents, HarmTest, State, voice_of

STATES: Final[dict[str, State]] = {"given": "given", "refused": "refused", "withdrawn": "withdrawn"}


def answer_consent(case: Draft, event: EventFact) -> Said:
    """Note one answer about one kind, and return how the kind stands then: see ``said_of``."""
    data, held = event.data, _held(case)
    kind, voice = data["kind"], voice_of(data.get("given_by", ""))
    state = STATES.get(data.get("state", "withdrawn"))
    kept = [one for one in held.answers if one.kind != kind or not _replaced(one.voice, voice)]
    if state is not None:
        kept.append(
            Consent(
                kind,
                voice,
                data.get("given_by", ""),
                state,
                event.happened_at,
                data.get("form", ""),
                _day(data.get("valid_from")),
                _day(data.get("valid_until")),
            )
        )
    # Who has said yes or no to a plan can take a stand: no harm test speaks for them any more.
    test = None if kind in SIP_KINDS else held.harm_test
    return said_of(_save(case, answers=tuple(kept), harm_test=test), kind)


def refuse_plan(case: Draft, event: EventFact) -> None:
    """*Nej tack till SIP*: a no to being called, and to the plan."""
    for kind in SIP_KINDS:
        if kind == "sip_summons" or said_of(_held(case), kind) != "unknown":
            data = {"kind": kind, "state": "refused", "given_by": event.data.get("given_by", "self")}
            answer_consent(case, replace(event, data=data))


def ask_anew(case: Draft) -> None:
    """A no is taken back, or was about what has ended; whether the units may be called is a question of its own."""
    ask_plan_again(case)
    if case.known.get("sip_consent") == "refused":
        case.known.update(sip_consent="unknown", sip_consent_at=None)


def ask_plan_again(case: Draft) -> None:
    """The no is taken back: what it was about is asked anew."""
    held = _held(case)
    no = [kind for kind in SIP_KINDS if said_of(held, kind) not in ("given", "unknown")]
    _save(case, answers=tuple(one for one in held.answers if one.kind not in no), harm_test=None)


def has_declined(case: Draft) -> bool:
    """Whether the person has said no to being called: not the same as taking a yes back."""
    return said_of(_held(case), "sip_summons") == "refused"


def has_withdrawn(case: Draft) -> bool:
    """Whether a yes to being called, or to the plan, has been taken back."""
    return "withdrawn" in {said_of(_held(case), kind) for kind in SIP_KINDS}


def harm_test_started(case: Draft, event: EventFact) -> None:
    """The person cannot take a stand; somebody judges whether units may meet all the same."""
    _save(case, harm_test=HarmTest(event.happened_at))
    if case.sip.get("state", "not_assessed") == "not_assessed":
        case.sip["state"] = "offered"


def harm_test_judged(case: Draft, event: EventFact) -> None:
    """What the physician judged of a meeting. A test about messages alone says nothing of one."""
    test, data = _held(case).harm_test, event.data
    if test is None or not data.get("scope"):
        return
    judged = replace(
        test,
        outcome=data["outcome"],
        judged_at=event.happened_at,
        physician=data["physician"],
        scope=data["scope"],
        review_on=_day(data["review_on"]),
    )
    _save(case, harm_test=judged)


def _replaced(held: str, voice: str) -> bool:
    """A guardian speaks for the child beside the other guardian; anybody else speaks alone."""
    return held == voice or ANYONE in (held, voice) or held not in GUARDIANS


def _held(case: Draft) -> Consents:
    found: Consents = case.known.get("consents", Consents())
    return found


def _save(case: Draft, **changed: Any) -> Consents:
    case.known["consents"] = kept = replace(_held(case), **changed)
    return kept


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
