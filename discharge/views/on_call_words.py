"""Jourlistan i ord: a card per municipality, a row per shift, a row per gap."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from lus.on_call.models import OnCallGroup, OnCallShift
from lus.on_call.queries import Reached
from lus.on_call.rules.mandates import MANDATES
from lus.opening_hours import Span
from lus.swedish_time import local_date
from lus.web.words import clock, day, moment

from .unit_words import near_clock

Words = dict[str, Any]
ORDER = {"on_call": 0, "reception": 1, "nobody": 2}


def card(one: Reached, name: str, at: datetime) -> Words:
    """Return the answer of one municipality: state, whom to call, until when, what they may decide."""
    answer = one.answer
    words: Words = {"name": name or one.municipality, "order": ORDER[answer.kind], "kind": answer.kind}
    until = f"till {near_clock(answer.until, at)}" if answer.until else "dygnet runt"
    if one.reception is not None:
        unit = one.reception
        return words | {"who": unit.name, "phone": unit.phone, "until": f"Öppet {until}", "decide": ""}
    if one.function is not None:
        backup = one.function.backup
        return words | {
            "who": one.function.label,
            "phone": one.function.phone,
            "until": f"Jour {until}",
            "decide": items(one.may_decide),
            "backup": f"{backup.label}, {backup.phone}" if backup else "",
        }
    opens = (
        f"Nästa öppning {moment(answer.next_at, at)}" if answer.next_at else "Ingen öppning är registrerad"
    )
    return words | {"who": "Ingen bemanning", "phone": "", "until": opens, "decide": ""}


def items(mandate: tuple[str, ...]) -> str:
    """``hemtjänst, start; korttidsplats``: several words an item, so parted by semicolons."""
    return "; ".join(MANDATES[item] for item in mandate if item in MANDATES)


def shift_row(shift: OnCallShift, names: Mapping[str, str], at: datetime, unit_id: UUID | None) -> Words:
    """Return one shift of the week's table."""
    function, group = shift.function, shift.function.group
    return {
        **_when(shift.starts_at, shift.ends_at, at),
        "who": function.label,
        "phone": function.phone,
        "decide": items(tuple(mandate.item for mandate in function.mandates.all())),
        "backup": function.backup.label if function.backup else "",
        "where": _places(group, names),
        "now": shift.starts_at <= at < shift.ends_at,
        "shift": str(shift.pk) if group.owner_id == unit_id else "",
    }


def gap_row(group: OnCallGroup, gap: Span, names: Mapping[str, str], at: datetime) -> Words:
    """Return a gap in promised hours, as a row of the same table."""
    return {**_when(*gap, at), "who": "Ingen jour registrerad", "gap": True, "where": _places(group, names)}


def _when(start: datetime, end: datetime, at: datetime) -> Words:
    first, last, today = local_date(start), local_date(end), local_date(at)
    ends = clock(end) if first == last else f"{day(last, today)} {clock(end)}"
    return {"day": day(first, today), "time": f"{clock(start)}–{ends}"}


def _places(group: OnCallGroup, names: Mapping[str, str]) -> str:
    return ", ".join(names.get(code, code) for code in group.municipalities)
