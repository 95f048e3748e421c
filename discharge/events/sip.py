"""SIP, 4 kap. LUS: as far as the payment conditions need it."""

from .event_type import EventType

SIP: dict[str, EventType] = {
    "sip_need_assessed": EventType("SIP-behov bedömt", "decision", ("needed", "reason")),
    "consent_recorded": EventType("Samtycke dokumenterat", "decision", ("kind", "state", "given_by", "form")),
    "consent_withdrawn": EventType("Samtycke återtaget", "decision", ("kind", "given_by", "form")),
    "sip_summons_sent": EventType(
        "Kallelse till SIP skickad", "message", ("meeting_at", "place", "recipients", "satisfies_lus_4_3")
    ),
}
