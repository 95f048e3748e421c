"""Pages of the month's review, for the officers of a region and of the municipalities that pay."""

from django.urls import path

from discharge.views import settlement
from discharge.views.settlement_acts import LINE_ACTS, line_act
from discharge.views.settlement_month_acts import MONTH_ACTS, month_act

SETTLEMENT_PAGES = [
    path("settlement/", settlement.settlement_page, name="settlement"),
    path("settlement/csv/", settlement.settlement_csv, name="settlement_csv"),
    *(path(f"settlement/{row.slug}/", month_act, {"row": row}, name=row.name) for row in MONTH_ACTS),
    *(
        path(f"settlement/<uuid:case_id>/{row.slug}/", line_act, {"row": row}, name=row.act)
        for row in LINE_ACTS
    ),
]
