"""Outages and paper forms: how each promise of their tables would be broken."""

import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from lus.downtime.models import Outage, PaperForm
from tests.discharge.actions.life import Life
from tests.factories import NOW

HOUR = timedelta(hours=1)


def _two_open(life: Life) -> None:
    for _ in range(2):
        Outage.objects.create(cause="decided", why="Test", started_at=NOW)


def _backwards(life: Life) -> None:
    Outage.objects.create(cause="decided", why="Test", started_at=NOW, ended_at=NOW - HOUR)


def _used_and_void(life: Life) -> None:
    PaperForm.objects.create(
        serial="AAAA-AAAA",
        unit_id=str(life.ward.unit_id),
        form="discharge",
        pack_id=uuid.uuid4(),
        made_at=NOW,
        made_by="Karin Lindh",
        used_at=NOW,
        void_at=NOW,
    )


PROMISES_OF_DOWNTIME: dict[str, Callable[[Life], Any]] = {
    "one_open_outage": _two_open,
    "an_outage_ends_after_it_starts": _backwards,
    "a_void_form_is_not_used": _used_and_void,
}
