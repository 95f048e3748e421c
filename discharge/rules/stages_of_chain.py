"""Vad som får göras när, om vårdkedjan: moves, leave, transfer, legal status, and the act's reach over the case."""

from __future__ import annotations

from typing import Final

from .stage import ANY_LIVING, LEFT, WARD, Stage

ADMITTED: Final = frozenset({"admitted"})

CHAIN_STAGES: Final[dict[str, Stage]] = {
    "change_ward": Stage("Att byta avdelning", WARD, ADMITTED),
    "confirm_ward_change": Stage("Att bekräfta flytten", WARD, ANY_LIVING),
    "start_leave": Stage("Att registrera permission", WARD, ADMITTED),
    "end_leave": Stage("Att avsluta permission", WARD, frozenset({"on_leave"})),
    "transfer_patient": Stage("Att överflytta", WARD, ADMITTED),
    "reopen_case": Stage("Att återöppna ärendet", WARD, LEFT),
    "change_legal_status": Stage("Att ändra rättslig form", WARD, ANY_LIVING),
    "record_care_plan_instead": Stage("Att registrera samordnad vårdplan", WARD, ANY_LIVING),
    "mark_outside_act": Stage("Att ange att lagen inte gäller", WARD, ANY_LIVING),
    "mark_covered_by_act": Stage("Att ange att lagen gäller", WARD, ANY_LIVING),
    "record_told_outside": Stage("Att logga meddelande utanför systemet", WARD, ANY_LIVING),
}
