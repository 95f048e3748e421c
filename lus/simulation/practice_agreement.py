"""A practice agreement for Nacka, so that money can be seen in the demo and nowhere else.

Terms and amounts are invented, and the title says so wherever a day is explained. It is never loaded outside the
demo; the other municipalities keep Region Stockholm's incomplete agreement, whose days are only shadow days.
"""

from datetime import date, time
from decimal import Decimal

from discharge.actions.load_agreements import load_agreements
from discharge.rules.agreement_records import RECORDS
from discharge.rules.agreements import AgreementRecord
from discharge.rules.amounts import AMOUNTS, LiabilityAmount

from .county_plan import NACKA, REGION_CODE

KEY = "demo_nacka_somatic"
TITLE = "Övningsavtal, påhittade belopp"
INVENTOR = "Påhittad för övning"
INVENTED_KRONOR = 9_876  # per day; looks like no amount that Socialstyrelsen has fixed

AGREEMENT = AgreementRecord(
    key=KEY,
    title=TITLE,
    region_code=REGION_CODE,
    municipality_codes=(NACKA,),
    care_form="somatic",
    valid_from=date(2020, 1, 1),
    payment_active_from=date(2020, 1, 1),
    model="individual",
    day_kind="calendar",
    cutoff_time=time(12),
    cutoff_rule="after",
    first_liable_offset=3,
    free_days_text="tre kalenderdagar",
    amount_source="own",
    correction_deadline_day=12,
    source_title=TITLE,
    source_read="full",
    trust="assumption",
    note="Finns bara i övning. Inget i avtalet eller beloppen är på riktigt.",
    activated_by=(f"{INVENTOR} (kommunen)", f"{INVENTOR} (regionen)"),
    verified_by=(f"{INVENTOR} 1", f"{INVENTOR} 2"),
)


def load_practice_agreements(today: date) -> None:
    """Store the ready-made agreements, and the practice agreement with amounts for last, this and next year."""
    load_agreements(RECORDS, AMOUNTS)
    amounts = [
        LiabilityAmount(KEY, year, Decimal(INVENTED_KRONOR), TITLE, "assumption", INVENTOR)
        for year in range(today.year - 1, today.year + 2)
    ]
    load_agreements([AGREEMENT], amounts, is_practice=True)
