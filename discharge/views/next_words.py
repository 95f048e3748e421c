"""*Nästa steg*: the sentence, whose it is, how long is left, and the button when it is mine."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from django.urls import reverse

from discharge.queries.case_page import CasePage
from discharge.rules.duties import DUTIES
from discharge.rules.next_step import in_order
from discharge.rules.obligations import Obligation
from lus.organisations.actor import Actor
from lus.web.words import age, moment

from .duty_words import BASIS, deadline_of, owner_of
from .listed_duty import IN_PLANNING, case_url

Words = dict[str, Any]


def next_words(
    page: CasePage, duties: Sequence[Obligation], viewer: Actor, acts: Collection[str], at: datetime
) -> Words | None:
    """Return the card, or None when nobody owes anything. The viewer's own first duty goes before others'.

    ``acts``: what the viewer can do now; without it the card has no button.
    """
    waiting = in_order(duties, at)
    if not waiting:
        return None
    mine = [duty for duty in waiting if _is_mine(duty, viewer)]
    first = (mine or waiting)[0]
    rest = [duty for duty in waiting if duty is not first][:2]
    card = {
        "mine": bool(mine),
        "tab": f"Er tur · {owner_of(first, page)}" if mine else f"Ni väntar på {owner_of(first, page)}",
        "title": first.sentence,
        "basis": BASIS[first.basis],
        "why": first.reference if first.basis == "law" else first.explanation,
        "deadline": deadline_of(first, at),
        "then": [_then(duty, page, at) for duty in rest],
    }
    return {**card, **(_button(first, page, viewer, acts) if mine else _wait(first, page, at))}


def _is_mine(duty: Obligation, viewer: Actor) -> bool:
    return duty.unit_id in {str(unit_id) for unit_id in viewer.unit_ids}


def _then(duty: Obligation, page: CasePage, at: datetime) -> Words:
    left = deadline_of(duty, at)
    when = f" · {left.absolute}" if left.absolute else ""
    return {"what": duty.sentence, "who": f"{owner_of(duty, page)}{when}"}


def _button(duty: Obligation, page: CasePage, viewer: Actor, acts: Collection[str]) -> Words:
    row, case_id = DUTIES[duty.code], page.case.pk
    if row.act == "acknowledge":
        if duty.unit_id != str(viewer.unit_id):
            return {}
        back = reverse("case", args=[case_id])
        url = f"{reverse('acknowledge', args=[case_id, duty.key])}?next={back}"
        return {"verb": row.verb, "url": url, "post": True}
    if row.act == "read_messages":
        return {"verb": row.verb, "url": reverse("read_messages", args=[case_id])}
    if row.act not in acts:
        return {}
    if duty.code in IN_PLANNING:
        return {"verb": row.verb, "url": f"{case_url(case_id)}?section=planning#section"}
    return {"verb": row.verb, "url": reverse(row.act, args=[case_id]), "dialog": True}


def _wait(duty: Obligation, page: CasePage, at: datetime) -> Words:
    unit = page.units.get(duty.unit_id or "")
    since = f"Ni har väntat sedan {moment(duty.starts_at, at)}, {age(duty.starts_at, at)}."
    return {"waiting": since, "phone": unit.phone if unit else ""}
