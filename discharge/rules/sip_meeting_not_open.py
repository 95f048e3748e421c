"""Kan steget tas med mötet?, the handbook's SIP page, 6–7: who is called, who comes instead, and which way in."""

from __future__ import annotations

from .facts import CaseFacts
from .refusal import Refusal

Found = tuple[Refusal, tuple[str, ...]]


def not_of_meeting(act: str, facts: CaseFacts, unit_id: str | None) -> Found | None:
    """Return the refusal of ``act`` on the meeting ahead and the events that may have brought it about, or None."""
    return _not_called(act, facts, unit_id) or _no_phone(act, facts) or _no_substitute(act, facts)


def _not_called(act: str, facts: CaseFacts, unit_id: str | None) -> Found | None:
    if act not in ("answer_sip_summons", "turn_meeting_to_phone") or unit_id in facts.sip.called:
        return None
    if act == "turn_meeting_to_phone" and unit_id in (None, facts.sip.summoned_by):
        return None
    said = "Er enhet är inte kallad till mötet"
    refusal = Refusal("not-summoned", "Ni är inte kallade", said, "Kontakta den som kallar.")
    return refusal, ("sip_participant_changed",)


def _no_phone(act: str, facts: CaseFacts) -> Found | None:
    """Länken fungerar inte: only from a screen to a telephone, and there must be a number."""
    meeting = facts.sip.meeting
    if act != "turn_meeting_to_phone" or (meeting and meeting.place_kind == "digital" and meeting.phone):
        return None
    is_digital = meeting is not None and meeting.place_kind == "digital"
    said = "Mötet har inget telefonnummer" if is_digital else "Mötet är inte digitalt"
    advice = "Ring den som kallar." if is_digital else "Läs var mötet hålls."
    return Refusal("no-phone-to-turn-to", "Mötet kan inte tas på telefon", said, advice), (
        "sip_time_changed",
    )


def _no_substitute(act: str, facts: CaseFacts) -> Found | None:
    meeting = facts.sip.meeting
    if act != "answer_sip_substitute" or (meeting and any(one.is_proposed for one in meeting.called)):
        return None
    said = "Ingen enhet har föreslagit en ersättare från en annan enhet"
    refusal = Refusal("no-substitute-proposed", "Ingen ersättare väntar", said, "Läs vilka som är kallade.")
    return refusal, ("sip_participant_changed", "sip_substitute_declined")
