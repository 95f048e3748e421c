"""Kända överenskommelser, LUS 4 kap. 5 §: the ready-made records, as dated data with honest origin.

None is active (``payment_active_from`` None) and all but the statute lack something: what a source does not say
stays None. A row of the source that gives two care forms becomes two records, the psychiatric one with the
suffix ``_psych``. County codes: 01 Stockholm, 03 Uppsala, 04 Södermanland, 05 Östergötland, 06 Jönköping,
08 Kalmar, 12 Skåne, 14 Västra Götaland, 17 Värmland, 18 Örebro, 20 Dalarna, 21 Gävleborg, 22 Västernorrland,
24 Västerbotten, 25 Norrbotten.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from discharge.rules.agreement_records.other_counties import OTHER_COUNTIES, UNKNOWN_COUNTIES
from discharge.rules.agreement_records.statute import STATUTE, STATUTE_PSYCH_2018
from discharge.rules.agreement_records.stockholm import STOCKHOLM
from discharge.rules.agreement_records.vastra_gotaland import VASTRA_GOTALAND
from discharge.rules.agreements import AgreementRecord as Record

RECORDS: Final[tuple[Record, ...]] = (
    STATUTE,
    STATUTE_PSYCH_2018,
    *STOCKHOLM,
    *VASTRA_GOTALAND,
    *OTHER_COUNTIES,
    *UNKNOWN_COUNTIES,
)

BY_KEY: Final = MappingProxyType({record.key: record for record in RECORDS})
