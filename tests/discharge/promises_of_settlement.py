"""What the database promises of settled months, each broken behind the acts' back."""

from collections.abc import Callable
from datetime import date
from typing import Any

from discharge.models import SettledMonth

from .actions.life import Life


def a_month(life: Life) -> SettledMonth:
    return SettledMonth.objects.create(
        region_code="01", payer_code="0182", month=date(2026, 3, 1), closed_at=life.at, closed_by="A"
    )


def twice(life: Life) -> None:
    a_month(life)
    a_month(life)


PROMISES_OF_SETTLEMENT: dict[str, Callable[[Life], Any]] = {"a_month_is_settled_once": twice}
