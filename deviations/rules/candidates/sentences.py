"""Underlaget i en mening: what the record says, in plain Swedish. Local numbers say that they are local."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from .ground import Value

SENTENCES: Final[dict[str, str]] = {
    "AD01": "Inskrivningsmeddelande {after} efter {start}; gräns {limit} h.",
    "AD02": "Utskriven utan att inskrivningsmeddelande skickats.",
    "AD03": "Ingen öppenvård fick inskrivningsmeddelandet, trots kommunal hälso- och sjukvård.",
    "AD04": "Rätt mottagare fick inskrivningsmeddelandet {after} efter fel mottagare.",
    "AD05": "Beräknad utskrivning {old} ändrades {at}; lokal gräns {limit} h före.",
    "AD06": "Beräknad utskrivning {day} passerades utan nytt datum eller utskrivningsklar.",
    "AD07": "Utskriven {left}, före beräknat datum {day}, utan besked om ändring.",
    "AD08": "{what} {at} är inte kvitterat; lokal gräns {limit} {hours}.",
    "AD08.read": "{what} {at} kvitterades först {read}; lokal gräns {limit} {hours}.",
    "AD09": "Utskrivningsklar {at} utan utsedd fast vårdkontakt.",
    "AD09.left": "Utskrivningsklar {at} utan utsedd fast vårdkontakt, och den saknades även vid utskrivningen.",
    "AD10": "Inget besked från kommunen efter utskrivningsklar {at}; lokal gräns {limit} h.",
    "AD10.answered": "Kommunens besked kom {after} efter utskrivningsklar {at}; lokal gräns {limit} h.",
    "AD11": "Ingen kallelse till SIP tre dagar efter utskrivningsklar {at}.",
    "AD11.sent": "Kallelse till SIP {sent}, mer än tre dagar efter utskrivningsklar {at}.",
    "AD11.never": "Ingen kallelse till SIP {days} dagar efter utskrivningen, trots behov och samtycke.",
    "AD12": "Parten kom inte till SIP-mötet {at}, utan återbud eller ersättare.",
    "AD13": "SIP skulle följas upp {day}; {days} dagar senare är den varken uppföljd eller bokad.",
    "AD14": "Utskrivningsklar återtogs {at}, {after} efter att läget ändrats; lokal gräns {limit} h.",
    "AD15": "Utskrivningsklar {at}, efter utskrivningen {left}.",
    "AD16": "Utskriven {left} utan överlämning samma dag.",
    "AD16.sent": "Utskriven {left}; överlämningen kom {sent}. Den ska skickas samma dag.",
    "AD17": "Öppna punkter vid utskrivningen: {points}.",
    "AD18": "Utskriven {at}, när mottagaren hade stängt, utan överenskommelse.",
    "AD19": "Bestridd rad för {month} har varit obesvarad i {days} dagar.",
}


def sentence_of(detector: str, wording: str, values: Mapping[str, Value]) -> str:
    """Return the sentence of a ground. Raises KeyError for a wording or a value that does not exist."""
    return SENTENCES[f"{detector}.{wording}" if wording else detector].format(**values)
