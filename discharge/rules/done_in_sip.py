"""Redan gjort i SIP: the steps of a joint plan that somebody else has taken first."""

from __future__ import annotations

from typing import Final

from .done import SEE_CASE, Done

SIP_DONE: Final[dict[str, Done]] = {
    "offer_sip": Done(
        lambda asked: asked.facts.sip.state == "offered",
        ("sip_offered", "sip_accepted_by_person", "consent_recorded"),
        "SIP är redan erbjuden",
        "Dokumentera svaret i stället.",
    ),
    "send_sip_summons": Done(
        lambda asked: asked.facts.sip.state in ("summoned", "held"),
        ("sip_summons_sent",),
        "Kallelsen till SIP är redan skickad",
        SEE_CASE,
    ),
    "cancel_sip_meeting": Done(
        lambda asked: asked.facts.sip.state == "offered" and asked.facts.sip.cancelled_at is not None,
        ("sip_meeting_cancelled",),
        "Mötet är redan inställt",
        SEE_CASE,
    ),
    "record_sip_meeting": Done(
        lambda asked: asked.facts.sip.state == "held",
        ("sip_meeting_held",),
        "Mötet är redan dokumenterat",
        "Upprätta planen.",
    ),
    "establish_sip": Done(
        lambda asked: asked.facts.sip.state == "established",
        ("sip_established", "sip_existing_linked"),
        "Planen är redan upprättad",
        SEE_CASE,
    ),
    "close_sip": Done(
        lambda asked: asked.facts.sip.state == "closed",
        ("sip_closed",),
        "SIP är redan avslutad",
        "Gör en ny bedömning av behovet om SIP behövs igen.",
    ),
}
