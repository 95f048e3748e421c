"""Kallelse till samordnad individuell planering, LUS 4 kap. 3 §: due three days after the notice.

Calendar days after the local date of the ready notice; no 12.00 rule. The limit is for an act, so a last day
that is free moves to the next working day by lag (1930:173) 2 §. That the extension applies here is our
reading (D-14): both dates are kept and a summons between them is a verdict of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final, Literal

from lus.swedish_time import end_of_local_day, extend_statutory, local_date

DAYS_AFTER_NOTICE: Final = 3
LAW: Final = "LUS 4:3"

Verdict = Literal["none", "in_time", "in_time_extended", "late"]


@dataclass(frozen=True, slots=True)
class SipSummonsDue:
    """Both due dates (local), the exclusive end of the extended one (UTC), and how the summons went."""

    raw_due: date
    extended_due: date
    extended_deadline: datetime
    verdict: Verdict


def sip_summons_due(notice_given_at: datetime, summoned_at: datetime | None) -> SipSummonsDue:
    """When the summons is due after a ready notice, and how it went.

    Instants are aware. ``summoned_at`` None means not summoned: verdict ``none``. A summons before the notice
    counts. Raises ValueError for naive times.
    """
    raw = local_date(notice_given_at) + timedelta(days=DAYS_AFTER_NOTICE)
    extended = extend_statutory(raw)
    return SipSummonsDue(raw, extended, end_of_local_day(extended), _verdict(raw, extended, summoned_at))


def _verdict(raw: date, extended: date, summoned_at: datetime | None) -> Verdict:
    if summoned_at is None:
        return "none"
    day = local_date(summoned_at)
    if day <= raw:
        return "in_time"
    return "in_time_extended" if day <= extended else "late"
