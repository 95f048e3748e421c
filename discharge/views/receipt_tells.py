"""Vem kvitterar ett nytt datum: for each of the quick choices, which units must acknowledge again, and why."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from discharge.forms.act_form import ActContext
from discharge.forms.expected_date import CHIPS
from discharge.rules.date_change import WHY, touched_units
from lus.swedish_time import local_date
from lus.web.words import day

OTHERS = ("Övriga", "får besked och behöver inte kvittera.")


def receipts(context: ActContext) -> list[tuple[str, str]]:
    """Return ``(Kvittens mån 4/5, vem och varför)`` for each of the chips, and who is only told."""
    facts, today = context.page.facts, local_date(context.at)
    rows: list[tuple[str, str]] = []
    for ahead, _ in CHIPS:
        chosen = today + timedelta(days=ahead)
        if chosen != facts.expected_discharge:
            touched = touched_units(facts, chosen, context.page.hours)
            rows.append((f"Kvittens, {day(chosen, today)}", _who(context, touched)))
    return [*rows, OTHERS]


def _who(context: ActContext, touched: Mapping[str, Sequence[str]]) -> str:
    if not touched:
        return "Ingen: flytten berör ingen enhets planering."
    units = context.page.units
    if len({tuple(why) for why in touched.values()}) == 1 and len(touched) > 1:
        names = ", ".join(units[unit_id].name for unit_id in touched)
        return f"{names}: {_words(next(iter(touched.values())))}."
    return "; ".join(f"{units[unit_id].name}: {_words(why)}" for unit_id, why in touched.items()) + "."


def _words(why: Sequence[str]) -> str:
    return ", ".join(WHY[key] for key in why)
