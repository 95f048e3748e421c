"""Stockholm, and regions whose tracks are not known: three neutral letters; in Stockholm grey besides."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from discharge.rules.track import ANYWHERE, Track

_FIRST_STEPS: Final = ("admission_notice", "care_contact", "planning", "ready_notice", "discharge")
_ALL_STEPS: Final = (*_FIRST_STEPS[:3], "sip_summons", *_FIRST_STEPS[3:], "sip_meeting", "sip_follow_up")

_A: Final = Track(
    key="neutral_a",
    region_code=ANYWHERE,
    letter="A",
    label="Spår A, som förut",
    colour="neutral",
    rank=1,
    description="Insatserna hemma är som före inskrivningen.",
    required_steps=_FIRST_STEPS,
    sip_expected="no",
    valid_from=date(2018, 1, 1),
    source="Egen indelning; regionens spår är inte kända.",
    trust="assumption",
)
_B: Final = replace(
    _A,
    key="neutral_b",
    letter="B",
    label="Spår B, ändrat stöd",
    rank=2,
    description="Stödet hemma ändras, eller flera huvudmän behövs.",
    required_steps=_ALL_STEPS,
    sip_expected="ask",
)
_C: Final = replace(
    _A,
    key="neutral_c",
    letter="C",
    label="Spår C, stora behov",
    rank=3,
    description="Boendet är osäkert eller behoven stora.",
    required_steps=_ALL_STEPS,
    sip_expected="yes",
)
ANY_REGION: Final = (_A, _B, _C)

_ROUTINE: Final = (
    "Gemensam riktlinje för samverkan vid utskrivning, Stockholms län; färgernas namn gick inte att läsa."
)
STOCKHOLM: Final = (
    *(
        replace(track, key=track.key.replace("neutral", "stockholm"), region_code="01", source=_ROUTINE)
        for track in ANY_REGION
    ),
    Track(
        key="stockholm_grey",
        region_code="01",
        letter="O",
        label="Grått, omfattas inte av lagen",
        colour="gra",
        rank=0,
        description="Personen omfattas inte av lag (2017:612).",
        required_steps=(),
        sip_expected="no",
        valid_from=date(2019, 12, 16),
        source="Gemensam riktlinje för samverkan vid utskrivning, Stockholms län, version 2.",
        trust="fact_part",
        covered_by_act=False,
    ),
)
