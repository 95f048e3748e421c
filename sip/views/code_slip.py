"""Pappret med koden: when and where, how to answer, and nothing of why. The QR carries the code as a fragment."""

from typing import Any

import segno
from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from discharge.rules.facts_of_meeting import SipMeeting
from lus.swedish_time import local_date
from lus.web.words import clock
from sip.actions.give_sip_code import GivenCode


def slip_words(given: GivenCode, meeting: SipMeeting | None, unit: str) -> dict[str, Any]:
    """Return what ``templates/sip/code_slip.html`` shows."""
    address = f"{settings.PUBLIC_URL.rstrip('/')}{reverse('meeting_code')}"
    starts_at = meeting.starts_at if meeting else None
    return {
        "name": given.name,
        "day": local_date(starts_at) if starts_at else None,
        "clock": clock(starts_at) if starts_at else "",
        "where": meeting.place if meeting else "",
        "code": given.code,
        "address": address.partition("://")[2],
        "qr": _qr(f"{address}#{given.code}"),
        "ends": local_date(given.ends_at),
        "unit": unit,
    }


def _qr(text: str) -> SafeString:
    drawing = segno.make(text, error="m", micro=False).svg_inline(
        border=4, omitsize=True, svgclass=None, lineclass=None
    )
    return mark_safe(drawing)  # paths only, drawn by segno from our own letters
