"""Pappersblanketter: the six forms, their lines, the paragraph behind each, and the act that registers it afterwards.

A line is ``(label, hint)``; a hint that begins with a box holds the answers to tick. The admission notice holds the
four items of LUS 2 kap. 2 § and nothing else about the patient.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

Line = tuple[str, str]
BOX: Final = "☐"


@dataclass(frozen=True, slots=True)
class Blank:
    """``acts``: names of the acts that a filled-in form may be registered by. ``lines``: what one writes."""

    title: str
    basis: str
    acts: tuple[str, ...]
    told: str
    lines: tuple[Line, ...]


PATIENT: Final[tuple[Line, ...]] = (
    ("Ärendekod", "Står på driftstoppslistan. Finns ingen: skriv personnummer."),
    ("Namn", "Skyddade personuppgifter: skriv bara ärendekoden."),
)

BLANKS: Final[Mapping[str, Blank]] = MappingProxyType(
    {
        "admission_notice": Blank(
            "Inskrivningsmeddelande",
            "LUS 2 kap. 1–3 §§",
            ("send_admission_notice",),
            "Inom 24 timmar från inskrivning, eller från senare bedömt behov. Skriv inget annat om patienten.",
            (
                ("Namn", ""),
                ("Personnummer, samordningsnummer eller reservnummer", ""),
                ("Folkbokföringsadress", "Skyddade personuppgifter: lämna tom och ring."),
                ("Beräknad utskrivning (datum)", ""),
            ),
        ),
        "ready_notice": Blank(
            "Underrättelse om utskrivningsklar",
            "LUS 3 kap. 1 §",
            ("mark_ready_for_discharge",),
            "Dygnen räknas från att mottagarna fick veta. Skriv därför vem som tog emot, och när.",
            (
                *PATIENT,
                ("Behandlande läkare", ""),
                ("Bedömd utskrivningsklar kl.", ""),
                ("Rättsligt stöd", f"{BOX} Samtycke   {BOX} Menprövning   {BOX} Författning:"),
            ),
        ),
        "ready_withdrawal": Blank(
            "Återtagen utskrivningsklar",
            "Intern rutin",
            ("withdraw_ready_notice",),
            "Alla som fick underrättelsen ska få veta.",
            (
                *PATIENT,
                ("Återtagen kl.", ""),
                (
                    "Orsak",
                    f"{BOX} Försämrad   {BOX} Ändrad bedömning   {BOX} Väntar på annan slutenvård   {BOX} Annat:",
                ),
            ),
        ),
        "sip_summons": Blank(
            "Kallelse till SIP",
            "LUS 4 kap. 2–3 §§",
            ("send_sip_summons",),
            "Kräver samtycke. Senast tre dagar efter underrättelsen om utskrivningsklar.",
            (
                *PATIENT,
                ("Samtycke", f"{BOX} Patienten har sagt ja"),
                ("Mötestid", ""),
                ("Plats", ""),
                ("Kallade enheter", ""),
            ),
        ),
        "discharge": Blank(
            "Utskrivning",
            "LUS 3 kap. 2 §",
            ("discharge_patient",),
            "Informationen till mottagarna lämnas samma dag.",
            (
                *PATIENT,
                ("Lämnade avdelningen kl.", ""),
                (
                    "Till",
                    f"{BOX} Ordinärt boende   {BOX} Särskilt boende   {BOX} Korttidsboende   {BOX} Annat:",
                ),
                ("Överlämnat till, och hur", ""),
            ),
        ),
        "acknowledgement": Blank(
            "Kvittens",
            "Intern rutin",
            ("acknowledge",),
            "Kvittens betyder att ni har läst. Den betyder inte att ni är klara.",
            (
                *PATIENT,
                ("Meddelande som kvitteras", ""),
                ("Avsändande enhet", ""),
                ("Läst kl.", ""),
            ),
        ),
    }
)
