"""*Kvitterad 08.12 · Nacka kommun, biståndshandläggare*: the receipt of one unit, with its reader's role."""

from datetime import datetime
from typing import Any

from discharge.queries.case_page import CasePage
from discharge.rules.facts import Delivery
from lus.organisations.roles import ROLE_LABELS
from lus.web.words import age, moment


def receiver_words(page: CasePage, item: Delivery, at: datetime) -> dict[str, Any]:
    """Return ``{name, word, state, role}``: kvitt, fel or ny. The reader is told by role: nobody needs the name."""
    unit = page.units.get(item.unit_id)
    name = unit.name if unit else "en enhet"
    if item.acknowledged_at:
        role = ROLE_LABELS.get(item.acknowledged_role, "").lower()
        word = f"kvitterad {moment(item.acknowledged_at, at)}"
        return {"name": name, "word": word, "state": "kvitt", "role": role}
    concerned = page.facts.unit(item.unit_id)
    if concerned and concerned.state == "wrong_recipient":
        return {"name": name, "word": "fel mottagare", "state": "fel"}
    return {"name": name, "word": f"ej kvitterad, {age(item.delivered_at, at)}", "state": "ny"}
