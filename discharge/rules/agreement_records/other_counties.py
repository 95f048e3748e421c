"""Övriga län: what is known of agreements whose terms are only partly known, or not at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from discharge.rules.agreements import AgreementRecord as Record

_GAVLEBORG: Final = Record(
    key="gavleborg_2016",
    title="Gävleborg somatik 2016–2017",
    region_code="21",
    care_form="somatic",
    valid_from=date(2016, 1, 1),
    valid_to=date(2017, 12, 31),
    model="individual",
    day_kind="weekday",
    first_liable_offset=5,
    free_days_text="5 vardagar",
    amount_source="own",
    source_read="part",
    trust="fact_part",
    history_only=True,
    note="Eget fast belopp, inte känt.",
)

OTHER_COUNTIES: Final = (
    Record(
        key="skane",
        title="Skåne",
        region_code="12",
        model="monthly_mean",
        day_kind="calendar",
        mean_level=Decimal(3),
        counts_day_zero_cases=True,
        amount_source="socialstyrelsen",
        excluded_legal_status=("opt", "orv"),
        trust="secondary",
        field_trust=MappingProxyType({"amount_source": "fact_part"}),
        note="Nivå 3 inklusive dag noll (äldre 2,8 är ett antagande). ÖRV och ÖPT har egna regler.",
    ),
    Record(
        key="dalarna_2025",
        title="Dalarna 2025",
        region_code="20",
        model="monthly_mean",
        day_kind="calendar",
        mean_level=Decimal(3),
        trust="secondary",
        note="Startdatum under 2025 inte känt. Fakturor visar dagar med två decimaler.",
    ),
    Record(
        key="norrbotten",
        title="Norrbotten",
        region_code="25",
        model="monthly_mean",
        mean_level=Decimal(3),
        trust="secondary",
    ),
    Record(
        key="sormland_2018",
        title="Sörmland 2018",
        region_code="04",
        model="individual",
        day_kind="calendar",
        first_liable_offset=3,
        free_days_text="3 dygn",
        amount_source="own",
        source_title="lokalpress om överenskommelsen",
        trust="secondary",
        note="Från 2017 eller 2018; exakt belopp inte känt.",
    ),
    _GAVLEBORG,
    replace(
        _GAVLEBORG,
        key="gavleborg_2016_psych",
        title="Gävleborg psykiatri 2016–2017",
        care_form="psychiatric",
        first_liable_offset=30,
        free_days_text="30 vardagar",
    ),
    Record(
        key="jonkoping_2018",
        title="Jönköping 2018-03-01",
        region_code="06",
        valid_from=date(2018, 3, 1),
        source_read="part",
        trust="fact_part",
        note="Egen modell, 13 kommuner, ett års uppsägningstid. Villkoren är inte kända.",
    ),
    Record(
        key="kalmar",
        title="Kalmar län",
        region_code="08",
        source_title="Kalmar läns modell",
        source_read="part",
        trust="fact_part",
        field_trust=MappingProxyType({"model": "assumption"}),
        note="Rutin utan betalningstal. Att inget faktureras är ett antagande.",
    ),
    Record(
        key="vasterbotten_2022",
        title="Västerbotten 2022-01-01",
        region_code="24",
        valid_from=date(2022, 1, 1),
        source_read="part",
        trust="fact_part",
        note="Gemensam analysgrupp. Villkoren är inte kända.",
    ),
)

UNKNOWN_COUNTIES: Final = tuple(
    Record(
        key=key,
        title=title,
        region_code=code,
        note="Ingen överenskommelsetext funnen. Lagens regel gäller bara om parterna bekräftar att ingen finns.",
    )
    for key, title, code in (
        ("uppsala", "Uppsala", "03"),
        ("ostergotland", "Östergötland", "05"),
        ("orebro", "Örebro", "18"),
        ("varmland", "Värmland", "17"),
        ("vasternorrland", "Västernorrland", "22"),
    )
)
