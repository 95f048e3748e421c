"""Lagens regel, LUS 5 kap. 4 och 6 §§: the fallback wherever no agreement row matches."""

from __future__ import annotations

from datetime import date, time
from typing import Final

from discharge.rules.agreements import AgreementRecord as Record

STATUTE: Final = Record(
    key="statute",
    title="lagens regel, LUS 5 kap. 4 §",
    valid_from=date(2018, 1, 1),
    model="individual",
    day_kind="calendar",
    cutoff_time=time(12),
    cutoff_rule="after",
    first_liable_offset=3,
    amount_source="socialstyrelsen",
    source_title="Lag (2017:612) om samverkan vid utskrivning, 5 kap. 4 och 6 §§",
    source_read="full",
    trust="fact",
    statutory=True,
    note="Gäller där ingen överenskommelse finns. Sista dag för rättelse sätts lokalt; lagen är tyst.",
)

# In 2018 psychiatry had a rule of its own; from 2019 it follows the statute's row above.
STATUTE_PSYCH_2018: Final = Record(
    key="statute_psych_2018",
    title="lagens regel för psykiatri 2018",
    care_form="psychiatric",
    valid_from=date(2018, 1, 1),
    valid_to=date(2018, 12, 31),
    model="individual",
    day_kind="calendar",
    first_liable_offset=30,
    amount_source="socialstyrelsen",
    source_title="Lag (2017:1130)",
    source_read="part",
    trust="fact_part",
    statutory=True,
)
