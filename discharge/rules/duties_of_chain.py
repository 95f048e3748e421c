"""Vårdkedjans plikter i ord: what a move, compulsory care and another county's patient make the ward owe."""

from __future__ import annotations

from typing import Final

from .duty import ROUTINE, Duty

CHAIN_DUTIES: Final[dict[str, Duty]] = {
    "confirm_ward_change": Duty(
        "Bekräfta att patienten har kommit",
        "Bekräfta",
        "confirm_ward_change",
        "routine",
        ROUTINE,
        "elapsed",
        "Avdelningen som tog emot patienten bekräftar inom två timmar. Tiden är en intern rutin och hindrar "
        "ingen: flytten gäller redan.",
    ),
    "record_care_plan_instead": Duty(
        "Upprätta samordnad vårdplan",
        "Registrera",
        "record_care_plan_instead",
        "law",
        "LPT 7 a §, LRV 12 a §",
        "none",
        "Vid ÖPT och ÖRV ersätter en samordnad vårdplan SIP (LUS 4 kap. 1 §). Planen är upprättad när enheterna "
        "har godkänt den. Lagen anger ingen tid här.",
    ),
    "tell_home_municipality": Duty(
        "Meddela hemkommunen utanför systemet",
        "Logga",
        "record_told_outside",
        "law",
        "LUS 2 kap. 1 och 3 §§",
        "elapsed",
        "Patienten är folkbokförd i ett annat län, och ingen enhet i hemkommunen är med i ärendet. Ring kommunens "
        "växel, skicka meddelandet på papper och logga här. Tiden är inskrivningsmeddelandets.",
    ),
}
