"""Det som saknas i planen: one part that must be there before a version is locked, and by which law."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

HSL: Final = "HSL 16 kap. 4 §"
LUS: Final = "LUS 4 kap. 2 §"
HSL_LUS: Final = f"{HSL}; {LUS}"


@dataclass(frozen=True, slots=True)
class Missing:
    """``code``: SIP12–SIP18 of the handbook, "" for the rest; ``row_no``: which row of the section, from 1, 0 for none.

    ``text``: what is missing and what to do, in Swedish, no patient data. ``field``: where the link goes.
    """

    code: str
    section: str
    text: str
    field: str = ""
    row_id: str = ""
    row_no: int = 0
    basis: str = ""
