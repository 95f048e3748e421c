"""Västra Götaland: own amount before 2018-09-25, then a mean per kommun with a rule for long stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from discharge.rules.agreements import AgreementRecord as Record

_VGR_PRE_2018: Final = Record(
    key="vgr_pre_2018",
    title="Västra Götaland somatik före 2018-09-25",
    region_code="14",
    care_form="somatic",
    valid_to=date(2018, 9, 24),
    model="individual",
    day_kind="weekday",
    first_liable_offset=5,
    free_days_text="5 vardagar",
    amount_source="own",
    source_title="vgregion.se",
    source_read="part",
    trust="fact_part",
    field_trust=MappingProxyType({"first_liable_offset": "assumption", "day_kind": "assumption"}),
    note="Eget belopp 4 277 kr (2017). Dagarna är härledda.",
)

_VGR_2018: Final = Record(
    key="vgr_2018_somatic",
    title="Västra Götaland somatik 2018-09-25",
    region_code="14",
    care_form="somatic",
    valid_from=date(2018, 9, 25),
    model="monthly_mean",
    day_kind="calendar",
    mean_level=Decimal("3.0"),
    individual_after_days=7,
    amount_source="socialstyrelsen",
    correction_deadline_day=12,
    source_title="vgregion.se, vastkom.se",
    source_read="part",
    trust="fact_part",
    note="Medelvärde per kommun. Ärenden över 7 dagar räknas för sig; deras första betalningsdag är inte känd.",
)

VASTRA_GOTALAND: Final = (
    _VGR_PRE_2018,
    replace(
        _VGR_PRE_2018,
        key="vgr_pre_2018_psych",
        title="Västra Götaland psykiatri före 2018-09-25",
        care_form="psychiatric",
        first_liable_offset=30,
        free_days_text="30 vardagar",
    ),
    _VGR_2018,
    replace(
        _VGR_2018,
        key="vgr_2020q1_psych",
        title="Västra Götaland psykiatri 2020-01-01",
        care_form="psychiatric",
        valid_from=date(2020, 1, 1),
        valid_to=date(2020, 3, 31),
        model="individual",
        first_liable_offset=7,
        mean_level=None,
        individual_after_days=None,
        note="Klockslaget är inte angivet.",
    ),
    replace(
        _VGR_2018,
        key="vgr_2020_psych",
        title="Västra Götaland psykiatri 2020-04-01",
        care_form="psychiatric",
        valid_from=date(2020, 4, 1),
        note="Redovisas skilt från somatik.",
    ),
)
