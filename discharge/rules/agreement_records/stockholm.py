"""Stockholms län: weekday agreements 2018–2019, monthly means from 2020."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from discharge.rules.agreements import AgreementRecord as Record

_STOCKHOLM_2018: Final = Record(
    key="stockholm_2018_somatic",
    title="Stockholm somatik 2018-01-01",
    region_code="01",
    care_form="somatic",
    valid_from=date(2018, 1, 1),
    valid_to=date(2019, 12, 31),
    model="individual",
    day_kind="weekday",
    first_liable_offset=5,
    free_days_text="5 vardagar",
    amount_source="own",
    source_title="Handlingsplan för utveckling av samverkan vid utskrivning, Stockholms län 2017–2019",
    source_read="part",
    trust="fact_part",
    note="Regionala ersättningsnivåer; beloppen är inte kända.",
)

_STOCKHOLM_2020: Final = Record(
    key="stockholm_2020_somatic",
    title="Stockholm somatik 2020-01-01",
    region_code="01",
    care_form="somatic",
    valid_from=date(2020, 1, 1),
    model="monthly_mean",
    day_kind="calendar",
    cutoff_time=time(12),
    cutoff_rule="at_or_after",
    first_liable_offset=3,
    free_days_text="två kalenderdagar inklusive dag noll",
    mean_level=Decimal(2),
    counts_day_zero_cases=True,
    amount_source="socialstyrelsen",
    requires_no_objection=True,
    interpretations=MappingProxyType({"D-01": "A", "D-13": "2.0"}),
    source_title="vardgivarguiden.se: Ny överenskommelse 2020; Principer för fakturering; regional rutin",
    source_read="part",
    trust="fact_part",
    field_trust=MappingProxyType({"first_liable_offset": "assumption"}),
    note=(
        "Nivån kan sänkas i etapper: ny daterad rad. Ansvaret angavs som inte aktivt förrän systemens uppgifter "
        "är tillförlitliga, tidigast 2024; läget i dag är inte känt."
    ),
)

STOCKHOLM: Final = (
    _STOCKHOLM_2018,
    replace(
        _STOCKHOLM_2018,
        key="stockholm_2018_psych",
        title="Stockholm psykiatri 2018-01-01",
        care_form="psychiatric",
        first_liable_offset=30,
        free_days_text="30 vardagar",
    ),
    _STOCKHOLM_2020,
    replace(
        _STOCKHOLM_2020,
        key="stockholm_2020_psych",
        title="Stockholm psykiatri 2020-01-01",
        care_form="psychiatric",
        first_liable_offset=6,
        free_days_text="fem kalenderdagar inklusive dag noll",
        mean_level=Decimal(5),
        interpretations=MappingProxyType({"D-01": "A"}),
        note="Läsningen av antalet dagar är ett antagande.",
    ),
)
