"""Kan SIP-steget tas?, LUS 4 kap. 1–2 §§: why a step towards a joint plan is refused, or a step in it."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from .consent_refusals import refuse_harm_test, refuse_without_plan, refuse_without_summons
from .facts import CaseFacts
from .facts_of_scope import CARE_PLAN_STATUSES
from .facts_of_sip import state_words
from .last_event import last_event
from .refusal import Refusal
from .sip_closing import OPEN, is_open, refuse_not_responsible
from .sip_meeting_not_open import not_of_meeting

LEGAL_WORDS: Final[dict[str, str]] = {
    "none": "Frivillig vård",
    "lpt": "LPT",
    "lrv": "LRV",
    "opt": "ÖPT",
    "orv": "ÖRV",
}
ANY_STATE: Final[frozenset[str]] = frozenset()
SUMMONED: Final = frozenset({"summoned"})
PLANNED: Final = frozenset({"established", "followed_up"})
# While a plan may still be made, or is looked at again.
HARM_TEST: Final = frozenset({"not_assessed", "offered", "summoned", "held", *PLANNED})
# Act: where the plan must stand (empty: anywhere), process §3.4 and §15 of the module's specification.
SIP_ACTS: Final[dict[str, frozenset[str]]] = {
    "assess_sip_need": ANY_STATE,
    "record_sip_consent": ANY_STATE,
    "start_harm_test": HARM_TEST,
    "record_sip_harm_test": HARM_TEST,
    "offer_sip": frozenset({"not_assessed", "not_relevant", "declined_by_person"}),
    "record_sip_answer": frozenset({"offered", "declined_by_person", "summoned"}),
    "open_sip_poll": frozenset({"offered", *PLANNED}),
    "answer_sip_poll": ANY_STATE,
    "choose_sip_slot": ANY_STATE,
    "send_sip_summons": frozenset({"not_assessed", "offered", *PLANNED}),
    "change_sip_time": SUMMONED,
    "turn_meeting_to_phone": SUMMONED,
    "change_sip_participants": SUMMONED,
    "cancel_sip_meeting": SUMMONED,
    "answer_sip_summons": SUMMONED,
    "answer_sip_substitute": SUMMONED,
    "record_sip_meeting": SUMMONED,
    "establish_sip": frozenset({"held"}),
    "link_existing_sip": frozenset({"not_assessed", "offered"}),
    "follow_up_sip": PLANNED,
    "close_sip": OPEN,
}
# What is called off or ended may be so under ÖPT and ÖRV too: else a meeting that nobody comes to would stand.
# Consent to shared records is asked for there as well.
UNDER_CARE_PLAN: Final = frozenset({"cancel_sip_meeting", "close_sip", "record_sip_consent"})
# Only while times are proposed and none is chosen.
ON_A_POLL: Final = frozenset({"answer_sip_poll", "choose_sip_slot"})
CALLING: Final = frozenset(
    {"open_sip_poll", "send_sip_summons", "change_sip_time", "change_sip_participants"}
)
MAKING: Final = frozenset({"establish_sip", "link_existing_sip"})

WHAT_NOW: Final[dict[str, str]] = {
    "not_assessed": "Erbjud SIP, eller kalla när samtycke finns.",
    "not_relevant": "Gör en ny bedömning om behovet ändrats.",
    "offered": "Dokumentera svaret, eller kalla när samtycke finns.",
    "declined_by_person": "Fråga igen om personen ändrar sig, och dokumentera svaret.",
    "summoned": "Dokumentera mötet, ändra tiden eller ställ in.",
    "held": "Upprätta planen.",
    "established": "Följ upp planen, eller kalla till ett nytt möte.",
    "followed_up": "Avsluta planen, eller kalla till ett nytt möte.",
    "closed": "Gör en ny bedömning av behovet om SIP behövs igen.",
    "replaced_by_care_plan": "Är vården frivillig igen: gör en ny bedömning av behovet.",
}
BROUGHT_BY: Final[dict[str, tuple[str, ...]]] = {
    "not_relevant": ("sip_need_assessed",),
    "offered": ("sip_offered", "sip_accepted_by_person", "consent_recorded", "sip_meeting_cancelled"),
    "declined_by_person": ("sip_declined_by_person", "consent_recorded"),
    "summoned": ("sip_summons_sent",),
    "held": ("sip_meeting_held",),
    "established": ("sip_established", "sip_existing_linked"),
    "followed_up": ("sip_followed_up",),
    "closed": ("sip_closed",),
    "replaced_by_care_plan": ("sip_replaced_by_care_plan",),
}
Found = tuple[Refusal, tuple[str, ...]]


def sip_not_open(
    act: str, facts: CaseFacts, unit_id: str | None = None, at: datetime | None = None
) -> Found | None:
    """Return the refusal of ``act`` and the events that may have brought it about, or None.

    ``at`` None: a consent that has run out by now is not looked for.
    """
    if act not in SIP_ACTS:
        return None
    if facts.legal_status in CARE_PLAN_STATUSES and act not in UNDER_CARE_PLAN:
        return care_plan_instead(facts), ("legal_status_changed",)
    return (
        _not_needed(act, facts)
        or _no_consent(act, facts, at)
        or _wrong_state(act, facts)
        or _no_harm_test(act, facts, at)
        or _no_poll(act, facts)
        or not_of_meeting(act, facts, unit_id)
        or _not_responsible(act, facts, unit_id)
    )


def _not_needed(act: str, facts: CaseFacts) -> Found | None:
    if act != "send_sip_summons" or facts.sip_needed is not False:
        return None
    said, advice = "SIP är bedömd som inte aktuell", "Gör en ny bedömning om behovet ändrats."
    return Refusal("sip-not-needed", "SIP är inte aktuell", said, advice), ("sip_need_assessed",)


def _no_consent(act: str, facts: CaseFacts, at: datetime | None) -> Found | None:
    refused = refuse_without_summons(facts, at) if act in CALLING else None
    if act in MAKING:
        refused = refuse_without_plan(facts, at)  # the yes to the plan itself is asked for there
    return (refused, ()) if refused else None


def _no_harm_test(act: str, facts: CaseFacts, at: datetime | None) -> Found | None:
    refused = refuse_harm_test(facts, at) if SIP_ACTS[act] is HARM_TEST else None
    return (refused, ()) if refused else None


def _wrong_state(act: str, facts: CaseFacts) -> Found | None:
    state = facts.sip.state
    stands = is_open(state, facts.sip_needed) if act == "close_sip" else state in SIP_ACTS[act]
    if stands or not SIP_ACTS[act]:
        return None
    said = f"SIP: {state_words(state, facts.sip_needed).lower()}"
    found = Refusal("sip-state", "SIP står i ett annat läge", said, WHAT_NOW[state])
    return found, BROUGHT_BY.get(state, ())


def _no_poll(act: str, facts: CaseFacts) -> Found | None:
    if act not in ON_A_POLL or (facts.sip.poll is not None and facts.sip.poll.is_open):
        return None
    said = "Tiden är redan vald" if facts.sip.poll else "Inga mötestider är föreslagna"
    found = Refusal(
        "no-poll-open", "Inget förslag väntar", said, "Läs planen, eller vänta på ett nytt förslag."
    )
    return found, ("sip_slot_chosen", "sip_summons_sent")


def _not_responsible(act: str, facts: CaseFacts, unit_id: str | None) -> Found | None:
    # Who ends a plan depends on why: the act asks.
    refused = refuse_not_responsible(facts, unit_id) if act == "follow_up_sip" else None
    return (refused, ()) if refused else None


def care_plan_instead(facts: CaseFacts) -> Refusal:
    """Return the refusal of an ordinary plan under ÖPT and ÖRV (SIP10)."""
    event = last_event(facts, ("legal_status_changed",))
    form = LEGAL_WORDS[facts.legal_status]
    return Refusal(
        "sip-replaced-by-care-plan",
        "Samordnad vårdplan gäller i stället",
        f"Patienten vårdas enligt {form}: en samordnad vårdplan ersätter SIP (LUS 4 kap. 1 §)",
        "Använd samordnad vårdplan (SPLPTLRV). Är formen fel: ändra den rättsliga formen.",
        event.event_id if event else None,
    )
