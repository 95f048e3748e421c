"""Underrättelsen även till den nya enheten: LUS 3 kap. 1 § names every concerned unit, also one that came later."""

from discharge.rules.facts import CaseFacts
from lus.events.record import New


def ready_notice_for(facts: CaseFacts, unit_id: str) -> list[New]:
    """Return the notice in force, sent to ``unit_id`` now; nothing when no notice is in force.

    The unit's own sent time is the event's; when the others got it stands in ``first_sent_at``.
    """
    spell = facts.open_spell
    if spell is None:
        return []
    data = {"recipients": [unit_id], "first_sent_at": spell.sent_at.isoformat()}
    return [New("ready_notice_forwarded", data)]
