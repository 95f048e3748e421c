"""*Spärr* in words: that one exists, the own unit's, and what is said to who writes what will be blocked."""

from datetime import datetime
from typing import Any

from discharge.forms.act_form import ActContext
from discharge.queries.case_page import CasePage
from discharge.rules.blocks import SCOPES, blocks_of_others, is_blocked_act, standing_blocks
from lus.organisations.actor import Actor
from lus.web.words import moment

Words = dict[str, Any]
NOT_SEEN = "Spärrad: andra enheter ser inte detta."


def block_marks(page: CasePage, viewer: Actor, at: datetime) -> list[Words]:
    """Return ``{word, detail}`` for the blocks: of others that they exist, of the own what they hide."""
    own = {str(unit_id) for unit_id in viewer.unit_ids}
    found: list[Words] = []
    others = blocks_of_others(page.facts, own)
    if others:
        until = [block.open_until(own, at) for block in others]
        opened = [one for one in until if one is not None]
        detail = "Det finns spärrad information hos en annan enhet."
        if opened:
            detail = f"Öppnad för er enhet till {moment(min(opened), at)}."
        found.append({"word": "Spärr", "detail": detail})
    for block in standing_blocks(page.facts):
        if block.unit_id in own:
            found.append({"word": "Spärr", "detail": f"Ni har spärrat: {SCOPES[block.scope].label.lower()}."})
    return found


def blocked_alerts(context: ActContext, act: str) -> list[Words]:
    """Return what the writer is told above the form, when the own unit's block hides what is written."""
    if not is_blocked_act(context.page.facts, str(context.actor.unit_id), act):
        return []
    return [{"text": NOT_SEEN, "color": "info"}]


def block_note(data: Any, page: CasePage, at: datetime) -> str:
    """Return the line under the event: nothing for those who may know only that it exists."""
    if "block_id" not in data:
        return f"{SCOPES[data['scope']].label}." if "scope" in data else ""
    if data["ground"] == "consent":
        return "Patienten har samtyckt."
    return f"Nödöppning till {moment(datetime.fromisoformat(data['valid_to']), at)}. {data['reason']}"
