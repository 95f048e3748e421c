"""The line under the events of the home-ready list and of the waiting reasons."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from discharge.actions.answer_home_ready_point import ANSWERS
from discharge.queries.case_page import CasePage
from discharge.rules.waiting_reasons import REASONS
from lus.swedish_time import local_date
from lus.web.words import day, moment

Data = Mapping[str, Any]


def _answered(data: Data, page: CasePage, at: datetime) -> str:
    planned = data.get("planned_at")
    solved = f"Löst senast {moment(datetime.fromisoformat(planned), at)}." if planned else ""
    comment = f"{data['comment'].rstrip('.')}." if data.get("comment") else ""
    said = f"{data['point'].partition('-')[2]} {data['text']}: {ANSWERS[data['answer']].lower()}."
    return " ".join(part for part in (said, comment, solved) if part)


def _lost(data: Data, page: CasePage, at: datetime) -> str:
    codes = ", ".join(point.partition("-")[2] for point in data["points"])
    return f"Återstår: {codes}."


def _reason(data: Data, page: CasePage) -> str:
    unit = page.units.get(data["unit_id"])
    return f"{REASONS.get(data['code'], data['code'])}, {unit.name if unit else 'en enhet'}."


def _opened(data: Data, page: CasePage, at: datetime) -> str:
    since = day(date.fromisoformat(data["since"]), local_date(at))
    return f"{_reason(data, page)} Från {since}. {data.get('comment', '')}".strip()


HOME_READY_NOTES: dict[str, Callable[[Data, CasePage, datetime], str]] = {
    "home_ready_point_answered": _answered,
    "home_ready_lost": _lost,
    "waiting_reason_opened": _opened,
    "waiting_reason_closed": lambda data, page, at: (
        f"{_reason(data, page)} Till {day(date.fromisoformat(data['until']), local_date(at))}."
    ),
    "waiting_reason_contested": lambda data, page, at: f"{_reason(data, page)} {data['text']}",
}
