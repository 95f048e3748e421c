"""Planens avsnitt om arbetet: goals, measures, responsibility, crisis and follow-up (handbook sip §9, rows 6–13)."""

from __future__ import annotations

from typing import Final

from discharge.rules.facts_of_sip import PRINCIPALS

from .choices import (
    CONTACT_KINDS,
    GOAL_LEVELS,
    NONE_NEEDED,
    STATUSES,
    WHOSE_WORDS,
)
from .field import Field, choice, words
from .section import Section
from .sections_of_person import HSL

LPT: Final = "LPT 7 a §"

GOALS_AND_MEASURES: Final = (
    Section(
        "goal",
        6,
        "Mål",
        (
            choice("level", "Nivå", GOAL_LEVELS),
            words("words", "Mål", required=True),
            Field("part_of", "Delmål till", "goal"),
            words("measured_by", "Hur vi ser att det är nått"),
            Field("target_on", "Klart senast", "date"),
            choice("whose", "Vems ord", WHOSE_WORDS),
        ),
        one="Mål",
    ),
    Section(
        "intervention",
        7,
        "Insatser",
        (
            Field("goal_id", "Mål", "goal"),
            words("what", "Insats", required=True),
            words("how", "Hur"),
            Field("unit_id", "Ansvarig verksamhet", "unit", required=True),
            Field("who", "Person eller funktion"),
            choice("principal", "Huvudman", PRINCIPALS, required=True),
            Field("start_on", "Start", "date"),
            Field("due_on", "Klart senast", "date"),
            Field("ground", "Lagstöd"),
            choice("status", "Status", STATUSES, is_content=False),
        ),
        one="Insats",
        writers="own_rows",
        basis=HSL,
    ),
    Section(
        "others_needed",
        8,
        "Behövs åtgärder av andra?",
        (choice("others", "Behövs åtgärder av andra", NONE_NEEDED, required=True),),
        basis=HSL,
    ),
    Section(
        "other_measure",
        8,
        "Åtgärder av andra",
        (
            Field("who", "Vem", required=True),
            words("what", "Vad", required=True),
            Field("contact", "Kontakt"),
        ),
        one="Åtgärd",
        basis=HSL,
    ),
)
RESPONSIBILITY: Final = (
    Section(
        "responsibility",
        9,
        "Övergripande ansvar",
        (
            choice("overall_principal", "Övergripande ansvar", PRINCIPALS, required=True),
            Field("overall_unit", "Ansvarig verksamhet", "unit"),
            Field("coordinator", "Samordnare"),
        ),
        writers="leader",
        basis=HSL,
    ),
    Section(
        "contact",
        9,
        "Kontaktpersoner",
        (
            choice("kind", "Roll", CONTACT_KINDS, required=True),
            Field("name", "Namn", required=True),
            Field("phone", "Telefon"),
            Field("helps_with", "Hjälper med"),
        ),
        one="Kontaktperson",
    ),
    Section(
        "crisis",
        10,
        "Kris- och riskplan",
        (
            words("signs", "Tidiga tecken", required=True),
            words("helps", "Vad som hjälper", required=True),
            Field("call_day", "Ring dagtid", required=True),
            Field("call_evening", "Ring kväll och natt", required=True),
            Field("call_weekend", "Ring helg", required=True),
            words("medicines", "Läkemedel"),
        ),
    ),
)
FOLLOW_UP: Final = (
    Section(
        "follow_up",
        12,
        "Uppföljning",
        (
            Field("on", "Uppföljning", "date"),
            words("why_none", "Skäl, om ingen tid är satt"),
            Field("summoner", "Vem kallar"),
        ),
        writers="leader",
    ),
)
COMPULSORY: Final = (
    Section(
        "decision",
        7,
        "Beslut",
        (words("words", "Beslut", required=True), words("attitude", "Personens hållning", required=True)),
        one="Beslut",
        writers="leader",
        basis=LPT,
    ),
    Section(
        "condition",
        7,
        "Särskilda villkor",
        (words("words", "Villkor", required=True), Field("until", "Till och med", "date")),
        one="Villkor",
        writers="leader",
        basis=LPT,
    ),
)
