"""Olästa meddelanden och helg i ord: what each of these duties is called. All of them are intern rutin."""

from __future__ import annotations

from typing import Final

from .duty import ROUTINE, Duty

DUTIES_OF_ON_CALL: Final[dict[str, Duty]] = {
    "receipt_escalates": Duty(
        "Nästa steg när ett meddelande är oläst",
        "",
        "",
        "routine",
        ROUTINE,
        "elapsed",
        "Klockan går vidare i enhetens eskaleringstrappa. Kvittens, svar eller avslut stoppar den.",
    ),
    "weekend_warning": Duty(
        "Helgvarning: mottagningen stängd",
        "Besvara",
        "answer_weekend_warning",
        "routine",
        ROUTINE,
        "none",
        "En mottagare har stängt när patienten kommer hem. Kom överens, välj annat datum eller kontakta jouren. "
        "Varningen stoppar inget, och lagens frister löper ändå.",
    ),
    "call_unread_unit": Duty(
        "Ring {unit} – oläst meddelande",
        "Ringt – logga",
        "record_phone_contact",
        "routine",
        ROUTINE,
        "none",
        "Mottagaren har inte läst trots påminnelser. Ring funktionsnumret och logga samtalet. Ingen behöver vänta på "
        "kvittensen.",
    ),
}
