"""Planens avsnitt om personen: sections 1–5 of the document, and how the person took part (handbook sip §9)."""

from __future__ import annotations

from typing import Final

from discharge.rules.sip_choices import PERSON_HOW, UNIT_HOW

from .choices import (
    CONSENT_OF_GUARDIAN,
    GUARDIANS,
    LIFE_AREAS,
    NEED_OF,
    PLACEMENTS,
    STANDINGS,
    YES_NO,
)
from .field import Field, choice, words
from .section import Section

HSL = "HSL 16 kap. 4 §"

ABOUT_THE_PERSON: Final = (
    Section(
        "person_notes",
        1,
        "Personen",
        (
            words("contact_ways", "Kontaktvägar"),
            Field("interpreter", "Tolk"),
            words("adaptations", "Anpassningar"),
            words("relatives", "Närstående"),
            words("representative", "Vårdnadshavare eller god man"),
        ),
    ),
    Section(
        "consent_note", 2, "Samtycke", (words("summary", "Samtycket omfattar"),), writers="leader", basis=HSL
    ),
    Section(
        "why_now",
        3,
        "Varför SIP nu",
        (words("why", "Varför nu", required=True), Field("initiator", "Vem tog initiativet")),
    ),
    Section(
        "important",
        4,
        "Vad är viktigt för dig?",
        (words("words", "Personens ord"), words("not_said", "Ville inte svara – hur ni frågade")),
        basis=HSL,
    ),
    Section("works_well", 4, "Vad fungerar bra", (words("words", "Vad fungerar bra"),)),
    Section("can_self", 4, "Vad kan jag göra själv", (words("words", "Vad kan jag göra själv"),)),
    Section(
        "need",
        5,
        "Nuläge och behov",
        (
            choice("area", "Livsområde", LIFE_AREAS, required=True),
            words("words", "Nuläge och behov", required=True),
            choice("principals", "Vems insatser behövs", NEED_OF, required=True),
        ),
        one="Behov",
    ),
)
PARTICIPATION: Final = (
    Section(
        "attendance",
        11,
        "Deltagare",
        (
            Field("who", "Vem", required=True),
            Field("role", "Roll"),
            choice("how", "Hur", UNIT_HOW, required=True),
            Field("reason", "Skäl till frånvaro"),
        ),
        one="Deltagare",
        writers="leader",
    ),
    Section(
        "participation",
        11,
        "Delaktighet",
        (
            choice("how", "Hur personen deltog", PERSON_HOW, required=True),
            words("reason", "Skäl, om personen inte deltog"),
            choice("standing", "Personens hållning till planen", STANDINGS),
        ),
        basis=HSL,
    ),
)
OF_A_CHILD: Final = (
    Section(
        "guardian",
        1,
        "Vårdnadshavare",
        (
            choice("number", "Vilken", GUARDIANS, required=True),
            Field("name", "Namn", required=True),
            Field("contact", "Kontakt"),
            choice("consent", "Samtycke till mötet och planen", CONSENT_OF_GUARDIAN, required=True),
            choice("protected", "Skyddade uppgifter", YES_NO),
        ),
        one="Vårdnadshavare",
    ),
    Section(
        "child",
        11,
        "Barnet",
        (
            words("best_interest", "Barnets bästa – hur ni resonerade", required=True),
            words("took_part", "Hur barnet deltog", required=True),
            words("own_words", "Barnets egna ord, eller varför de saknas", required=True),
            choice("pre_meeting", "Förmöte med barnet", YES_NO, required=True),
            choice("adapted", "Informationen anpassad till åldern", YES_NO, required=True),
            words("school", "Skola och elevhälsa"),
            words("care", "BUP eller habilitering"),
            choice("placement", "Placering", PLACEMENTS),
            Field("adult_on", "Överlämning inför 18 år", "date"),
        ),
    ),
)
