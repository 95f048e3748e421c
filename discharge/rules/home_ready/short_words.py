"""Återstår: nycklar. What each point of the common list is called when one word must do."""

from __future__ import annotations

from typing import Final

from .checklist import Point

SHORT: Final[dict[str, str]] = {
    "CL-A1": "läkarens bedömning utskrivningsklar",
    "CL-A2": "inskrivningsmeddelande",
    "CL-A3": "samtycken",
    "CL-A4": "kvittens av utskrivningsklar",
    "CL-A5": "remisser till annan slutenvård",
    "CL-B1": "fast vårdkontakt",
    "CL-B2": "SIP erbjuden",
    "CL-B3": "medicinskt ansvar",
    "CL-B4": "övertagande av ASiH, hemsjukvård eller rehab",
    "CL-B5": "öppenvårdens insatser",
    "CL-L1": "läkemedelslista",
    "CL-L2": "läkemedel med hem",
    "CL-L3": "dosrecept och ordinationshandling",
    "CL-L4": "läkemedel förklarade",
    "CL-F1": "ADL-status",
    "CL-F2": "riskbedömningar",
    "CL-F3": "kognition och tolkbehov",
    "CL-F4": "arbetsterapeutens ställningstagande",
    "CL-H1": "hjälpmedel",
    "CL-H2": "förbrukningsmaterial",
    "CL-H3": "bostadens tillgänglighet",
    "CL-H4": "utbildning av kommunens personal",
    "CL-K1": "beslut och första besök",
    "CL-K2": "nycklar",
    "CL-K3": "mat första dygnet",
    "CL-K4": "hemtransport",
    "CL-K5": "mottagande person",
    "CL-K6": "kläder och skor",
    "CL-K7": "plats i boende",
    "CL-K8": "bekräftad helg eller kväll",
    "CL-I1": "informationsöverföring",
    "CL-I2": "skriftlig sammanfattning",
    "CL-I3": "besked till närstående",
    "CL-I4": "besked om smitta",
    "CL-I5": "egenvårdsbedömning",
    "CL-I6": "besked om behandlingsbegränsning",
    "CL-I7": "stöd till barn som närstående",
    "CL-P1": "krisplan",
    "CL-P2": "suicidriskbedömning",
    "CL-P3": "säkrat boende",
    "CL-P4": "kontakt med placeringssamordnare",
    "CL-P5": "samordnad vårdplan",
    "CL-C1": "vårdnadshavares samtycken",
    "CL-C2": "kontakt med skola",
    "CL-C3": "barnets bästa",
    "CL-U1": "uppföljningssamtal",
    "CL-U2": "vem man ringer",
}


def short_words(point: Point) -> str:
    """``nycklar``; a local row is called by its own text."""
    return SHORT.get(point.id) or point.text[:1].lower() + point.text[1:]
