"""Pappersblanketter som PDF: one form to a page, with serial and QR code; the code holds the serial alone."""

import io
from collections.abc import Sequence
from typing import Any

import segno
from django.conf import settings

from discharge.rules.paper_blanks import BLANKS
from lus.downtime.models import PaperForm
from lus.organisations.models import Unit
from lus.web.set_pdf import set_pdf

ORDER = list(BLANKS)


def paper_pdf(forms: Sequence[PaperForm], unit: Unit) -> bytes:
    """Return the forms of one unit, kind by kind in the order of a stay."""
    ordered = sorted(forms, key=lambda form: (ORDER.index(form.form), form.serial))
    words = {
        "unit": unit.name,
        "phone": unit.phone,
        "practice": settings.DEMO,
        "forms": [_words(form) for form in ordered],
    }
    return set_pdf("paper_forms.typ", words)


def qr_of(serial: str) -> str:
    """Return the QR code of the serial as SVG; error correction Q, because paper gets wet and folded."""
    out = io.BytesIO()
    segno.make(serial, error="q", micro=False).save(out, kind="svg", border=2, xmldecl=False)
    return out.getvalue().decode()


def _words(form: PaperForm) -> dict[str, Any]:
    blank = BLANKS[form.form]
    return {
        "title": blank.title,
        "basis": blank.basis,
        "told": blank.told,
        "serial": form.serial,
        "qr": qr_of(form.serial),
        "lines": [{"label": label, "hint": hint} for label, hint in blank.lines],
    }
