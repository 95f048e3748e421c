"""Samtyckena och menprövningen as facts: who has said what to each of the four kinds, and what was judged instead.

LUS 4 kap. 2 §, OSL 25 kap. 1 § and 26 kap. 1 §. Days are Swedish calendar days.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Literal

# The handbook's ``information_sharing`` is called ``information`` here, as in every event since the first.
CONSENT_KINDS: Final[dict[str, str]] = {
    "information": "Uppgifter mellan enheterna",
    "shared_record": "Sammanhållen dokumentation",
    "sip_summons": "Kallelse till SIP",
    "sip_create": "Att en SIP görs",
}
# Without these two there is no joint plan; the others let units share what they know.
SIP_KINDS: Final = ("sip_summons", "sip_create")
CONSENT_GIVEN_BY: Final[dict[str, str]] = {
    "self": "Personen själv",
    "guardian1": "Vårdnadshavare 1",
    "guardian2": "Vårdnadshavare 2",
    "representative": "Företrädare",
}
CONSENT_FORMS: Final[dict[str, str]] = {
    "oral": "Muntligt",
    "written": "Skriftligt",
    "eid": "Med e-legitimation",
}
# A child has up to two who answer, each by themselves; everybody else has one answer.
GUARDIANS: Final = ("guardian1", "guardian2")
ANYONE: Final = "one"

State = Literal["given", "refused", "withdrawn"]


@dataclass(frozen=True, slots=True)
class Consent:
    """The last answer of one voice. ``voice``: of ``GUARDIANS``, or ``ANYONE``; ``valid_until``: the last day.

    Without days it was given before days were asked for, and holds until it is taken back.
    """

    kind: str
    voice: str
    given_by: str
    state: State
    at: datetime
    form: str = ""
    valid_from: date | None = None
    valid_until: date | None = None


@dataclass(frozen=True, slots=True)
class HarmTest:
    """Menprövningen: begun because the person cannot take a stand. ``outcome`` "": not judged yet.

    ``scope``: a key of ``HARM_TEST_SCOPES``; ``review_on``: the last day that it holds.
    """

    started_at: datetime
    outcome: str = ""
    judged_at: datetime | None = None
    physician: str = ""
    scope: str = ""
    review_on: date | None = None


@dataclass(frozen=True, slots=True)
class Consents:
    """``answers``: the last of each voice about each kind. ``harm_test``: None when none is needed."""

    answers: tuple[Consent, ...] = ()
    harm_test: HarmTest | None = None

    def about(self, kind: str) -> tuple[Consent, ...]:
        """The answers about one kind, one for each voice."""
        return tuple(one for one in self.answers if one.kind == kind)


HARM_TEST_SCOPES: Final[dict[str, str]] = {
    "meeting": "Ett samordningsmöte",
    "meeting_and_sharing": "Samordningsmöte och de uppgifter som behövs",
}
NOBODY_ASKED: Final = Consents()


def voice_of(given_by: str) -> str:
    """Return whose answer it is: *vårdnadshavare* without a number is the first."""
    if given_by == "guardian":
        return GUARDIANS[0]
    return given_by if given_by in GUARDIANS else ANYONE
