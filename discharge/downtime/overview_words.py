"""*Reservrutin* i ord."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from discharge.rules.paper_blanks import BLANKS
from lus.downtime import snapshots
from lus.downtime.models import Cause, Outage, PaperForm
from lus.downtime.outages import Return
from lus.organisations.actor import Actor
from lus.organisations.roles import Permission
from lus.web.words import age, moment, span

Words = dict[str, Any]


def list_words(viewer: Actor, at: datetime) -> Words | None:
    """Return the list's age, ``{}`` when there is none, None for who sees no cases."""
    if not viewer.may(Permission.SEE_CASES):
        return None
    found = snapshots.latest(viewer.unit_id, at=at)
    if found is None:
        return {}
    return {
        "made": moment(found.made_at, at),
        "age": age(found.made_at, at),
        "checked": moment(found.checked_at, at),
        "expires": moment(found.expires_at, at),
        "count": found.case_count,
        "code": found.code,
        "is_old": at - found.checked_at > 2 * snapshots.EVERY,
    }


def pack_words(made: str, chosen: Sequence[str] | None, copies: str) -> Words:
    """Return the choices of a new pack; ``made``: the pack that was just made, from the address."""
    ticked = BLANKS if chosen is None else chosen
    kinds = [{"key": key, "title": blank.title, "on": key in ticked} for key, blank in BLANKS.items()]
    return {"made": made, "kinds": kinds, "copies": copies}


def form_row(form: PaperForm, chased: Collection[str], ticked: Collection[str], at: datetime) -> Words:
    """Return a form that is neither registered nor voided."""
    seen = f"I pärmen {moment(form.counted_at, at)}" if form.counted_at else ""
    return {
        "serial": form.serial,
        "title": BLANKS[form.form].title,
        "made": moment(form.made_at, at),
        "state": "Saknas efter driftstoppet" if form.serial in chased else seen or "Utskriven",
        "chased": form.serial in chased,
        "ticked": form.serial in ticked,
    }


def serial_words(form: PaperForm, at: datetime) -> Words:
    """Return what is known of a serial that was looked up."""
    state = "Inte registrerad"
    if form.used_at:
        state = f"Registrerad {moment(form.used_at, at)}"
    elif form.void_at:
        state = f"Makulerad {moment(form.void_at, at)}: {form.void_why}"
    return {"serial": form.serial, "title": BLANKS[form.form].title, "state": state}


def return_rows(left: Return, at: datetime) -> list[Words]:
    """Return the checklist of coming back, in the order of doing it."""
    unmerged = (
        "Kedjan är bruten. Ring er drift."
        if left.unmerged is None
        else f"{left.unmerged} {'rad' if left.unmerged == 1 else 'rader'} väntar"
    )
    return [
        _row("Skrivskyddet är av", left.mode_off, "Drift slår av det."),
        _row(
            "Driftstoppet är avslutat i loggen",
            left.row_closed,
            f"Började {moment(left.outage.started_at, at)}",
        ),
        _row("Läsloggen är sammanförd", left.unmerged == 0, unmerged),
        _row("Alla blanketter är återfunna", left.to_chase == 0, f"{left.to_chase} saknas. Se pärmen nedan."),
    ]


def _row(what: str, done: bool, otherwise: str) -> Words:
    return {"what": what, "done": done, "note": "" if done else otherwise}


def outage_row(row: Outage, at: datetime) -> Words:
    """Return one outage: from, to, how long, why."""
    return {
        "from": moment(row.started_at, at),
        "to": moment(row.ended_at, at) if row.ended_at else "pågår",
        "long": span((row.ended_at or at) - row.started_at),
        "cause": Cause(row.cause).label,
        "why": row.why,
    }
