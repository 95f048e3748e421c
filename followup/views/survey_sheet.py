"""Bladet till den som svarar: a letter in plain words, the code, and a QR that opens the page with it."""

from typing import Any, Final

import segno
from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from followup.actions.draw_survey_codes import DrawnCodes
from followup.rules.questionnaire import KINDS

# Kind → heading, what it is about.
LETTERS: Final[dict[str, tuple[str, str]]] = {
    "sip_person": (
        "Hur var mötet för dig?",
        "Du har haft ett möte om din samordnade individuella plan, SIP. Vi vill veta vad du tyckte.",
    ),
    "sip_child": ("Hur var mötet?", "Du har varit med på ett möte. Vi vill veta hur det kändes."),
    "sip_relative": (
        "Hur var mötet för dig som är närstående?",
        "Du har varit med på ett möte om en samordnad individuell plan, SIP. Vi vill veta vad du tyckte.",
    ),
}


def sheet_words(drawn: DrawnCodes, unit: str) -> dict[str, Any]:
    """Return what ``templates/followup/sheet.html`` shows: one letter for each code."""
    address = f"{settings.PUBLIC_URL.rstrip('/')}{reverse('survey')}"
    heading, about = LETTERS[drawn.kind]
    return {
        "heading": heading,
        "about": about,
        "for_child": drawn.kind == "sip_child",
        "name": KINDS[drawn.kind],
        "unit": unit,
        "address": address.partition("://")[2],
        "last_day": drawn.last_day,
        "letters": [{"code": code, "qr": _qr(f"{address}#{code}")} for code in drawn.codes],
    }


def _qr(text: str) -> SafeString:
    drawing = segno.make(text, error="m", micro=False).svg_inline(
        border=4, omitsize=True, svgclass=None, lineclass=None
    )
    return mark_safe(drawing)  # paths only, drawn by segno from our own letters
