"""Inskrivningsmeddelande, LUS 2 kap. 3 §: when the notice is due and whether it was in time.

The limit is 24 elapsed hours, counted in UTC: on the nights of the clock change the wall clock shows another
hour. It runs from admission, or from the need assessment when the need was judged later. Hours are never
extended over a free day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal

from lus.swedish_time import whole_second

LIMIT: Final = timedelta(hours=24)
LAW: Final = "LUS 2:3"

Clock = Literal["admission", "need"]
Verdict = Literal["none", "in_time", "late"]


@dataclass(frozen=True, slots=True)
class AdmissionNoticeDue:
    """``clock`` starts the 24 hours; at ``deadline`` (UTC) is in time; ``overrun`` is 0 or more."""

    clock: Clock
    deadline: datetime
    verdict: Verdict
    overrun: timedelta


def admission_notice_due(
    admitted_at: datetime, need_assessed_at: datetime | None, sent_at: datetime | None
) -> AdmissionNoticeDue:
    """When one recipient's notice was due and how it went.

    All instants are aware and judged by the whole second. ``sent_at`` None means not sent: verdict ``none``,
    whatever the time is now. A notice sent before admission is in time. Raises ValueError for naive times.
    """
    clock: Clock = "admission"
    start = whole_second(admitted_at)
    if need_assessed_at is not None and whole_second(need_assessed_at) > start:
        clock, start = "need", whole_second(need_assessed_at)
    deadline = start + LIMIT
    if sent_at is None:
        return AdmissionNoticeDue(clock, deadline, "none", timedelta(0))
    overrun = max(whole_second(sent_at) - deadline, timedelta(0))
    return AdmissionNoticeDue(clock, deadline, "late" if overrun else "in_time", overrun)
