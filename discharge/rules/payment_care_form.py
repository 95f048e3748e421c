"""Somatik eller psykiatri?, which of the agreements' two kinds of care a care form meets (assumption, ADR 10)."""

from __future__ import annotations

from typing import Final

SOMATIC: Final = "somatic"
PSYCHIATRIC: Final = "psychiatric"

PAYMENT_CARE_FORM: Final[dict[str, str]] = {
    "somatic_acute": SOMATIC,
    "geriatric": SOMATIC,
    "rehabilitation": SOMATIC,
    "psychiatric_adult": PSYCHIATRIC,
    "child_psychiatric": PSYCHIATRIC,
    "forensic_psychiatric": PSYCHIATRIC,
    "addiction": PSYCHIATRIC,
}
