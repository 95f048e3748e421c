"""The pages of corrections in a real browser, at a desk and on a phone: readable by all, and nothing sticks out."""

from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Page

from discharge.actions.register_paper_notice import register_paper_notice
from lus.swedish_time import ONE_DAY, at_local, local_date
from tests.discharge.actions.correction_lives import on_paper
from tests.discharge.actions.test_corrections import correct
from tests.discharge.actions.test_note_payment_day import ready_on

from .test_case_pages import SIZES, judge, sign_in

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("size", SIZES)
def test_a_corrected_case_and_its_pages(page: Page, live_server: Any, size: str) -> None:
    today = local_date(datetime.now(UTC))
    life = ready_on(today - 7 * ONE_DAY)
    life.does(life.ward, register_paper_notice, **on_paper(life, minutes=10))
    life.at = at_local(today - ONE_DAY, time(14))
    life.left()
    left_at = life.last("patient_discharged").happened_at
    correct(life, "patient_discharged", happened_at=left_at - timedelta(days=1), destination="short_term")
    page.set_viewport_size({"width": SIZES[size][0], "height": SIZES[size][1]})
    sign_in(page, life.ward, live_server)
    case = live_server.url + reverse("case", args=[life.case.pk])
    for name, address in {
        "case": case,
        "payment": f"{case}?section=payment",
        "correct": live_server.url + reverse("correct_event", args=[life.case.pk]),
    }.items():
        page.goto(address)
        for summary in page.get_by_text("Rättad", exact=True).all():
            summary.click()
        judge(page, f"corrections-{name}", size)
    page.context.clear_cookies()
    sign_in(page, life.municipality, live_server)
    page.goto(live_server.url + reverse("confirm_late_registration", args=[life.case.pk]))
    judge(page, "corrections-confirm-paper", size)
