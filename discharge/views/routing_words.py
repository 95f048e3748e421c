"""Routing in ready words: what a preview found, who has changed the rules, and how often a notice went wrong."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format

from discharge.actions.change_routing_rules import summary_of
from discharge.actions.report_wrong_recipient import REASONS
from discharge.forms.routing_rules import RoutingForm
from discharge.queries.dry_run import DryRun
from discharge.queries.routing_errors import Month
from lus.organisations.models import Route, RoutingChange
from lus.organisations.routing_rules import RuleList
from lus.swedish_time import local_date
from lus.web.words import day, moment

Words = dict[str, Any]
FEW = "färre än 5"
CODES_SHOWN = 20


def route_links(lists: Sequence[RuleList], chosen: RuleList) -> list[Words]:
    """Return the chips, one for each list that the unit keeps."""
    return [
        {
            "label": Route(item.route).label,
            "url": f"{reverse('change_routing_rules')}?list={item.route}",
            "current": item.route == chosen.route,
        }
        for item in lists
    ]


def preview_words(found: DryRun, form: RoutingForm) -> Words:
    """Return the summary, one row for each unit that would get other cases, and the hits of each rule."""
    names = form.rule_forms[0].names if form.rule_forms else {}
    rows = [
        {
            "where": names.get(item.unit_id, "ingen mottagare"),
            "count": _cases(len(item.codes)),
            "codes": ", ".join(item.codes[:CODES_SHOWN]),
            "more": max(0, len(item.codes) - CODES_SHOWN),
            "nobody": not item.unit_id,
        }
        for item in found.moved
    ]
    return {"summary": summary_of(found), "rows": rows, "hits": [_cases(count) for count in found.by_rule]}


def change_rows(changes: Sequence[RoutingChange], at: datetime) -> list[Words]:
    """Return who changed the list, when, from which day, and what the preview said then."""
    today = local_date(at)
    return [
        {
            "when": moment(change.changed_at, at),
            "who": f"{change.name}, {change.unit_name}" if change.unit_name else change.name,
            "valid_from": day(change.valid_from, today),
            "tried": change.dry_run,
        }
        for change in changes
    ]


def month_rows(months: Sequence[Month]) -> list[Words]:
    """Return one row per month with figures that point at nobody."""
    return [
        {
            "month": date_format(month.first, "F Y").capitalize(),
            "sent": _figure(month.sent),
            "wrong": _figure(month.wrong),
            "share": "–" if month.share is None else f"{month.share * 100:.1f} %".replace(".", ","),
            "causes": ", ".join(
                f"{REASONS[reason].lower()} {count}" for reason, count in month.causes.items()
            ),
        }
        for month in months
    ]


def _figure(count: int | None) -> str:
    return FEW if count is None else str(count)


def _cases(count: int) -> str:
    return f"{count} ärende" if count == 1 else f"{count} ärenden"
