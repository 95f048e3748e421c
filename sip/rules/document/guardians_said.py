"""Vad vårdnadshavarna har svarat: each guardian's own consent, as the process holds it, for the plan's lock (SIP18)."""

from __future__ import annotations

from datetime import datetime

from discharge.rules.facts import CaseFacts
from discharge.rules.facts_of_consents import GUARDIANS, SIP_KINDS, Consent
from lus.swedish_time import local_date


def guardians_said(process: CaseFacts, at: datetime) -> dict[str, str]:
    """Return ``yes`` or ``no`` by the guardian's number. A yes that has run out is no answer; a no stands."""
    said: dict[str, str] = {}
    for number, voice in enumerate(GUARDIANS, start=1):
        answers = [one for one in process.consents.answers if one.voice == voice and one.kind in SIP_KINDS]
        if any(one.state != "given" for one in answers):
            said[str(number)] = "no"
        elif any(_holds(one, at) for one in answers):
            said[str(number)] = "yes"
    return said


def _holds(answer: Consent, at: datetime) -> bool:
    return answer.valid_until is None or local_date(at) <= answer.valid_until
